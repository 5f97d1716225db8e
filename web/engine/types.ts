/** The types that pass between the engine and its callers. All arrays are copies; none points into the heap. */

import type { OperationKind, OperationName, OperationRole } from '../explanations/parts';

/** Row-major. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** The meaning of the rows or columns of a parameter: the operation's inputs, its units, or a single row or column. */
export type Axis = 'input' | 'unit' | 'single';

/** One parameter of the network, and its place in the flat array of all parameters (or gradients). */
export interface ParameterShape {
  /** Its symbol and the number of its layer, counted from 1: `W1`, `B1`, `W2`, … */
  readonly name: string;
  /** Its letter in formulas: `W`, `B`, … */
  readonly symbol: string;
  /** Counted from 0. */
  readonly layer: number;
  /** Index of its operation in `Run.operations`. */
  readonly operation: number;
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
  readonly axes: readonly [rows: Axis, columns: Axis];
}

/** One operation of the network, in forward order. */
export interface OperationShape {
  readonly layer: number;
  /** Its name in the core's registry and in recipes: `weight-multiply`, `leaky-relu`, … */
  readonly name: OperationName;
  /** The core's class: `WeightMultiply`, `BiasAdd`, `Sigmoid`, … */
  readonly kind: OperationKind;
  readonly role: OperationRole;
  /** Columns of its input. */
  readonly inputs: number;
  /** Columns of its output; its rows are those of the batch. */
  readonly columns: number;
  /** Its parameters; none, one or several of `Run.parameterShapes`. */
  readonly parameters: readonly ParameterShape[];
  /** Of an activation: its output for 25 inputs from −3 to 3, for a small picture. Null for other roles. */
  readonly curve: readonly number[] | null;
}

/**
 * `training`: not finished. The others are final. `diverged`: a batch or an evaluation gave a number that is not
 * finite; such a batch is not counted, because it changed nothing.
 */
export type RunStatus = 'training' | 'finished' | 'stopped-early' | 'diverged';

export interface Progress {
  readonly status: RunStatus;
  /** Completed epochs. */
  readonly epoch: number;
  /** Completed batches in all, and in the current epoch. */
  readonly batch: number;
  readonly batchInEpoch: number;
  /** Number of batches in the current epoch. */
  readonly batchesInEpoch: number;
  /** 0 to 1, by the recipe's `stopAfter`. */
  readonly fraction: number;
  /** The recipe's loss of the latest batch, before its update; NaN before the first. */
  readonly batchLoss: number;
  /** Mean of the batch losses of the latest completed epoch, weighted by rows; NaN before the first. */
  readonly epochLoss: number;
  readonly learningRate: number;
}

/** One scheduled evaluation. It uses the validation rows if there are any, else the test rows. */
export interface Evaluation {
  readonly epoch: number;
  readonly batch: number;
  readonly loss: number;
}

/** One point of the loss curve, taken at the end of an epoch; the same recipe always gives the same points. */
export interface CurvePoint {
  readonly epoch: number;
  readonly batch: number;
  /** The recipe's loss on the training, validation and test rows; null where the split has no validation rows. */
  readonly training: number;
  readonly validation: number | null;
  readonly test: number;
}

/** `training`, `validation` and `test` rows of the split. */
export type RowSet = 'training' | 'validation' | 'test';

export interface Metrics {
  readonly rows: number;
  readonly targetMean: number;
  readonly mae: number;
  readonly mse: number;
  readonly rmse: number;
  /** RMSE over the mean target. */
  readonly relativeRmse: number;
  readonly r2: number;
}

/** One value for each row set; validation is null where the split has none. */
export interface BySet<Value> {
  readonly training: Value;
  readonly validation: Value | null;
  readonly test: Value;
}

export type MetricsBySet = BySet<Metrics>;
export type LossBySet = BySet<number>;

/** The quality of the predictions of a simple model, by the metrics and by the recipe's loss. */
export interface Baseline extends MetricsBySet {
  readonly loss: LossBySet;
}

/** Simple models to compare with. */
export interface Baselines {
  /** Always predicts the mean target of the training rows. */
  readonly meanTarget: Baseline;
  readonly leastSquares: Baseline & {
    /** One for each feature, as scaled. */
    readonly coefficients: Float64Array;
    readonly intercept: number;
  };
}

/** The model's prediction as one feature varies and the others stay at their test-set mean. */
export interface Response {
  readonly feature: number;
  /** In scaled units, and in the column's own unit. */
  readonly scaled: Float64Array;
  readonly raw: Float64Array;
  readonly predictions: Float64Array;
}

/** The exact state of a run: opaque bytes with a version and a checksum. */
export type Capture = Uint8Array;

/** Operations such as dropout work differently in training, where they also draw random numbers. */
export type ForwardMode = 'training' | 'inference';

