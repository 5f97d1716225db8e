/** The commands that train the run on the page: play, step, start over, and go on after a divergence. */
import type { Pass } from '../../state/inside/inside-state';
import { isBehind } from '../../state/recipe/recipe-state';
import { isFinal, isUntouched, type RunState } from '../../state/run/run-state';
import type { CallName, Calls, Snapshot } from '../../worker/protocol';
import type { Store } from './store';

/** Requests to the worker that it answers with how the run stands. */
export type SnapshotCall = { [Name in CallName]: Calls[Name]['reply'] extends Snapshot ? Name : never }[CallName];

export interface Player {
  readonly store: Store;
  /** Sends a request to the worker, and puts its answer into the state. */
  call<Name extends SnapshotCall>(name: Name, args: Calls[Name]['args']): Promise<void>;
  /** Trains at the chosen speed. */
  play(): Promise<void>;
  /** Makes a run from the current recipe. */
  open(): Promise<void>;
  /** As `open`, if the recipe has changed since the run was made. */
  bringUpToDate(): Promise<void>;
}

export async function train(player: Player): Promise<void> {
  await player.bringUpToDate();
  const { run } = player.store.state;
  if (run !== null && isFinal(run)) await startOver(player, run);
  await player.play();
}

/** Restarts from the first weights. A learning rate that was changed during training is kept. */
async function startOver({ store, call, open }: Player, { latest, description }: RunState): Promise<void> {
  const { learningRate } = latest.progress;
  if (learningRate === description.recipe.optimiser.learningRate) {
    await call('reset', {});
  } else {
    store.dispatch({ type: 'field-edited', path: 'optimiser.learningRate', value: learningRate });
    await open();
  }
}

/** Trains to the recipe’s end as fast as the engine can; the chosen speed is kept. */
export async function skip({ call, bringUpToDate }: Player): Promise<void> {
  await bringUpToDate();
  await call('play', { speed: null });
}

export async function step({ call, bringUpToDate }: Player, unit: 'batches' | 'epochs'): Promise<void> {
  await bringUpToDate();
  await call('step', { count: 1, unit });
}

/** Trains the batch whose pass is shown, in the current run, even if the recipe has changed since. */
export async function update({ store, call }: Player, { asked }: Pass): Promise<void> {
  // Something else was trained in the meantime, so another batch would be next.
  if (store.state.run?.latest !== asked) return;
  await call('step', { count: 1, unit: 'batches' });
  store.dispatch({ type: 'pass-step-chosen', step: 0 });
}

export async function reset({ store, call, bringUpToDate }: Player): Promise<void> {
  if (isBehind(store.state)) await bringUpToDate();
  else await call('reset', {});
}

/** Goes on from the best point of a run that diverged, with a smaller learning rate. */
export async function recover({ store, call, play }: Player, learningRate: number): Promise<void> {
  if (store.state.run === null) return;
  await call('restoreBest', { learningRate });
  await play();
}

/** Changes the rate of the run on its way, or of the recipe if nothing was trained yet. */
export async function setLearningRate({ store, call }: Player, learningRate: number): Promise<void> {
  const { run } = store.state;
  if (run === null || isUntouched(run)) {
    store.dispatch({ type: 'field-edited', path: 'optimiser.learningRate', value: learningRate });
  } else {
    await call('setLearningRate', { learningRate });
  }
}
