/** The current run: its description, its latest snapshot and the history that the charts draw. */
import type { CurvePoint, Evaluation } from '../../engine/types';
import type { Recipe } from '../../recipe/schema';
import { recipeEquals } from '../../recipe/serialise';
import type { RunDescription, Snapshot } from '../../worker/protocol';
import type { RateChange, RunResult } from '../runs/stored-run';
import { EMPTY_SERIES, extended, type Series } from './series';

/** The largest network that is stored with its run: 50 such runs take 20 MB. */
export const MOST_STORED_PARAMETERS = 50_000;

export interface RunState {
  readonly description: RunDescription;
  readonly latest: Snapshot;
  /** A few hundred points at most; the curve recorder limits them. */
  readonly curve: readonly CurvePoint[];
  readonly evaluations: Series<Evaluation>;
  /** The last two evaluations, the newest last: early stopping compares them. */
  readonly compared: readonly Evaluation[];
  /** Where the learning rate was changed. */
  readonly rates: readonly RateChange[];
  /**
   * The parameters before the first batch, flat: initialised, edited or opened. Null if the page never received them.
   */
  readonly firstParameters: Float64Array | null;
  /** The result before the run was rewound; null if it is at its end. */
  readonly left: RunResult | null;
}

const NO_HISTORY = { curve: [], evaluations: EMPTY_SERIES, compared: [] };

export function openedRun(description: RunDescription, snapshot: Snapshot): RunState {
  return withSnapshot(
    { description, latest: snapshot, ...NO_HISTORY, rates: [], firstParameters: null, left: null },
    snapshot,
  );
}

/** The run after a snapshot. A snapshot of another run changes nothing. */
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

/** Whether nothing has been trained, so that nothing is lost by starting again. */
export function isUntouched(run: RunState): boolean {
  return run.latest.progress.batch === 0 && !run.latest.playing;
}

export function isFinal(run: RunState): boolean {
  return run.latest.progress.status !== 'training';
}

/** Seconds until the recipe's end at the current speed; null if there is no speed yet. */
export function secondsLeft(run: RunState): number | null {
  const { progress, batchesPerSecond } = run.latest;
  if (batchesPerSecond <= 0 || progress.fraction <= 0) {
    return null;
  }
  return (progress.batch / progress.fraction - progress.batch) / batchesPerSecond;
}

export function resultOf({ description: { recipe }, latest, curve, rates }: RunState): RunResult {
  const { loss, metrics, edited } = latest;
  const { status, epoch, batch } = latest.progress;
  const parameters = latest.parameters.length <= MOST_STORED_PARAMETERS ? latest.parameters : null;
  return { recipe, status, epoch, batch, curve, loss, metrics, rates, edited, parameters, cutOff: false };
}

/** What would be lost if the page were closed now: a run that has finished an epoch and has not ended. */
export function underWay(run: RunState | null): RunResult | null {
  const result = run === null ? null : (run.left ?? resultOf(run));
  return result?.status === 'training' && result.epoch >= 1 ? result : null;
}

/**
 * The result before the run was rewound, as long as it is possible to go forward to it again: until training continues
 * from the earlier point or the learning rate changes.
 */
export function leftBehind(run: RunState, { restart, progress }: Snapshot): RunResult | null {
  const before = run.latest.progress;
  if (!restart) {
    const goesOn = progress.batch !== before.batch || progress.learningRate !== before.learningRate;
    return goesOn ? null : run.left;
  }
  const reached = run.left ?? resultOf(run);
  return progress.batch < reached.batch ? reached : null;
}

/** The changes of the learning rate up to the snapshot, including one that the snapshot brings. */
export function ratesUpTo(run: RunState, { restart, progress }: Snapshot): readonly RateChange[] {
  const { epoch, batch, learningRate } = progress;
  const known = restart ? (run.left?.rates ?? run.rates).filter((change) => change.batch <= batch) : run.rates;
  const rate = known.at(-1)?.learningRate ?? run.description.recipe.optimiser.learningRate;
  return rate === learningRate
    ? known
    : [...known.filter((change) => change.batch < batch), { epoch, batch, learningRate }];
}

/** The recipe being edited, null while it has problems, and the run on the page. */
export interface RecipeAndRun {
  readonly recipe: Recipe | null;
  readonly run: RunState | null;
}

/** Whether the recipe needs a different run than the current one, or has problems. */
export function isChanged({ recipe, run }: RecipeAndRun): boolean {
  return run !== null && (recipe === null || !recipeEquals(recipe, run.description.recipe));
}
