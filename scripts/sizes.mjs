// npm run sizes: what the first visit to dist/ costs, held against its budgets.

import { join } from 'node:path';
import { ROOT } from './lib/command.mjs';
import { firstLoad } from './lib/first-load.mjs';

/** Kilobytes of 1000, after brotli. */
const BUDGETS = [
  { name: 'first load', limit: 200, counts: () => true },
  { name: 'engine (wasm)', limit: 60, counts: (/** @type {string} */ kind) => kind === 'wasm' },
];

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;

const files = firstLoad(join(ROOT, 'dist/index.html')).sort((a, b) => b.bytes - a.bytes);
for (const { file, bytes } of files) console.log(`${kilobytes(bytes)}  ${file}`);
console.log();

for (const { name, limit, counts } of BUDGETS) {
  const counted = files.filter(({ kind }) => counts(kind));
  const bytes = counted.reduce((sum, file) => sum + file.bytes, 0);
  const held = counted.length > 0 && bytes <= limit * 1000;
  console.log(`${kilobytes(bytes)}  ${name}, of ${limit} kB: ${held ? 'held' : 'NOT HELD'}`);
  if (!held) process.exitCode = 1;
}