/** A named matrix that an operation or an optimiser uses besides parameters. */
export interface NamedMatrix {
  readonly name: string;
  readonly value: Matrix;
}

/** A parameter in a pass; all these matrices have its shape. */
export interface ParameterTrace {
  readonly value: Matrix;
  /** ∂L/∂value */
  readonly gradient: Matrix;
  /** Its value after the optimiser's next step with this gradient. */
  readonly updated: Matrix;
  /** What the optimiser stores for it between steps, such as a velocity, and its value after the step. */
  readonly state: readonly { readonly name: string; readonly before: Matrix; readonly after: Matrix }[];
}

/** The arrays of one operation in a forward and a backward pass; the rows are those of the pass. */
export interface OperationTrace {
  readonly input: Matrix;
  readonly output: Matrix;
  /** ∂L/∂output and ∂L/∂input. */
  readonly outputGradient: Matrix;
  readonly inputGradient: Matrix;
  /** In the order of `OperationShape.parameters`. */
  readonly parameters: readonly ParameterTrace[];
  /** Other arrays of the operation, such as the mask of dropout. */
  readonly internals: readonly NamedMatrix[];
}

/** A whole pass, operation by operation, in the order of `Run.operations`. */
export interface Trace {
  readonly operations: readonly OperationTrace[];
  /** Shape (rows, 1), as the targets and ∂L/∂predictions. */
  readonly predictions: Matrix;
  readonly targets: Matrix;
  readonly loss: number;
  readonly lossGradient: Matrix;
}

/** What a gradient check can change: a parameter, by its index in `Run.parameterShapes`, or the features. */
export type Nudged = number | 'features';

/** Gradients of the same elements by the backward pass and by central differences. */
export interface GradientComparison {
  readonly analytic: Float64Array;
  readonly numeric: Float64Array;
}

/** A network and its training, made from one recipe and one data set. Call `dispose` when done with it. */
export interface Run {
  readonly parameterShapes: readonly ParameterShape[];
  readonly operations: readonly OperationShape[];
  readonly baselines: Baselines;

  /** Row numbers of the data set, in the order of the split; empty if the split has no validation rows. */
  rows(set: RowSet): Int32Array;
  /** Target values in the order of `rows(set)`. */
  targets(set: RowSet): Float64Array;

  progress(): Progress;
  /**
   * Trains up to `count` batches. Returns earlier at the end of an epoch, after a scheduled evaluation and at the end
   * of the run, so that the caller can react in between. Call it again to continue.
   */
  trainBatches(count: number): Progress;
  /**
   * Scheduled evaluations after batch `after`; by default all. At most 4096 are stored: if there are more, evenly
   * spaced ones and the latest two.
   */
  evaluations(after?: number): readonly Evaluation[];

  /** The recipe's loss on these rows. Error TOO_FEW_ROWS for a set without rows. */
  loss(set: RowSet): number;
  metrics(set: RowSet): Metrics;
  predictions(set: RowSet): Float64Array;
  /**
   * Predictions for rows of raw (unscaled) features, shape (rows, features) → (rows). Error SHAPE_MISMATCH.
   */
  predict(features: Matrix): Float64Array;
  /** The partial dependence: the feature goes from `from` to `to` (scaled units) in `steps` points. */
  response(feature: number, from?: number, to?: number, steps?: number): Response;

  /** A flat array, laid out by `parameterShapes`. */
  parameters(): Float64Array;
  /** The gradients of the latest batch, in the same layout. */
  gradients(): Float64Array;
  /** Each operation's output for the given rows of the data set, in the order of `operations`. */
  activations(rows: Int32Array): readonly Matrix[];

  /**
   * The forward and backward pass of these rows, operation by operation; in inference mode by default. In training mode
   * it draws the random numbers that the next batch will draw: with `nextRows`, it is exactly the pass of that batch.
   * It does not affect training, but `gradients` then contains the gradients of this pass.
   */
  trace(rows: Int32Array, mode?: ForwardMode): Trace;
  /** The rows of the data set that the next batch will train on. */
  nextRows(): Int32Array;
  /** Changes elements `first` to `first + count` of a parameter or the features by `step` up and down, row by row. */
  compareGradients(rows: Int32Array, nudged: Nudged, first: number, count: number, step: number): GradientComparison;
  /**
   * The loss that training minimises, with one element changed by each of the offsets. Its slope at 0 is the gradient.
   */
  objectiveAround(rows: Int32Array, nudged: Nudged, element: number, offsets: readonly number[]): Float64Array;

  /** Replaces all parameters; the array is laid out by `parameterShapes`. */
  setParameters(parameters: Float64Array): void;
  setLearningRate(learningRate: number): void;
  capture(): Capture;
  restore(capture: Capture): void;
  dispose(): void;
}
