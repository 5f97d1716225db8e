/** The run on the page: its description, its latest snapshot and the history drawn in the charts. */
import type { CurvePoint, Evaluation } from '../../engine/types';
import type { Recipe } from '../../recipe/schema';
import { recipeEquals } from '../../recipe/serialise';
import type { RunDescription, Snapshot } from '../../worker/protocol';
import { MOST_STORED_PARAMETERS, type RateChange, type RunResult } from '../runs/stored-run';
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

export function resultOf({ description: { recipe }, latest, curve, rates }: RunState): RunResult {
  const { metrics, edited } = latest;
  const { status, epoch, batch } = latest.progress;
  const parameters = latest.parameters.length <= MOST_STORED_PARAMETERS ? latest.parameters : null;
  return { recipe, status, epoch, batch, curve, metrics, rates, edited, parameters, cutOff: false };
}

/** What would be lost if the page were closed now: a run that has come to an epoch and not to its end. */
export function underWay(run: RunState | null): RunResult | null {
  const result = run === null ? null : (run.left ?? resultOf(run));
  return result?.status === 'training' && result.epoch >= 1 ? result : null;
}

/**
 * What the run had come to before it was rewound, for as long as one can still go back there: until it goes on from
 * the earlier point or with another learning rate.
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

/** The changes of the learning rate up to where the snapshot is, with the one it brings if it does. */
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

/** The recipe asks for another run than the one on the page, or is not yet one that can be run. */
export function isChanged({ recipe, run }: RecipeAndRun): boolean {
  return run !== null && (recipe === null || !recipeEquals(recipe, run.description.recipe));
}
