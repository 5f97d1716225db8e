/** What is stored of a run for comparison. */
import type { CurvePoint, MetricsBySet, RunStatus } from '../../engine/types';
import type { Recipe } from '../../recipe/schema';
import type { RunPoint } from '../../worker/protocol';

/** Numbers of a network that is kept with its run at most: with 50 runs they come to 20 MB. */
export const MOST_STORED_PARAMETERS = 50_000;

/** Colours, and dashes with them, before they come round again. */
export const RUN_COLOURS = 8;

/** The learning rate from one batch on. */
export interface RateChange extends RunPoint {
  readonly learningRate: number;
}

/** What a run came to. */
export interface RunResult {
  readonly recipe: Recipe;
  readonly status: RunStatus;
  readonly epoch: number;
  readonly batch: number;
  readonly curve: readonly CurvePoint[];
  readonly metrics: MetricsBySet;
  /** Where the learning rate was set to another than the recipe's, or back. */
  readonly rates: readonly RateChange[];
  /** Where parameters were edited by hand. */
  readonly edited: readonly RunPoint[];
  /** Those it came to, flat; null for a network of more than 50,000. */
  readonly parameters: Float64Array | null;
  /** The page was closed while it was under way. */
  readonly cutOff: boolean;
}

export interface StoredRun extends RunResult {
  /** Like no other, in this tab, others and later ones. */
  readonly id: string;
  readonly name: string;
  /** 0 to 7. */
  readonly colour: number;
  /** The kept run it went along with, and where they part; null where there is none. */
  readonly branch: Branch | null;
}

export interface Branch extends RunPoint {
  /** The kept run's id; it may have been deleted since. */
  readonly run: string;
}

/** Whether two points are the same to the last bit. */
export function isSamePoint(one: CurvePoint, other: CurvePoint | undefined): boolean {
  return (
    other !== undefined &&
    one.batch === other.batch &&
    Object.is(one.training, other.training) &&
    Object.is(one.validation, other.validation) &&
    Object.is(one.test, other.test)
  );
}
