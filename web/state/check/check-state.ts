/**
 * The results of checks: gradients compared with numeric ones, one slope in detail, and a comparison of both bias
 * gradients.
 */
import type { GradientComparison, Metrics, Nudged } from '../../engine/types';
import type { Recipe } from '../../recipe/schema';
import { recipeEquals } from '../../recipe/serialise';
import type { RunState } from '../run/run-state';

/** One parameter or the features, with all elements, row by row. */
export interface CheckedPart {
  readonly nudged: Nudged;
  readonly comparison: GradientComparison;
}

/** The point of training at which a network was checked. */
interface Place {
  readonly runId: number;
  readonly epoch: number;
  readonly batch: number;
  readonly parameters: Float64Array;
}

export interface FinishedCheck extends Place {
  readonly status: 'done';
  readonly rows: Int32Array;
  readonly parts: readonly CheckedPart[];
  /** The largest error that rounding can cause in a numeric gradient. */
  readonly noise: number;
}

export type GradientCheck =
  /** Progress in elements; `id` distinguishes it from the check that replaces it. */
  | { readonly status: 'running'; readonly id: number; readonly done: number; readonly total: number }
  /** `overtaken`: the network changed before the check was done. */
  | { readonly status: 'stopped'; readonly reason: 'cancelled' | 'overtaken' }
  | FinishedCheck;

/** The training objective while one element varies and all others stay the same. */
export interface Slope {
  readonly nudged: Nudged;
  readonly element: number;
  /** The element's value; the offsets are relative to it. */
  readonly value: number;
  readonly offsets: Float64Array;
  readonly objective: Float64Array;
  readonly analytic: number;
  readonly numeric: number;
}

/** The same recipe trained to its end with the summed bias gradient and with the correct one. */
export type Correction =
  /** `id` distinguishes it from the comparison that replaces it; `done` is the share of both trainings, 0 to 1. */
  | { readonly status: 'running'; readonly id: number; readonly done: number }
  | { readonly status: 'cancelled' }
  | { readonly status: 'done'; readonly summed: Metrics; readonly corrected: Metrics };

export interface CheckState {
  readonly gradients: GradientCheck | null;
  readonly slope: Slope | null;
  readonly correction: Correction | null;
}

export const NOTHING_CHECKED: CheckState = { gradients: null, slope: null, correction: null };

/** A new run has no checks. The comparison of both bias gradients is kept if the recipes differ only in that. */
export function checkOfNewRun(check: CheckState, before: Recipe | undefined, recipe: Recipe): CheckState {
  const isOfIt =
    before !== undefined && recipeEquals(withSummedBiasGradient(before, false), withSummedBiasGradient(recipe, false));
  return { ...NOTHING_CHECKED, correction: isOfIt ? check.correction : null };
}

export function withSummedBiasGradient(recipe: Recipe, summedBiasGradient: boolean): Recipe {
  return { ...recipe, quirks: { ...recipe.quirks, summedBiasGradient } };
}

/** Whether the network has changed since `place`. */
export function hasMovedOn({ runId, batch, parameters }: Place, run: RunState | null): boolean {
  if (run === null || run.latest.runId !== runId || run.latest.progress.batch !== batch) return true;
  const now = run.latest.parameters;
  return now !== parameters && now.some((value, index) => value !== parameters[index]);
}

/** The current point of the run, to compare with later. */
export function placeOf({ latest }: RunState): Place {
  const { epoch, batch } = latest.progress;
  return { runId: latest.runId, epoch, batch, parameters: latest.parameters };
}
