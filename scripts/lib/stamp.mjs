// Skips work that is already done: a stamp stores a checksum of all inputs of a result.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './command.mjs';

/** All files under a path, sorted. A file gives itself, a missing path nothing. @param {string} path @returns {string[]} */
export function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => filesUnder(join(path, entry.name)))
    .sort();
}

/** @param {readonly string[]} inputs files and folders, from the project's root */
export function checksum(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesUnder(join(ROOT, input)))) {
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} name */
const stampFile = (name) => join(ROOT, 'build/stamps', name);

/** @param {string} name @param {string} sum */
export function isStamped(name, sum) {
  return existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === sum;
}

/** @param {string} name @param {string} sum */
export function stamp(name, sum) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), sum);
}

/**
 * Does the work, unless it was done from the same inputs and its output still exists.
 * @param {{ name: string, inputs: readonly string[], settings?: readonly string[], output: string,
 * work: () => Promise<unknown> }} job settings: other inputs of the result
 * @returns {Promise<string>} what was done, in a word
 */
export async function unlessDone({ name, inputs, settings = [], output, work }) {
  const sum = [checksum(inputs), ...settings].join(' ');
  if (isStamped(name, sum) && existsSync(join(ROOT, output))) return 'unchanged';
  await work();
  stamp(name, sum);
  return 'built';
}
