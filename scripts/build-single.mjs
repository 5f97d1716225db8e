// npm run build:single [-- FILE]: the whole page as one HTML file, which opens by double click.

import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { buildEngine, buildSingle, SINGLE_FILE } from './lib/build.mjs';
import { ROOT } from './lib/command.mjs';
import { setUp } from './lib/setup.mjs';
import { command, StepError, step } from './lib/step.mjs';

const [file = SINGLE_FILE, ...others] = process.argv.slice(2);

await command(async () => {
  if (others.length > 0 || file.startsWith('-')) {
    throw new StepError(
      'There is one argument at most, the file to write.',
      'Try: npm run build:single -- course.html',
    );
  }
  await setUp();
  await step('Engine (C++ to WebAssembly)', buildEngine);
  await step('Single file', buildSingle);
  const place = resolve(ROOT, file);
  if (file !== SINGLE_FILE) {
    mkdirSync(dirname(place), { recursive: true });
    copyFileSync(resolve(ROOT, SINGLE_FILE), place);
  }
  console.log(
    `\n${relative(process.cwd(), place)}, ${Math.round(statSync(place).size / 1000)} kB: open it in a browser.`,
  );
});
