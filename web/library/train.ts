/** Training without a page: from a recipe to the trained network and its metrics. */
import type { Dataset } from '../datasets/dataset';
import type { DatasetId } from '../datasets/dataset-ids';
import type { Engine } from '../engine/engine';
import type { Run } from '../engine/types';
import { parseRecipe } from '../recipe/parse';
import type { Problem } from '../recipe/problem';
import type { Recipe, RecipeInput } from '../recipe/schema';
import { type TrainedNetwork, trainedNetwork } from './network';
import { packagedEngine, packagedModule } from './packaged-engine';
import { datasetOf, type Table } from './table';
import { trainInSlices, type Watch } from './train-in-slices';
import { trainInWorker } from './train-in-worker';
import type { Trained } from './train-to-end';

export interface RunOptions {
  /** The table to learn from, instead of the one that the recipe names. */
  readonly dataset?: Table | undefined;
  /** From `loadEngine`; by default the package's own, loaded once. */
  readonly engine?: Engine | undefined;
}

/** With an `engine` of its own, training stays on the current thread. */
export interface TrainOptions extends RunOptions, Watch {}

/**
 * Trains a recipe until it ends; the same recipe always gives the same result, bit for bit. A run that diverges is a
 * result, too: its `status` says so, and its parameters are the last finite ones. On a page it trains in a worker if
 * the page allows one, and otherwise with pauses for other work. Rejects with a RecipeError for an invalid recipe, and
 * with an EngineError if data and recipe do not fit or the engine cannot be loaded.
 */
export async function train(recipe: RecipeInput, options: TrainOptions = {}): Promise<TrainedNetwork> {
  const [checked, dataset] = await checkedRun(recipe, options.dataset);
  options.signal?.throwIfAborted();
  const engine = options.engine ?? (await packagedEngine());
  const trained =
    (await elsewhere(checked, dataset, options)) ?? (await trainInSlices(engine, checked, dataset, options));
  return trainedNetwork(trained, dataset, engine);
}

/**
 * A run to train step by step and to look into; call its `dispose` when done with it. Rejects with a RecipeError or an
 * EngineError, as `train`.
 */
export async function createRun(recipe: RecipeInput, options: RunOptions = {}): Promise<Run> {
  const checked = await checkedRun(recipe, options.dataset);
  return (options.engine ?? (await packagedEngine())).createRun(...checked);
}

/** The values of a data set that comes with Minifactory, as a recipe's `data.source` names it; loaded when needed. */
export async function loadDataset(id: DatasetId): Promise<Dataset> {
  return (await import('../datasets/datasets')).datasetNamed(id);
}

/** The recipe with every default filled in, and its data. */
async function checkedRun(input: RecipeInput, table: Table | undefined): Promise<[Recipe, Dataset]> {
  const own = table === undefined ? undefined : datasetOf(table);
  const parsed = own === undefined ? parseRecipe(input) : parseRecipe(input, () => own);
  if (!parsed.ok) throw new RecipeError(parsed.problems);
  return [parsed.recipe, own ?? (await loadDataset(parsed.recipe.data.source))];
}

/** Trains in a worker; null where that is not wanted or not possible. */
async function elsewhere(recipe: Recipe, dataset: Dataset, options: TrainOptions): Promise<Trained | null> {
  const isPage = typeof document === 'object' && typeof Worker === 'function';
  if (!isPage || options.engine !== undefined) return null;
  return trainInWorker({ compiled: await packagedModule(), recipe, dataset }, options);
}

/** An invalid recipe; the message has one sentence for each problem. */
export class RecipeError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ sentence }) => sentence).join('\n'));
    this.name = 'RecipeError';
  }
}
