/** The stored form of a run, to compare it with others. */
import type { CurvePoint, LossBySet, MetricsBySet, RunStatus } from '../../engine/types';
import type { Recipe } from '../../recipe/schema';
import type { RunPoint } from '../../worker/protocol';

/** The learning rate from one batch on. */
export interface RateChange extends RunPoint {
  readonly learningRate: number;
}

/** The result of a run. */
export interface RunResult {
  readonly recipe: Recipe;
  readonly status: RunStatus;
  readonly epoch: number;
  readonly batch: number;
  readonly curve: readonly CurvePoint[];
  readonly loss: LossBySet;
  readonly metrics: MetricsBySet;
  /** Where the learning rate was changed by hand. */
  readonly rates: readonly RateChange[];
  /** Where parameters were edited by hand. */
  readonly edited: readonly RunPoint[];
  /** The latest parameters, flat; null for a network of more than 50,000. */
  readonly parameters: Float64Array | null;
  /** Whether the page was closed while the run was being trained. */
  readonly cutOff: boolean;
}

export interface StoredRun extends RunResult {
  /** Unique in this browser, across tabs and visits. */
  readonly id: string;
  readonly name: string;
  /** The index of its colour, 0 to 7. */
  readonly colour: number;
  /** The stored run it branched from, and where; null if there is none. */
  readonly branch: Branch | null;
}

export interface Branch extends RunPoint {
  /** The stored run's id; that run may have been deleted since. */
  readonly run: string;
}
