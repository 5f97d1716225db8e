/** Finds the next call to the worker that brings a run to the wanted state. Pure. */
import type { Recipe } from '../recipe/schema';
import type { RunState } from '../state/run/run-state';

/** The wanted state of a run. A recipe is the same one only if it is the same object. */
export interface WantedRun {
  readonly recipe: Recipe;
  /** Batches trained, counted from 0; a recipe that ends earlier stays at its end. */
  readonly batches: number;
  /** Index of the feature whose partial dependence is drawn. */
  readonly dependenceFeature: number;
}

export type Move =
  | { readonly kind: 'open' | 'set-dependence-feature' | 'pause' | 'reset' | 'rewind' }
  | { readonly kind: 'step'; readonly count: number };

/** Null if the run is in the wanted state, or has ended before it. */
export function nextMove(run: RunState | null, recipe: Recipe | null, wanted: WantedRun): Move | null {
  if (run === null || recipe !== wanted.recipe) return { kind: 'open' };
  const { latest } = run;
  if (latest.dependence.feature !== wanted.dependenceFeature) return { kind: 'set-dependence-feature' };
  const { batch, status } = latest.progress;
  if (batch === wanted.batches || (batch < wanted.batches && status !== 'training')) {
    return latest.playing ? { kind: 'pause' } : null;
  }
  if (latest.playing) return { kind: 'pause' };
  if (batch < wanted.batches) return { kind: 'step', count: wanted.batches - batch };
  return { kind: wanted.batches === 0 ? 'reset' : 'rewind' };
}

/** All batches a recipe asks for. */
export function batchesInAll({ description: { recipe, rows } }: RunState): number {
  const { stopAfter, batchSize } = recipe.training;
  const batchesInEpoch = Math.ceil(rows.training.length / batchSize);
  return stopAfter.unit === 'batches' ? stopAfter.count : stopAfter.count * batchesInEpoch;
}
