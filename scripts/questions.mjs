// npm run questions -- gift|qti [FILE]: exports all questions of the lessons, for Moodle (GIFT) or as IMS QTI 2.1.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { runnerImport } from 'vite';
import { boston } from '../web/datasets/boston-plugin.js';
import { ROOT } from './lib/command.mjs';

const FOLDER = join(ROOT, 'web/lessons');
const FILES = { gift: 'build/questions.gift.txt', qti: 'build/questions-qti.zip' };
const [format = '', path] = process.argv.slice(2);

/** @template Module @param {string} file @returns {Promise<Module>} */
async function load(file) {
  const { module } = await runnerImport(join(ROOT, file), { configFile: false, root: ROOT, plugins: [boston()] });
  return /** @type {Module} */ (module);
}

if (format !== 'gift' && format !== 'qti') {
  console.error('Say which format: npm run questions -- gift, or npm run questions -- qti. A file name may follow.');
  process.exit(1);
}

/** @type {typeof import('../web/lessons/compile/read-lessons')} */
const { readLessons } = await load('web/lessons/compile/read-lessons.ts');
/** @type {typeof import('../web/lessons/questions/numbered')} */
const { numberedQuestions } = await load('web/lessons/questions/numbered.ts');
/** @type {typeof import('../web/lessons/questions/gift')} */
const { FOR_GIFT, giftFile } = await load('web/lessons/questions/gift.ts');
/** @type {typeof import('../web/lessons/questions/qti')} */
const { FOR_QTI, qtiFiles } = await load('web/lessons/questions/qti.ts');

const chapters = numberedQuestions(readLessons(FOLDER, format === 'gift' ? FOR_GIFT : FOR_QTI));
const file = resolve(process.env.INIT_CWD ?? process.cwd(), path ?? join(ROOT, FILES[format]));
mkdirSync(dirname(file), { recursive: true });
if (format === 'gift') {
  writeFileSync(file, giftFile(chapters));
} else {
  const entries = Object.entries(qtiFiles(chapters)).map(([name, text]) => [name, strToU8(text)]);
  writeFileSync(file, zipSync(Object.fromEntries(entries)));
}
const count = chapters.reduce((sum, { questions }) => sum + questions.length, 0);
console.log(`${count} questions in ${file}`);
