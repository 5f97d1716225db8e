// Our engine in Node, through the installed package.

import { readFile } from 'node:fs/promises';
import { datasetNamed, loadEngine, parseRecipe } from '../../lib/index.js';
import { answerLines } from './answer-lines.mjs';
import { EPOCH_BATCHES, recipeFor } from './models.mjs';

const engine = await loadEngine({
  wasmBinary: await readFile(new URL('../../lib/minifactory.wasm', import.meta.url)),
});

/** @param {import('./models.mjs').Model} model */
function open(model) {
  const parsed = parseRecipe(recipeFor(model));
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence);
  return engine.createRun(parsed.recipe, datasetNamed('boston'));
}

/** @type {Map<string, ReturnType<typeof open>>} */
const runs = new Map();

await answerLines(`Node ${process.versions.node}`, async (model, epochs) => {
  const run = runs.get(model) ?? open(/** @type {import('./models.mjs').Model} */ (model));
  runs.set(model, run);
  const start = performance.now();
  for (let epoch = 0; epoch < epochs; ++epoch) run.trainBatches(EPOCH_BATCHES);
  const seconds = (performance.now() - start) / 1000;
  if (run.progress().status !== 'training') throw new Error(`${model}: the run has ended: ${run.progress().status}.`);
  return seconds;
});
