// npm run sizes: checks the size of the first visit to dist/, and of each lesson, against their limits.

import { join } from 'node:path';
import { ROOT } from './lib/command.mjs';
import { firstLoad, playgroundLoad } from './lib/first-load.mjs';
import { isLessonsFrame, lessonLoads } from './lib/lesson-load.mjs';

const INDEX = join(ROOT, 'dist/index.html');

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;

const sum = (/** @type {readonly { bytes: number }[]} */ files) => files.reduce((total, { bytes }) => total + bytes, 0);

/** @param {string} name @param {number} bytes @param {number} limit kilobytes of 1000, after brotli */
function check(name, bytes, limit) {
  const isWithin = bytes > 0 && bytes <= limit * 1000;
  console.log(`${kilobytes(bytes)}  ${name}, of ${limit} kB: ${isWithin ? 'ok' : 'TOO LARGE'}`);
  if (!isWithin) process.exitCode = 1;
}

/** @param {readonly { file: string, bytes: number }[]} files */
function list(files) {
  for (const { file, bytes } of files.toSorted((a, b) => b.bytes - a.bytes))
    console.log(`${kilobytes(bytes)}  ${file}`);
  console.log();
}

const playground = playgroundLoad(INDEX);
list(playground);
check('first load', sum(playground), 200);
check('engine (wasm)', sum(playground.filter(({ kind }) => kind === 'wasm')), 75);
console.log();

check('first load of the lessons, including the engine', sum(firstLoad(INDEX, isLessonsFrame)), 200);
console.log();
for (const { id, bytes } of await lessonLoads(INDEX)) check(id, bytes, 120);
