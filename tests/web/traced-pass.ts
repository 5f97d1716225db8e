/** A real pass of a network in training. */
import type { PassContext } from '../../web/diagrams/pass/names';
import type { Run } from '../../web/engine/types';
import type { RecipeInput } from '../../web/recipe/schema';
import { readEngine } from '../engine/node-worker';
import { smallRecipe, TABLE } from '../engine/small-run';
import { snapshot } from './state-fixtures';

const engine = await readEngine();

/** The next batch of a run after three others; the run is disposed of afterwards. */
export function withPass<Result>(input: RecipeInput, use: (context: PassContext, run: Run) => Result): Result {
  const recipe = smallRecipe(input);
  const run = engine.createRun(recipe, TABLE);
  try {
    run.trainBatches(3);
    const rows = run.nextRows();
    const pass = {
      runId: 1,
      source: 'next',
      rows,
      trace: run.trace(rows, 'training'),
      progress: run.progress(),
      asked: snapshot(),
    } as const;
    return use({ recipe, operations: run.operations, pass }, run);
  } finally {
    run.dispose();
  }
}
