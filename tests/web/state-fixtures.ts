/** Runs and snapshots made by hand, for tests of the page's state. */
import type {
  Baseline,
  CurvePoint,
  Evaluation,
  LossBySet,
  Metrics,
  MetricsBySet,
  Progress,
} from '../../web/engine/types';
import type { Recipe } from '../../web/recipe/schema';
import { firstRecipe, initialState } from '../../web/state/page/initial-state';
import type { PageState } from '../../web/state/page/page-state';
import { reduce } from '../../web/state/page/reduce';
import type { RunResult } from '../../web/state/runs/stored-run';
import type { RunDescription, Snapshot } from '../../web/worker/protocol';

export function metrics(mse: number): Metrics {
  return { rows: 152, targetMean: 22, mae: mse / 2, mse, rmse: Math.sqrt(mse), relativeRmse: 0.2, r2: 1 - mse / 100 };
}

export function bySet(mse: number): MetricsBySet {
  return { training: metrics(mse), validation: null, test: metrics(mse) };
}

export function lossBySet(loss: number): LossBySet {
  return { training: loss, validation: null, test: loss };
}

function baseline(mse: number): Baseline {
  return { loss: lossBySet(mse), ...bySet(mse) };
}

export function progress(changes: Partial<Progress> = {}): Progress {
  return {
    status: 'training',
    epoch: 0,
    batch: 0,
    batchInEpoch: 0,
    batchesInEpoch: 12,
    fraction: 0,
    batchLoss: Number.NaN,
    epochLoss: Number.NaN,
    learningRate: 0.01,
    ...changes,
  };
}

export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    runId: 1,
    playing: false,
    progress: progress(),
    restart: false,
    curve: [],
    evaluations: [],
    loss: lossBySet(16),
    metrics: bySet(16),
    parameters: new Float64Array(),
    testPredictions: new Float64Array(),
    dependence: { feature: 12, scaled: new Float64Array(), raw: new Float64Array(), predictions: new Float64Array() },
    batchesPerSecond: 0,
    sprint: null,
    checkpoint: null,
    checkpoints: [],
    best: { epoch: 0, batch: 0 },
    edited: [],
    ...changes,
  };
}

export function description(recipe: Recipe = firstRecipe(), runId = 1): RunDescription {
  const none = new Float64Array();
  return {
    runId,
    recipe,
    parameters: [],
    operations: [],
    rows: { training: new Int32Array(354), validation: new Int32Array(), test: new Int32Array(152) },
    baselines: { meanTarget: baseline(80), leastSquares: { ...baseline(25), coefficients: none, intercept: 22 } },
  };
}

export function point(epoch: number, test: number): CurvePoint {
  return { epoch, batch: epoch * 12, training: test, validation: null, test };
}

export function evaluation(epoch: number, loss: number): Evaluation {
  return { epoch, batch: epoch * 12, loss };
}

/** A page with an untouched run of the first preset. */
export function openedPage(): PageState {
  const opened = snapshot({ restart: true, curve: [point(0, 500)] });
  return reduce(initialState('', {}), { type: 'run-opened', description: description(), snapshot: opened });
}

/** The same page later in its run. */
export function pageAfter(changes: Partial<Snapshot>): PageState {
  return reduce(openedPage(), { type: 'snapshot-arrived', snapshot: snapshot(changes) });
}

/** A curve with a point at each epoch. */
export function upTo(epochs: number, lossAt = (epoch: number) => 500 / (1 + epoch)): CurvePoint[] {
  return Array.from({ length: epochs + 1 }, (_, epoch) => point(epoch, lossAt(epoch)));
}

/** The result of a run of the first preset. */
export function result(epochs: number, changes: Partial<RunResult> = {}): RunResult {
  return {
    recipe: firstRecipe(),
    status: 'finished',
    epoch: epochs,
    batch: epochs * 12,
    curve: upTo(epochs),
    loss: lossBySet(16),
    metrics: bySet(16),
    rates: [],
    edited: [],
    parameters: null,
    cutOff: false,
    ...changes,
  };
}
