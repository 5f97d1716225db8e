// npm run build:single [-- FILE]: the whole page as one HTML file, which opens by double click.

import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { buildEngine, buildSingle, SINGLE_FILE } from './lib/build.mjs';
import { ROOT } from './lib/command.mjs';
import { setUp } from './lib/setup.mjs';
import { command, StepError, step } from './lib/step.mjs';

const EXAMPLE = 'Try: npm run build:single -- course.html';

const [file, ...others] = process.argv.slice(2);

/** npm runs scripts in the project's folder, but file names are relative to the folder of the caller. */
const caller = process.env.INIT_CWD ?? process.cwd();
const built = resolve(ROOT, SINGLE_FILE);
const place = file === undefined ? built : resolve(caller, file);

await command(async () => {
  if (others.length > 0 || file?.startsWith('-')) {
    throw new StepError('There is one argument at most, the file to write.', EXAMPLE);
  }
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StepError(`${file} is a folder, and what is wanted is the file to write.`, EXAMPLE);
  }
  await setUp();
  await step('Engine (C++ to WebAssembly)', buildEngine);
  await step('Single file', buildSingle);
  if (place !== built) {
    mkdirSync(dirname(place), { recursive: true });
    copyFileSync(built, place);
  }
  console.log(`\n${relative(caller, place)}, ${Math.round(statSync(place).size / 1000)} kB: open it in a browser.`);
});
