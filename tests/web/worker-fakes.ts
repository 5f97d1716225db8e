/** A clock that moves only when told, and a run whose numbers all depend on how many batches it has trained. */
import { EngineError } from '../../web/engine/engine-error';
import type {
  Baseline,
  Baselines,
  Capture,
  Evaluation,
  GradientComparison,
  LossBySet,
  Matrix,
  Metrics,
  OperationShape,
  ParameterShape,
  Progress,
  Response,
  RowSet,
  Run,
  Trace,
} from '../../web/engine/types';
import type { Recipe } from '../../web/recipe/schema';

export class FakeClock {
  time = 0;
  readonly now = () => this.time;
}

export interface FakeRunOptions {
  clock?: FakeClock;
  batchesPerEpoch?: number;
  epochs?: number;
  epochsPerEvaluation?: number;
  /** Milliseconds for one batch, by its number. */
  batchCost?: (batch: number) => number;
  /** Milliseconds to evaluate one row set. */
  metricsCost?: number;
  /** This batch's update makes the loss infinite. */
  divergesAt?: number;
  /** Training throws instead of training this batch. */
  failsAt?: number;
  hasValidation?: boolean;
  refusesCaptures?: boolean;
  /** Loss on the watched rows after so many batches. */
  lossAt?: (batch: number, weight: number) => number;
}

interface State {
  batch: number;
  learningRate: number;
  evaluations: Evaluation[];
  status: Progress['status'];
  /** Sum of the learning rates of all batches: a parameter that records how it was trained. */
  weight: number;
}

const metrics = (rows: number, mse: number): Metrics => ({
  rows,
  targetMean: 22,
  mae: mse / 2,
  mse,
  rmse: Math.sqrt(mse),
  relativeRmse: Math.sqrt(mse) / 22,
  r2: 1 - mse / 84,
});

const WEIGHT: ParameterShape = {
  name: 'W1',
  symbol: 'W',
  layer: 0,
  operation: 0,
  rows: 1,
  columns: 1,
  offset: 0,
  axes: ['input', 'unit'],
};
const WEIGHTS: OperationShape = {
  layer: 0,
  name: 'weight-multiply',
  kind: 'WeightMultiply',
  role: 'weights',
  inputs: 1,
  columns: 1,
  parameters: [WEIGHT],
  curve: null,
};

export class FakeRun implements Run {
  readonly parameterShapes: readonly ParameterShape[] = [WEIGHT];
  readonly operations: readonly OperationShape[] = [WEIGHTS];
  readonly baselines: Baselines;
  isDisposed = false;
  #state: State = { batch: 0, learningRate: 0.01, evaluations: [], status: 'training', weight: 0 };
  readonly #options: Required<FakeRunOptions>;

