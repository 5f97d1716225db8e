/** How fast the page plays a run. */

import { fieldAt } from '../../recipe/fields';
import type { Recipe } from '../../recipe/schema';
import type { Speed } from '../../worker/protocol';
import { whole } from '../page/format';
import type { RunState } from './run-state';

/** `watch`: the whole recipe in about ten seconds, whatever its length; otherwise a value of the worker protocol. */
export type PlaySpeed = 'watch' | Speed;

export const FIRST_SPEED: PlaySpeed = 'watch';
const WATCH_SECONDS = 10;

/** The speeds to choose from; others come from links, embeds and earlier visits. */
export const SPEEDS: readonly PlaySpeed[] = ['watch', 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, null];

/** Batches from the first weights to the recipe's end. */
export function plannedBatches({ description, latest }: RunState): number {
  const { count, unit } = description.recipe.training.stopAfter;
  return unit === 'batches' ? count : count * latest.progress.batchesInEpoch;
}

/** The speed in batches a second; null for as fast as the engine can. At least one batch a second. */
export function workerSpeed(speed: PlaySpeed, run: RunState | null): Speed {
  if (speed !== 'watch') return speed;
  return run === null ? 1 : Math.max(1, plannedBatches(run) / WATCH_SECONDS);
}

export function speedText(speed: PlaySpeed): string {
  if (speed === 'watch') return `watch: ${WATCH_SECONDS} s a run`;
  if (speed === null) return 'as fast as possible';
  return speed === 1 ? '1 batch a second' : `${whole(speed)} batches a second`;
}

/** Converts the speed to the value of a `<select>`, and back. */
export function speedValue(speed: PlaySpeed): string {
  return speed === null ? 'fastest' : String(speed);
}

export function speedOf(value: string): PlaySpeed {
  if (value === 'watch') return value;
  return value === 'fastest' ? null : Number(value);
}

/** The run's recipe with twice as long to train, and without early stopping, which would end it immediately. */
export function longerRecipe({ description: { recipe }, latest }: RunState): Recipe {
  const { training } = recipe;
  const { count, unit } = training.stopAfter;
  const { epoch, batch } = latest.progress;
  const { max } = fieldAt('training.stopAfter.count', 'number');
  const reached = unit === 'epochs' ? epoch : batch;
  const longer = Math.min(max, Math.max(reached + 1, latest.progress.status === 'finished' ? 2 * count : count));
  return {
    ...recipe,
    training: { ...training, stopAfter: { count: longer, unit }, earlyStopping: false },
  };
}
