/** Our engine in a worker of a browser. */
import wasmUrl from 'minifactory-wasm.wasm?url';
import { datasetNamed } from '../../../web/datasets/datasets';
import { loadEngine } from '../../../web/engine/load';
import type { Run } from '../../../web/engine/types';
import { parseRecipe } from '../../../web/recipe/parse';
import { EPOCH_BATCHES, type Model, recipeFor } from '../models.mjs';

const engine = loadEngine({ wasmUrl: new URL(wasmUrl, import.meta.url) });
const runs = new Map<Model, Run>();

async function open(model: Model): Promise<Run> {
  const parsed = parseRecipe(recipeFor(model));
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence);
  return (await engine).createRun(parsed.recipe, datasetNamed('boston'));
}

async function train(model: Model, epochs: number): Promise<number> {
  const run = runs.get(model) ?? (await open(model));
  runs.set(model, run);
  const start = performance.now();
  for (let epoch = 0; epoch < epochs; ++epoch) run.trainBatches(EPOCH_BATCHES);
  const seconds = (performance.now() - start) / 1000;
  if (run.progress().status !== 'training') throw new Error(`${model}: the run has ended.`);
  return seconds;
}

export type Answer = { readonly seconds: number } | { readonly error: string };

const answer = (model: Model, epochs: number): Promise<Answer> =>
  train(model, epochs).then(
    (seconds) => ({ seconds }),
    (error: unknown) => ({ error: String(error) }),
  );

self.onmessage = async ({ data }: MessageEvent<{ model: Model; epochs: number }>) => {
  self.postMessage(await answer(data.model, data.epochs));
};
