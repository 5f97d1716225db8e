/** Runs the checks of the network; loaded when the first one is asked for. */
import { EngineError } from '../../engine/engine-error';
import type { GradientComparison, MetricsBySet, Nudged } from '../../engine/types';
import type { Recipe } from '../../recipe/schema';
import {
  type CheckedPart,
  type Correction,
  type GradientCheck,
  hasMovedOn,
  placeOf,
  withSummedBiasGradient,
} from '../../state/check/check-state';
import { elementCount, namedMatrix } from '../../state/check/element-names';
import { NUDGE, roundingNoise } from '../../state/check/gradient-check';
import type { CheckCommand } from '../../state/page/events';
import type { RunState } from '../../state/run/run-state';
import { TrainingClient } from '../../worker/client';
import { ChunkSize } from './chunk-size';
import type { Store } from './store';

/** Points of a drawn slope; odd, so that one of them is the element's own value. */
const SLOPE_POINTS = 41;
/**
 * How far a slope is drawn on either side of the value, multiplied for large values: far enough to show its curvature.
 */
const LEAST_REACH = 2;

let checks = 0;

/** Rejects with the EngineError of the call that failed. */
export function runCheck(command: CheckCommand, store: Store, client: TrainingClient): Promise<void> {
  switch (command.type) {
    case 'check-gradients':
      return checkGradients(command, store, client);
    case 'look-at-slope':
      return lookAtSlope(command, store, client);
    case 'compare-correction':
      return compareCorrection(store);
  }
}

type Command<Type extends CheckCommand['type']> = Extract<CheckCommand, { type: Type }>;

async function checkGradients(
  { what, rows: asked }: Command<'check-gradients'>,
  store: Store,
  client: TrainingClient,
): Promise<void> {
  const { run } = store.state;
  // Another network may have been opened in the meantime, with fewer parameters.
  if (run === null || (typeof what === 'number' && what >= run.description.parameters.length)) return;
  checks += 1;
  const id = checks;
  const show = (gradients: GradientCheck | null) => store.dispatch({ type: 'check-changed', changes: { gradients } });
  const isOurs = () => {
    const { gradients } = store.state.check;
    return gradients?.status === 'running' && gradients.id === id;
  };
  try {
    const place = placeOf(run);
    store.dispatch({ type: 'check-changed', changes: { slope: null } });
    show({ status: 'running', id, done: 0, total: 0 });
    const { rows, trace } = await client.call('trace', { rows: asked });
    const places = (what === 'network' ? [...run.description.parameters.keys()] : [what]) as Nudged[];
    const counts = places.map((nudged) => elementCount(namedMatrix(run.description, nudged, rows)));
    const total = counts.reduce((sum, count) => sum + count, 0);
    let done = 0;
    const goesOn = (count: number) => {
      if (!isOurs()) return false;
      const isOvertaken = hasMovedOn(place, store.state.run);
      done += count;
      show(isOvertaken ? { status: 'stopped', reason: 'overtaken' } : { status: 'running', id, done, total });
      return !isOvertaken;
    };
    const parts: CheckedPart[] = [];
    for (const [index, nudged] of places.entries()) {
      const comparison = await compareAll(client, rows, nudged, counts[index] as number, goesOn);
      if (comparison === null) return;
      parts.push({ nudged, comparison });
    }
    show({ status: 'done', ...place, rows, parts, noise: roundingNoise(trace) });
  } catch (error) {
    if (isOurs()) show(null);
    throw error;
  }
}

/** Compares all elements of a parameter or of the features, some at a time. Null if `goesOn` says to stop. */
async function compareAll(
  client: TrainingClient,
  rows: Int32Array,
  nudged: Nudged,
  total: number,
  goesOn: (count: number) => boolean,
): Promise<GradientComparison | null> {
  const comparison = { analytic: new Float64Array(total), numeric: new Float64Array(total) };
  const chunk = new ChunkSize(performance.now());
  for (let first = 0; first < total; ) {
    const count = Math.min(chunk.size, total - first);
    const part = await client.call('compareGradients', { rows, nudged, first, count, step: NUDGE });
    if (!goesOn(count)) return null;
    comparison.analytic.set(part.analytic, first);
    comparison.numeric.set(part.numeric, first);
    first += count;
    chunk.observe(performance.now());
  }
  return comparison;
}

