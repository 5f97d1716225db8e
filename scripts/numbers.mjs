// npm run numbers: lists every number in the lessons without a source, and every wrong number.
// npm run numbers -- PAGE: the same for one page, with the values of its `numbers`. PAGE is a part of its file's name.
// npm run numbers -- =EXPRESSION: prints the value of an expression, for a page.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { runnerImport } from 'vite';
import { boston } from '../web/datasets/boston-plugin.js';
import { readFolder } from '../web/lessons/compile/plugin.js';
import { ROOT } from './lib/command.mjs';

const FOLDER = join(ROOT, 'web/lessons');
const WASM = join(ROOT, 'build/wasm/minifactory.wasm');
const [asked = ''] = process.argv.slice(2);

if (!existsSync(WASM)) {
  console.error('The engine computes the numbers, and it is not built yet: run `npm run build -- engine` first.');
  process.exit(1);
}

/** @template Module @param {string} file @returns {Promise<Module>} */
async function load(file) {
  const alias = { 'minifactory-wasm': join(ROOT, 'build/wasm/minifactory.mjs') };
  const { module } = await runnerImport(join(ROOT, file), {
    configFile: false,
    root: ROOT,
    resolve: { alias },
    plugins: [boston()],
  });
  return /** @type {Module} */ (module);
}

/** @type {typeof import('../web/engine/load')} */
const { loadEngine } = await load('web/engine/load.ts');
/** @type {typeof import('../web/lessons/numbers/check')} */
const { NumberCheck } = await load('web/lessons/numbers/check.ts');

const engine = await loadEngine({ wasmBinary: await readFile(WASM) });
const check = new NumberCheck(engine, FOLDER);
const { found } = await readFolder(FOLDER);
const pages = [...found.pages.values()].filter(({ file }) => file.includes(asked));

if (asked.startsWith('=')) {
  console.log(check.compute(asked.slice(1)));
} else {
  let count = 0;
  for (const sentence of check.wrongFacts()) console.log(`web/lessons/facts.yaml: ${sentence}`);
  for (const page of pages) {
    const [only, more] = pages;
    if (only !== undefined && more === undefined) list(page);
    for (const { line, sentence } of check.findings(page)) {
      count += 1;
      console.log(`${relative(ROOT, page.file)}:${line}: ${sentence}`);
    }
  }
  console.log(count === 0 ? 'Every number is tied and right.' : `${count} findings.`);
  process.exitCode = count === 0 ? 0 : 1;
}

/** @param {import('../web/lessons/compile/library').LibraryPage} page */
function list({ front }) {
  for (const [printed, expressions] of front.numbers) {
    for (const expression of expressions) console.log(`${printed} = ${expression} = ${check.compute(expression)}`);
  }
}
