// npm test [-- --only NAME,NAME]: runs every suite, prints a table, and the total as the last line.

import { parseArgs } from 'node:util';
import { buildEngine, buildLibrary, buildNative, buildScorm, buildSingle, buildSite } from './lib/build.mjs';
import { ARM64_PACKAGES, TEST_PACKAGES } from './lib/debian.mjs';
import { setUp } from './lib/setup.mjs';
import { explain, StepError, seconds, step } from './lib/step.mjs';
import { SUITES } from './suites.mjs';

/** @typedef {import('./lib/suite.mjs').Outcome} Outcome */
/** @typedef {import('./lib/suite.mjs').Suite} Suite */
/** @typedef {Omit<Outcome, 'output'> & { name: string, time: string }} Row */

const BROKEN = { passed: 0, failed: 1, skipped: 0 };

/** @param {() => Promise<unknown>} work */
function once(work) {
  /** @type {Promise<unknown> | undefined} */
  let result;
  return () => {
    result ??= work();
    return result;
  };
}

const engine = once(() => step('Build the engine (C++ to WebAssembly)', buildEngine));
const builds = {
  engine,
  native: once(() => step('Build the native core', buildNative)),
  site: once(() => engine().then(() => step('Build the site', buildSite))),
  single: once(() => engine().then(() => step('Build the single file', buildSingle))),
  scorm: once(() => step('Build what writes SCORM packages', buildScorm)),
  library: once(() => engine().then(() => step('Build the library', buildLibrary))),
};

/** @param {Suite} suite @returns {Promise<Omit<Outcome, 'output'>>} */
async function runSuite({ title, needs, run }) {
  for (const part of needs) await builds[part]();
  const outcome = await step(title, run);
  if (outcome.failed > 0) console.log(`\n${outcome.output.trimEnd()}\n`);
  return outcome;
}

/** A failed build breaks several suites; its reason is printed once. */
const told = new WeakSet();

/** @param {Suite} suite @returns {Promise<Row>} */
async function measured(suite) {
  const start = performance.now();
  const outcome = await runSuite(suite).catch((error) => {
    if (!told.has(error)) explain(error);
    told.add(error);
    return BROKEN;
  });
  return { ...outcome, name: suite.name, time: seconds(start) };
}

/** @param {readonly string[]} cells */
const line = ([name = '', passed = '', failed = '', skipped = '', retried = '', time = '']) =>
  `${name.padEnd(14)}${passed.padStart(8)}${failed.padStart(8)}${skipped.padStart(9)}${retried.padStart(9)}${time.padStart(10)}`;

/** @param {readonly Row[]} rows */
function printTable(rows) {
  console.log(`\n${line(['suite', 'passed', 'failed', 'skipped', 'retried', 'time'])}`);
  for (const { name, passed, failed, skipped, retried = 0, time } of rows) {
    console.log(line([name, `${passed}`, `${failed}`, `${skipped}`, `${retried}`, time]));
  }
}

/** @param {string} reason */
function misused(reason) {
  const known = SUITES.map((suite) => suite.name).join(', ');
  return new StepError(reason, `Try: npm test -- --only NAME,NAME. The suites are: ${known}.`);
}

/** @returns {string | undefined} */
function namesAsked() {
  try {
    return parseArgs({ options: { only: { type: 'string' } } }).values.only;
  } catch (error) {
    throw misused(/** @type {Error} */ (error).message);
  }
}

/** @returns {readonly Suite[]} */
function chosenSuites() {
  const asked = namesAsked();
  if (asked === undefined) return SUITES;
  const names = asked.split(',');
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) throw misused(`There is no suite called ${unknown.join(', ')}.`);
  return SUITES.filter((suite) => names.includes(suite.name));
}

/** @returns {Promise<Row[]>} */
async function runAll() {
  const start = performance.now();
  /** @type {Row[]} */
  const rows = [];
  try {
    const suites = chosenSuites();
    await setUp(process.env.CI ? [...TEST_PACKAGES, ...ARM64_PACKAGES] : TEST_PACKAGES);
    for (const suite of suites) rows.push(await measured(suite));
  } catch (error) {
    explain(error);
    rows.push({ ...BROKEN, name: 'setting up', time: seconds(start) });
  }
  return rows;
}

const rows = await runAll();
printTable(rows);
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