async function lookAtSlope(
  { nudged, element }: Command<'look-at-slope'>,
  store: Store,
  client: TrainingClient,
): Promise<void> {
  const { run, check } = store.state;
  if (run === null || check.gradients?.status !== 'done') return;
  const { rows } = check.gradients;
  const place = placeOf(run);
  const value = await elementValue(run, nudged, element, rows, client);
  const reach = LEAST_REACH * Math.max(1, Math.abs(value));
  const middle = (SLOPE_POINTS - 1) / 2;
  const offsets = Float64Array.from({ length: SLOPE_POINTS }, (_, i) => ((i - middle) / middle) * reach);
  const [comparison, around] = await Promise.all([
    client.call('compareGradients', { rows, nudged, first: element, count: 1, step: NUDGE }),
    client.call('objectiveAround', { rows, nudged, element, offsets: [...offsets] }),
  ]);
  if (hasMovedOn(place, store.state.run)) return;
  const slope = {
    nudged,
    element,
    value,
    offsets,
    objective: around.values,
    analytic: comparison.analytic[0] as number,
    numeric: comparison.numeric[0] as number,
  };
  store.dispatch({ type: 'check-changed', changes: { slope } });
}

/** The value of a parameter's element; for a feature, the value that the first operation gets as input. */
async function elementValue(
  { description, latest }: RunState,
  nudged: Nudged,
  element: number,
  rows: Int32Array,
  client: TrainingClient,
): Promise<number> {
  if (nudged !== 'features') {
    return latest.parameters[(description.parameters[nudged]?.offset ?? 0) + element] as number;
  }
  const { trace } = await client.call('trace', { rows });
  return trace.operations[0]?.input.values[element] as number;
}

/** Ends at once when it is cancelled or another comparison replaces it. */
async function compareCorrection(store: Store): Promise<void> {
  const recipe = store.state.run?.description.recipe;
  if (recipe === undefined) return;
  checks += 1;
  const id = checks;
  const show = (correction: Correction | null) => store.dispatch({ type: 'check-changed', changes: { correction } });
  const isOurs = () => {
    const { correction } = store.state.check;
    return correction?.status === 'running' && correction.id === id;
  };
  // A separate worker, so that the current run is not changed.
  const client = new TrainingClient();
  const ended = store.subscribe(() => {
    if (!isOurs()) client.dispose();
  });
  let before = 0;
  client.onReport(({ progress }) => {
    if (isOurs()) show({ status: 'running', id, done: before + progress.fraction / 2 });
  });
  try {
    show({ status: 'running', id, done: 0 });
    const summed = await trainedMetrics(client, withSummedBiasGradient(recipe, true));
    before = 0.5;
    const corrected = await trainedMetrics(client, withSummedBiasGradient(recipe, false));
    if (isOurs()) show({ status: 'done', summed: summed.test, corrected: corrected.test });
  } catch (error) {
    // A disposed client rejects the calls that were waiting.
    if (!isOurs()) return;
    show(null);
    if (!(error instanceof EngineError)) throw error;
    store.dispatch({ type: 'request-refused', sentence: error.message });
  } finally {
    ended();
    client.dispose();
  }
}

/** Trains a recipe to its end. A step that asks for more batches also ends there. */
async function trainedMetrics(client: TrainingClient, recipe: Recipe): Promise<MetricsBySet> {
  await client.call('open', { recipe, dependenceFeature: 0 });
  const { metrics } = await client.call('step', { count: Number.MAX_SAFE_INTEGER, unit: 'epochs' });
  return metrics;
}
