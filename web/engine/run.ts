import type { Recipe } from '../recipe/schema';
import type { Caller } from './core-calls';
import { EngineError } from './engine-error';
import type {
  Baseline,
  Baselines,
  Capture,
  Evaluation,
  ForwardMode,
  GradientComparison,
  Matrix,
  Metrics,
  Nudged,
  OperationShape,
  ParameterShape,
  Progress,
  Response,
  RowSet,
  Run,
  RunStatus,
  Trace,
} from './types';

/** In the order of the core's enum TrainingStatus. */
const STATUSES: readonly RunStatus[] = ['training', 'finished', 'stopped-early', 'diverged'];

/** The range in which the course varies one feature, in scaled units. */
const SWEEP = { from: -1.5, to: 3.5, steps: 40 };

const CURVE = { from: -3, to: 3, points: 25 };

/** The network as the core describes it: operations name their parameters by index. */
interface Description {
  readonly parameters: readonly Omit<ParameterShape, 'offset'>[];
  readonly operations: readonly (Omit<OperationShape, 'parameters' | 'curve'> & {
    readonly parameters: readonly number[];
  })[];
}

/** A run of the engine, known there by its number. */
export class EngineRun implements Run {
  readonly parameterShapes: readonly ParameterShape[];
  readonly operations: readonly OperationShape[];
  readonly baselines: Baselines;
  readonly #call: Caller;
  readonly #number: number;
  readonly #features: number;

  /** `recipe` is the one that the core made the run from. */
  constructor(call: Caller, number: number, { data, layers }: Recipe) {
    this.#call = call;
    this.#number = number;
    this.#features = data.features.length;
    const { parameters, operations } = this.#ask<Description>('describe');
    this.parameterShapes = withOffsets(parameters);
    this.operations = operations.map((operation) => ({
      ...operation,
      parameters: operation.parameters.map((place) => this.parameterShapes[place] as ParameterShape),
      curve: operation.role === 'activation' ? activationCurve(call, operation.name, layers[operation.layer]) : null,
    }));
    this.baselines = this.baselinesOf(0);
  }

  /** The baselines, with the metrics of one target; the loss is that of all targets. */
  baselinesOf(target: number): Baselines {
    return {
      meanTarget: this.#baseline('meanBaseline', target),
      leastSquares: {
        ...this.#baseline('leastSquaresBaseline', target),
        ...this.#ask<{ coefficients: Float64Array; intercept: number }>('leastSquares', target),
      },
    };
  }

  rows(set: RowSet): Int32Array {
    return this.#ask('rows', set);
  }

  targets(set: RowSet): Float64Array {
    return this.#ask<Matrix>('targets', set).values;
  }

  progress(): Progress {
    return toProgress(this.#ask('progress'));
  }

  trainBatches(count: number): Progress {
    return toProgress(this.#ask('trainBatches', count));
  }

  evaluations(after = 0): Evaluation[] {
    const numbers = this.#ask<Float64Array>('evaluations', after);
    return Array.from({ length: numbers.length / 3 }, (_, i) => {
      const [epoch, batch, loss] = numbers.subarray(3 * i) as unknown as [number, number, number];
      return { epoch, batch, loss };
    });
  }

  loss(set: RowSet): number {
    return this.#ask('loss', set);
  }

  metrics(set: RowSet, target = 0): Metrics {
    return this.#ask('metrics', set, target);
  }

  predictions(set: RowSet): Float64Array {
    return this.#ask<Matrix>('predictions', set).values;
  }

  predict(features: Matrix): Float64Array {
    if (!('rows' in features)) {
      const sentence = `The rows to predict must be a matrix { rows, columns: ${this.#features}, values }, not a list.`;
      throw new EngineError('SHAPE_MISMATCH', sentence);
    }
    return this.#ask<Matrix>('predict', features).values;
  }

  response(feature: number, from = SWEEP.from, to = SWEEP.to, steps = SWEEP.steps, target = 0): Response {
    return { feature, ...this.#ask<Omit<Response, 'feature'>>('response', feature, from, to, steps, target) };
  }

  parameters(): Float64Array {
    return this.#ask('parameters');
  }

  gradients(): Float64Array {
    return this.#ask('gradients');
  }

  activations(rows: Int32Array): Matrix[] {
    return this.#ask('activations', rows);
  }

  trace(rows: Int32Array, mode: ForwardMode = 'inference'): Trace {
    return this.#ask('trace', rows, mode);
  }

  nextRows(): Int32Array {
    return this.#ask('nextRows');
  }

  compareGradients(rows: Int32Array, nudged: Nudged, first: number, count: number, step: number): GradientComparison {
    return this.#ask('compareGradients', rows, placeOf(nudged), first, count, step);
  }

  objectiveAround(rows: Int32Array, nudged: Nudged, element: number, offsets: readonly number[]): Float64Array {
    return this.#ask('objectiveAround', rows, placeOf(nudged), element, Float64Array.from(offsets));
  }

  setParameters(parameters: Float64Array): void {
    this.#ask('setParameters', parameters);
  }

  setLearningRate(learningRate: number): void {
    this.#ask('setLearningRate', learningRate);
  }

  capture(): Capture {
    return this.#ask('capture');
  }

  restore(capture: Capture): void {
    this.#ask('restore', capture);
  }

  dispose(): void {
    this.#ask('dispose');
  }

  #ask<Reply>(name: string, ...args: unknown[]): Reply {
    return this.#call(name, [this.#number, ...args]) as Reply;
  }

  #baseline(name: 'meanBaseline' | 'leastSquaresBaseline', target: number): Baseline {
    const of = (set: RowSet) => this.#ask<{ loss: number; metrics: Metrics }>(name, set, target);
    const [training, test] = [of('training'), of('test')];
    const validation = this.rows('validation').length > 0 ? of('validation') : null;
    return {
      training: training.metrics,
      validation: validation?.metrics ?? null,
      test: test.metrics,
      loss: { training: training.loss, validation: validation?.loss ?? null, test: test.loss },
    };
  }
}

/** The output of an activation for inputs around 0, for a small picture. */
function activationCurve(call: Caller, name: string, settings: object = {}): number[] {
  return [...(call('activationCurve', [name, settings, CURVE.from, CURVE.to, CURVE.points]) as Float64Array)];
}

/** The core counts parameters from 0 and takes -1 for the features. */
function placeOf(nudged: Nudged): number {
  return nudged === 'features' ? -1 : nudged;
}

function withOffsets(shapes: readonly Omit<ParameterShape, 'offset'>[]): ParameterShape[] {
  let offset = 0;
  return shapes.map((shape) => {
    const placed = { ...shape, offset };
    offset += shape.rows * shape.columns;
    return placed;
  });
}

/** The order is that of `progress` in wasm/bindings/run_calls.hpp. */
function toProgress(numbers: Float64Array): Progress {
  const [status, epoch, batch, batchInEpoch, batchesInEpoch, fraction, batchLoss, epochLoss, learningRate] =
    numbers as unknown as number[] as [number, number, number, number, number, number, number, number, number];
  return {
    status: STATUSES[status] as RunStatus,
    epoch,
    batch,
    batchInEpoch,
    batchesInEpoch,
    fraction,
    batchLoss,
    epochLoss,
    learningRate,
  };
}