  constructor(options: FakeRunOptions = {}) {
    this.#options = {
      clock: new FakeClock(),
      batchesPerEpoch: 12,
      epochs: 50,
      epochsPerEvaluation: 10,
      batchCost: () => 0.01,
      metricsCost: 0,
      divergesAt: Number.POSITIVE_INFINITY,
      failsAt: Number.POSITIVE_INFINITY,
      hasValidation: false,
      refusesCaptures: false,
      lossAt: (batch) => 100 / (1 + batch),
      ...options,
    };
    const loss: LossBySet = { training: 84, validation: null, test: 84 };
    const bySet: Baseline = { loss, training: metrics(4, 84), validation: null, test: metrics(3, 84) };
    this.baselines = {
      meanTarget: bySet,
      leastSquares: { ...bySet, coefficients: Float64Array.of(1), intercept: 22 },
    };
  }

  rows(set: RowSet): Int32Array {
    if (set === 'training') return Int32Array.from({ length: this.#options.batchesPerEpoch * 32 }, (_, row) => row);
    if (set === 'validation') return this.#options.hasValidation ? Int32Array.of(0, 1) : new Int32Array();
    return Int32Array.of(1, 2, 3);
  }

  targets(set: RowSet): Float64Array {
    return new Float64Array(this.rows(set).length);
  }

  progress(): Progress {
    const { batchesPerEpoch, epochs } = this.#options;
    const { batch, status, learningRate } = this.#state;
    return {
      status,
      epoch: Math.floor(batch / batchesPerEpoch),
      batch,
      batchInEpoch: batch % batchesPerEpoch,
      batchesInEpoch: batchesPerEpoch,
      fraction: batch / (batchesPerEpoch * epochs),
      batchLoss: batch === 0 ? Number.NaN : 1,
      epochLoss: Number.NaN,
      learningRate,
    };
  }

  trainBatches(count: number): Progress {
    if (!Number.isInteger(count) || count < 1) throw new Error(`trainBatches(${count})`);
    const { batchesPerEpoch } = this.#options;
    for (let trained = 0; trained < count && this.#state.status === 'training'; trained += 1) {
      this.#trainOne();
      if (this.#state.batch % batchesPerEpoch === 0) break;
    }
    return this.progress();
  }

  #trainOne(): void {
    const { clock, batchCost, divergesAt, failsAt, batchesPerEpoch, epochs, epochsPerEvaluation, lossAt } =
      this.#options;
    const state = this.#state;
    if (state.batch === failsAt) throw new WebAssembly.RuntimeError('unreachable');
    clock.time += batchCost(state.batch);
    state.batch += 1;
    state.weight += state.learningRate;
    if (state.batch === divergesAt && state.learningRate >= 0.01) state.status = 'diverged';
    else if (state.batch === batchesPerEpoch * epochs) state.status = 'finished';
    if (state.status !== 'diverged' && state.batch % (batchesPerEpoch * epochsPerEvaluation) === 0) {
      state.evaluations.push({
        epoch: state.batch / batchesPerEpoch,
        batch: state.batch,
        loss: lossAt(state.batch, state.weight),
      });
    }
  }

  evaluations(after = 0): readonly Evaluation[] {
    return this.#state.evaluations.filter(({ batch }) => batch > after);
  }

  loss(set: RowSet): number {
    this.#options.clock.time += this.#options.metricsCost;
    return this.#lossOf(set);
  }

  #lossOf(set: RowSet): number {
    const loss = this.#options.lossAt(this.#state.batch, this.#state.weight);
    return set === 'training' ? loss / 2 : loss;
  }

  metrics(set: RowSet): Metrics {
    this.#options.clock.time += this.#options.metricsCost;
    return metrics(this.rows(set).length, this.#lossOf(set));
  }

  predictions(set: RowSet): Float64Array {
    return new Float64Array(this.rows(set).length).fill(this.#state.weight);
  }

  predict(features: Matrix): Float64Array {
    return new Float64Array(features.rows).fill(this.#state.weight);
  }

  response(feature: number): Response {
    if (feature > 12) throw new EngineError('OUT_OF_RANGE', `feature is ${feature}; there are 13.`);
    return { feature, scaled: Float64Array.of(0), raw: Float64Array.of(0), predictions: Float64Array.of(0) };
  }

  parameters(): Float64Array {
    return Float64Array.of(this.#state.weight);
  }

  gradients(): Float64Array {
    return Float64Array.of(1);
  }

  activations(): readonly Matrix[] {
    return [];
  }

  trace(): Trace {
    throw new Error('The worker does not look into a pass.');
  }

  nextRows(): Int32Array {
    return Int32Array.of();
  }

  compareGradients(): GradientComparison {
    return { analytic: Float64Array.of(), numeric: Float64Array.of() };
  }

  objectiveAround(): Float64Array {
    return Float64Array.of();
  }

  setParameters([weight]: Float64Array): void {
    this.#state = { ...this.#state, weight: weight ?? this.#state.weight };
  }

  setLearningRate(learningRate: number): void {
    if (learningRate > 100) throw new EngineError('OUT_OF_RANGE', `learningRate is ${learningRate}; at most 100.`);
    this.#state.learningRate = learningRate;
  }

  capture(): Capture {
    return new TextEncoder().encode(JSON.stringify(this.#state));
  }

  restore(capture: Capture): void {
    const text = new TextDecoder().decode(capture);
    if (this.#options.refusesCaptures || !text.startsWith('{'))
      throw new EngineError('BAD_CAPTURE', 'This is no capture of a run.');
    this.#state = JSON.parse(text);
  }

  dispose(): void {
    this.isDisposed = true;
  }
}

/** A recipe that fits the fake run's defaults; the session only reads its number of epochs. */
export function fakeRecipe(epochs = 50): Recipe {
  return {
    version: 1,
    name: '',
    data: { source: 'boston', features: ['LSTAT'], target: 'MEDV' },
    split: { testFraction: 0.3, validationFraction: 0, seed: 1 },
    scaling: { fitOn: 'training-rows', constantColumns: 'error' },
    layers: [{ type: 'dense', units: 1, activation: 'linear' }],
    initialisation: { weights: 'glorot-normal' },
    loss: { function: 'mean-squared-error', gradient: 'mean' },
    optimiser: { method: 'sgd', learningRate: 0.01 },
    training: {
      batchSize: 32,
      stopAfter: { count: epochs, unit: 'epochs' },
      evaluateEvery: { count: 10, unit: 'epochs' },
      earlyStopping: false,
      seed: 1,
    },
    quirks: { summedBiasGradient: false, shrinkingBatch: false, reseedEachLayer: false },
  };
}
