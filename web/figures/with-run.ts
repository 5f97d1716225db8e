import { datasetNamed } from '../datasets/datasets';
import type { Engine } from '../engine/engine';
import type { Run } from '../engine/types';
import type { Recipe } from '../recipe/schema';

/** Opens a run of the recipe on the main thread, passes it to `use`, and closes it. */
export function withRun<Result>(engine: Engine, recipe: Recipe, use: (run: Run) => Result): Result {
  const run = engine.createRun(recipe, datasetNamed(recipe.data.source));
  try {
    return use(run);
  } finally {
    run.dispose();
  }
}
