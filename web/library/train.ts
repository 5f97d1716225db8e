/** Training without a page: from a recipe to the trained network and its metrics. */
import { datasetNamed } from '../datasets/datasets';
import type { Engine } from '../engine/engine';
import { parseRecipe } from '../recipe/parse';
import type { Problem } from '../recipe/problem';
import type { RecipeInput } from '../recipe/schema';
import { packagedEngine } from './packaged-engine';
import type { TrainResult } from './train-result';
import { trainToEnd } from './train-to-end';

export interface TrainOptions {
  /** From `loadEngine`; by default the package's own, loaded once. */
  readonly engine?: Engine;
}

/**
 * Trains a recipe until it ends; the same recipe always gives the same result, bit for bit. A run that diverges is a
 * result, too: its `status` says so, and its parameters are the last finite ones. Rejects with a RecipeError for an
 * invalid recipe, and with an EngineError if data and recipe do not fit or the engine cannot be loaded.
 */
export async function train(recipe: RecipeInput, options: TrainOptions = {}): Promise<TrainResult> {
  const parsed = parseRecipe(recipe);
  if (!parsed.ok) throw new RecipeError(parsed.problems);
  const engine = options.engine ?? (await packagedEngine());
  return trainToEnd(engine, parsed.recipe, datasetNamed(parsed.recipe.data.source));
}

/** An invalid recipe; the message has one sentence for each problem. */
export class RecipeError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ sentence }) => sentence).join('\n'));
    this.name = 'RecipeError';
  }
}
