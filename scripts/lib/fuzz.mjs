// Builds and runs the fuzz targets of tests/fuzz, each of which tries inputs at random until one breaks it.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cmake } from './build.mjs';
import { attempt, ROOT } from './command.mjs';
import { FUZZ_PACKAGES, installLine, installPackages, missing } from './debian.mjs';

export const FUZZ_TARGETS = /** @type {const} */ (['calls', 'captures']);
/** @typedef {typeof FUZZ_TARGETS[number]} FuzzTarget */
/** @typedef {(line: string) => void} Note */

const FOLDER = 'build/fuzz';
/** The inputs that break a target end up here. */
const FINDINGS = `${FOLDER}/findings`;
/** Bytes. Longer inputs are slower, but not better. */
const LONGEST_INPUT = { calls: 3000, captures: 1000 };
/** Seconds an input may take before it counts as a hang, which has to do for a busy machine too. */
const HANG = 120;

/**
 * Installs what the targets need, where that is possible. Why they cannot be built; undefined if they can.
 * @param {Note} note @param {import('./debian.mjs').Environment} [environment]
 */
export async function whyNoFuzzing(note, environment = process.env) {
  // Where it cannot be installed, only this suite is skipped.
  await installPackages(FUZZ_PACKAGES, note, environment).catch(() => {});
  const names = await missing(FUZZ_PACKAGES, environment);
  if (names.length === 0) return undefined;
  return `skipped: the fuzz targets need clang 14 and its runtime library; to run them, ${installLine(names)}`;
}

/** build/fuzz/fuzz_calls and fuzz_captures. @param {Note} note */
export const buildFuzz = (note) =>
  cmake(FOLDER, ['cmake', '-DCMAKE_CXX_COMPILER=clang++-14'], process.env, note, [], 'tests/fuzz');

/**
 * Runs one target, first on its corpus in tests/fuzz, then on inputs derived from it. The same seed and corpus give
 * the same inputs in the same order; how many of them are tried in this time depends on the machine.
 * @param {FuzzTarget} target
 * @param {{ seconds: number, seed: number, keep: boolean }} options `keep` goes on from what earlier runs found worth
 *   keeping, instead of starting from the corpus alone
 * @param {Note} note
 * @returns {Promise<{ inputs: number, finding: string | undefined, output: string }>} `finding` is the path of an
 *   input that broke the target
 */
export async function fuzz(target, { seconds, seed, keep }, note) {
  const kept = join(ROOT, FOLDER, keep ? 'kept' : 'scratch', target);
  const findings = join(ROOT, FINDINGS);
  if (!keep) rmSync(kept, { recursive: true, force: true });
  for (const folder of [kept, findings]) mkdirSync(folder, { recursive: true });
  const before = new Set(readdirSync(findings));

  const { code, output } = await attempt(
    join(ROOT, FOLDER, `fuzz_${target}`),
    [
      `-max_total_time=${seconds}`,
      `-seed=${seed}`,
      `-max_len=${LONGEST_INPUT[target]}`,
      `-timeout=${HANG}`,
      `-report_slow_units=${HANG}`,
      '-entropic=0', // Weighing the inputs takes more time than trying them.
      '-print_final_stats=1',
      `-artifact_prefix=${findings}/${target}-`,
      kept,
      join(ROOT, 'tests/fuzz/corpus', target),
    ],
    { note },
  );
  const inputs = Number(/number_of_executed_units: (\d+)/.exec(output)?.[1] ?? 0);
  const finding = readdirSync(findings).find((name) => !before.has(name));
  if (code === 0 && inputs > 0) return { inputs, finding: undefined, output };
  return { inputs, finding: finding ? `${FINDINGS}/${finding}` : 'none written', output };
}

/**
 * The suite: two minutes, half for each target, both at the same time.
 * @param {Note} note
 * @returns {Promise<import('./suite.mjs').Outcome>}
 */
export async function fuzzSuite(note) {
  const remark = await whyNoFuzzing(note);
  if (remark !== undefined) return { passed: 0, failed: 0, skipped: FUZZ_TARGETS.length, output: '', remark };
  await buildFuzz(note);
  const results = await Promise.all(
    FUZZ_TARGETS.map((target) => fuzz(target, { seconds: 60, seed: 1, keep: false }, note)),
  );
  const counts = results.map(({ inputs }, place) => `${inputs} ${FUZZ_TARGETS[place]}`);
  const outputs = results.flatMap(({ finding, output }) => (finding ? [`${output}\nThe input: ${finding}`] : []));
  return {
    passed: FUZZ_TARGETS.length - outputs.length,
    failed: outputs.length,
    skipped: 0,
    output: outputs.join('\n'),
    remark: `${counts.join(' and ')} tried, ${outputs.length} findings`,
  };
}
