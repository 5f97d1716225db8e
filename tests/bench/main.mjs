// The benchmark: measures every program in turn on one machine, and writes a table and JSON.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { datasetNamed, loadEngine, parseRecipe } from '../../lib/index.js';
import { ROOT } from '../../scripts/lib/command.mjs';
import { playgroundLoad } from '../../scripts/lib/first-load.mjs';
import { step } from '../../scripts/lib/step.mjs';
import { judge } from './goals.mjs';
import { measure } from './measure.mjs';
import { MODELS, recipeFor } from './models.mjs';
import { measurePage } from './page.mjs';
import { sides } from './sides.mjs';
import { measureSlow } from './slow.mjs';
import { measureViews } from './views.mjs';

const FOLDER = join(ROOT, 'build/bench');

/** The raw table for the core, and the standardised training rows for programs that take arrays. */
async function writeData() {
  mkdirSync(FOLDER, { recursive: true });
  const { rows, columns, values } = datasetNamed('boston');
  const table = join(FOLDER, 'table.txt');
  writeFileSync(table, `${rows} ${columns.length}\n${values.join('\n')}\n`);

  const engine = await loadEngine({ wasmBinary: readFileSync(join(ROOT, 'lib/minifactory.wasm')) });
  const recipe = parseRecipe(recipeFor('A'));
  if (!recipe.ok) throw new Error(recipe.problems[0]?.sentence);
  const run = engine.createRun(recipe.recipe, datasetNamed('boston'));
  const training = run.rows('training');
  const targets = Array.from(run.targets('training'));
  const features = standardised(values, rows, columns.length, training);
  const file = join(FOLDER, 'training-rows.json');
  writeFileSync(file, JSON.stringify({ features, targets }));
  return { table, standardised: file };
}

/**
 * Columns less their mean, over their population standard deviation; all but the last column, which is the target.
 * @param {Float64Array} values @param {number} rows @param {number} width @param {Int32Array} chosen
 */
function standardised(values, rows, width, chosen) {
  const column = (/** @type {number} */ index) =>
    Array.from({ length: rows }, (_, row) => values[row * width + index] ?? 0);
  const scaled = Array.from({ length: width - 1 }, (_, index) => {
    const raw = column(index);
    const mean = raw.reduce((sum, value) => sum + value, 0) / rows;
    const deviation = Math.sqrt(raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows);
    return raw.map((value) => (value - mean) / deviation);
  });
  return Array.from(chosen, (row) => scaled.map((values) => values[row] ?? 0));
}

/**
 * Opens all programs, lets them train in turn and closes them in any case.
 * @param {Awaited<ReturnType<typeof sides>>} kinds
 */
async function compare(kinds) {
  /** @type {Map<string, import('./sides.mjs').Side>} */
  const open = new Map();
  try {
    for (const { id, title, open: start } of kinds) {
      open.set(id, await step(title, start));
    }
    const timings = await step('Train', (note) => measure(open, note));
    const versions = Object.fromEntries([...open].map(([id, { version }]) => [id, version]));
    return { timings, versions };
  } finally {
    for (const side of open.values()) await side.close();
  }
}

/** The machine of the measurement, and its load. */
function describeMachine() {
  const [cpu] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return { date, cpu: cpu?.model ?? '', cores: cpus().length, load: loadavg()[0] ?? 0 };
}

/** @param {Awaited<ReturnType<typeof sides>>} kinds @param {readonly import('./measure.mjs').Timing[]} timings */
function printTimings(kinds, timings) {
  const models = Object.keys(MODELS);
  const row = (/** @type {string} */ title, /** @type {string[]} */ cells) =>
    `${title.padEnd(44)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  console.log(`\nMicroseconds a batch of 32 rows; median of interleaved rounds\n\n${row('', models)}`);
  for (const { id, title } of kinds) {
    const cells = models.map((model) => {
      const timing = timings.find((each) => each.model === model && each.side === id);
      return timing ? timing.median.toPrecision(3) : '';
    });
    console.log(row(title, cells));
  }
  console.log();
  for (const [model, { title }] of Object.entries(MODELS)) console.log(`${model}  ${title}`);
}

/** Measures everything, prints it and writes build/bench.json; resolves to whether all targets are met. */
export async function bench() {
  const machine = describeMachine();
  const kinds = await sides(await writeData());
  const { timings, versions } = await compare(kinds);
  const page = await step('The page', measurePage);
  const views = await step('Its views', measureViews);
  const files = playgroundLoad(join(ROOT, 'dist/index.html'));
  const slow = await step('A slow machine', measureSlow);
  const goals = judge(timings, page, views, slow, files);

  printTimings(kinds, timings);
  console.log(`\n${machine.date}, ${machine.cpu}, ${machine.cores} cores`);
  if (machine.load > machine.cores / 2) {
    console.log(`Other programs were busy (load ${machine.load.toFixed(1)}): do not trust these figures.`);
  }
  for (const { id, title, precision } of kinds) console.log(`${title}: ${versions[id]}, ${precision}`);
  console.log(
    '\nStandardised Boston data, 354 rows, batches of 32, SGD at 0.01, rows shuffled anew each epoch\n' +
      '(trainOnBatch: the same batches each epoch). Sides take turns, round by round.\n',
  );
  for (const { title, value, met } of goals)
    console.log(`${met ? 'met    ' : 'NOT MET'}  ${value.padStart(9)}  ${title}`);

  const described = kinds.map(({ id, title, precision }) => ({ id, title, precision, version: versions[id] }));
  const report = { machine, models: MODELS, sides: described, timings, page, views, slow, firstLoad: files, goals };
  writeFileSync(join(ROOT, 'build/bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  console.log('\nAll figures: build/bench.json');
  return goals.every(({ met }) => met);
}
