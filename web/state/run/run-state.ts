/** The run on the page: its description, its latest snapshot and the history drawn in the charts. */
import type { CurvePoint, Evaluation } from '../../engine/types';
import type { RunDescription, Snapshot } from '../../worker/protocol';
import type { RateChange, RunResult } from '../runs/stored-runs';
import { leftBehind, ratesUpTo } from './run-result';
import { EMPTY_SERIES, extended, type Series } from './series';

export interface RunState {
  readonly description: RunDescription;
  readonly latest: Snapshot;
  /** Some hundreds of points at most: the recorder of the run sees to that. */
  readonly curve: readonly CurvePoint[];
  readonly evaluations: Series<Evaluation>;
  /** The last two evaluations, newest last: the ones early stopping compares. */
  readonly compared: readonly Evaluation[];
  /** Where the learning rate was changed on the way. */
  readonly rates: readonly RateChange[];
  /** Flat, before the first batch, as drawn, edited or opened; null where the page has not seen them. */
  readonly firstParameters: Float64Array | null;
  /** What it had come to before it was rewound; null where it stands at its end. */
  readonly left: RunResult | null;
}

const NO_HISTORY = { curve: [], evaluations: EMPTY_SERIES, compared: [] };

export function openedRun(description: RunDescription, snapshot: Snapshot): RunState {
  return withSnapshot(
    { description, latest: snapshot, ...NO_HISTORY, rates: [], firstParameters: null, left: null },
    snapshot,
  );
}

/** The run with what a snapshot brings. A snapshot of another run changes nothing. */
export function withSnapshot(run: RunState, snapshot: Snapshot): RunState {
  if (snapshot.runId !== run.description.runId) {
    return run;
  }
  const before = snapshot.restart ? NO_HISTORY : run;
  return {
    description: run.description,
    latest: snapshot,
    curve: snapshot.curve.length > 0 ? [...before.curve, ...snapshot.curve] : before.curve,
    evaluations: extended<Evaluation>(before.evaluations, snapshot.evaluations),
    compared: [...before.compared, ...snapshot.evaluations].slice(-2),
    rates: ratesUpTo(run, snapshot),
    firstParameters: snapshot.progress.batch === 0 ? snapshot.parameters : run.firstParameters,
    left: leftBehind(run, snapshot),
  };
}

/** Nothing has been trained, so nothing is lost by starting anew. */
export function isUntouched(run: RunState): boolean {
  return run.latest.progress.batch === 0 && !run.latest.playing;
}

export function isFinal(run: RunState): boolean {
  return run.latest.progress.status !== 'training';
}

/** Seconds until the recipe's end at the present pace; null where there is no pace yet. */
export function secondsLeft(run: RunState): number | null {
  const { progress, batchesPerSecond } = run.latest;
  if (batchesPerSecond <= 0 || progress.fraction <= 0) {
    return null;
  }
  return (progress.batch / progress.fraction - progress.batch) / batchesPerSecond;
}
