// Runs clang-tidy on the core and the bindings. It is slow on Eigen, so a file that passed is checked again only when
// it, a file it includes, or the configuration changes.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { attempt, ROOT, run } from './command.mjs';
import { filesUnder, isStamped, stamp } from './stamp.mjs';

/** @typedef {{ file: string, args: readonly string[], sum: string }} Job */

const WORKERS = 2;

/**
 * The text of a file and of all project files it includes, directly or not.
 * @param {string} file @param {Map<string, string>} [seen] @returns {Map<string, string>} path → text
 */
function withIncludes(file, seen = new Map()) {
  if (seen.has(file) || !existsSync(file)) return seen;
  const text = readFileSync(file, 'utf8');
  seen.set(file, text);
  for (const [, name = ''] of text.matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)) {
    for (const folder of [dirname(file), join(ROOT, 'wasm/core')]) withIncludes(join(folder, name), seen);
  }
  return seen;
}

/** @param {string} file */
function checksumOf(file) {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, '.clang-tidy')));
  hash.update(readFileSync(join(ROOT, 'CMakeLists.txt')));
  for (const text of withIncludes(file).values()) hash.update(text).update('\0');
  return hash.digest('hex');
}

/** @param {string} folder @param {readonly string[]} args @returns {Job[]} */
function jobsFor(folder, args) {
  const sources = filesUnder(join(ROOT, folder)).filter((file) => file.endsWith('.cpp'));
  return sources.map((file) => ({ file, args, sum: checksumOf(file) }));
}

/** @param {Job} job @returns {string} */
const stampName = ({ file }) => `tidy-${basename(dirname(file))}-${basename(file)}`;

/**
 * The suite: one test for each file.
 * @param {(line: string) => void} note
 * @returns {Promise<import('./suite.mjs').Outcome>}
 */
export async function tidy(note) {
  // The bindings are compiled with em++, which adds the target and the system headers by itself.
  const emscripten = (await run('em++', ['--cflags'])).trim().split(/\s+/);
  const jobs = [
    ...jobsFor('wasm/core', ['-p', 'build/native']),
    ...jobsFor('wasm/bindings', ['-p', 'build/wasm', ...emscripten.map((flag) => `--extra-arg=${flag}`)]),
  ];
  const waiting = jobs.filter((job) => !isStamped(stampName(job), job.sum));
  /** @type {string[]} */
  const complaints = [];

  const work = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      note(basename(job.file));
      const { code, output } = await attempt('clang-tidy', ['--quiet', ...job.args, job.file]);
      if (code === 0) stamp(stampName(job), job.sum);
      else complaints.push(output);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return {
    passed: jobs.length - complaints.length,
    failed: complaints.length,
    skipped: 0,
    output: complaints.join('\n'),
  };
}
