/** Continues training beyond the end of a recipe. */
import { featureIndex } from '../../state/data/columns';
import { longerRecipe } from '../../state/run/pace';
import { isFinal } from '../../state/run/run-state';
import type { TrainingClient } from '../../worker/client';
import type { Store } from './store';

/**
 * Extends the recipe of a run that has ended, and continues from its last checkpoint before the end, because a run that
 * has ended cannot be trained. A learning rate and parameters that were changed by hand are kept.
 */
export async function keepTraining(store: Store, client: TrainingClient, play: () => Promise<void>): Promise<void> {
  const { run, edits } = store.state;
  if (run === null || !isFinal(run)) return;
  const recipe = longerRecipe(run);
  const { parameters, progress, edited } = run.latest;
  store.dispatch({ type: 'snapshot-arrived', snapshot: await client.call('rewind', { batch: progress.batch - 1 }) });
  const checkpoint = await client.call('checkpoint', {});
  store.dispatch({ type: 'recipe-extended', recipe });
  store.dispatch({ type: 'run-opening' });
  const dependenceFeature = featureIndex(recipe, store.state.dependenceFeature);
  const { description } = await client.call('open', { recipe, dependenceFeature });
  const restored = await client.call('restore', { checkpoint });
  store.dispatch({ type: 'run-put-back', before: { run, edits }, description, snapshot: restored });
  const count = progress.batch - checkpoint.batch;
  if (count > 0) {
    store.dispatch({ type: 'snapshot-arrived', snapshot: await client.call('step', { count, unit: 'batches' }) });
  }
  if (edited.at(-1)?.batch === progress.batch) {
    store.dispatch({ type: 'snapshot-arrived', snapshot: await client.call('setParameters', { parameters }) });
  }
  await play();
}
