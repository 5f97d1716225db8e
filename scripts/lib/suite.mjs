// The result of a test suite, and how to get it from the runners' reports.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt, CommandError, ROOT } from './command.mjs';

/** `remark` replaces the counts if there is more to say. @typedef {import('./reports.mjs').Counts & { output: string, remark?: string }} Outcome */
/** @typedef {(line: string) => void} Note */
/** @typedef {'engine' | 'native' | 'site' | 'single' | 'scorm' | 'library'} Part */
/**
 * @typedef {object} Suite
 * @property {string} name the name for `--only`
 * @property {string} title
 * @property {readonly Part[]} needs the parts to build first
 * @property {(note: Note) => Promise<Outcome>} run
 */

/**
 * A tool that only passes or fails counts as one test.
 * @param {string} program @param {readonly string[]} args @param {Note} note
 * @returns {Promise<Outcome>}
 */
export async function check(program, args, note) {
  const { code, output } = await attempt(program, args, { note });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
}

/**
 * Runs a test runner and reads its report. A missing report counts as one failure, and so does a runner that failed
 * without a failed test (a file that does not load, an error between tests).
 * @param {{
 *   program: string,
 *   args: readonly string[],
 *   env?: NodeJS.ProcessEnv,
 *   report: string,
 *   read: (report: string) => Omit<Outcome, 'output'>,
 * }} runner
 * @param {Note} note
 * @returns {Promise<Outcome>}
 */
export async function runTests({ program, args, env = process.env, report, read }, note) {
  const file = join(ROOT, report);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { code, output } = await attempt(program, args, { env, note });
  if (!existsSync(file)) throw new CommandError([program, ...args].join(' '), code, output);
  const counts = read(readFileSync(file, 'utf8'));
  const silentFailure = code !== 0 && counts.failed === 0;
  return { ...counts, failed: counts.failed + (silentFailure ? 1 : 0), output };
}
