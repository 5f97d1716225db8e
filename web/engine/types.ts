/** What crosses between the engine and everyone who uses it. All arrays are copies; nothing points into the heap. */

import type { OperationKind, OperationName, OperationRole } from '../explanations/parts';

/** Row-major. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** What the rows or the columns of a parameter stand for: the operation's inputs, its units, or a single row or column. */
export type Axis = 'input' | 'unit' | 'single';

/** One parameter of the network, and where it lies in the flat array of all parameters (or gradients). */
export interface ParameterShape {
  /** Its symbol and the number of its layer, counted from 1: `W1`, `B1`, `W2`, … */
  readonly name: string;
  /** Its letter in formulas: `W`, `B`, … */
  readonly symbol: string;
  /** Counted from 0. */
  readonly layer: number;
  /** Place of its operation in `Run.operations`. */
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
  /** What it learns; none, one or several of `Run.parameterShapes`. */
  readonly parameters: readonly ParameterShape[];
  /** Of an activation: its output for 25 inputs from −3 to 3, for a small picture. Null for other roles. */
  readonly curve: readonly number[] | null;
}

/**
 * `training`: more to do. The others are final. `diverged`: a batch or an evaluation came to a number that is not finite;
 * a batch that did is not counted, since it changed nothing.
 */
export type RunStatus = 'training' | 'finished' | 'stopped-early' | 'diverged';

export interface Progress {
  readonly status: RunStatus;
  /** Whole epochs done. */
  readonly epoch: number;
  /** Batches done in all, and in the current epoch. */
  readonly batch: number;
  readonly batchInEpoch: number;
  /** Batches the current epoch has in all. */
  readonly batchesInEpoch: number;
  /** 0 to 1, by the recipe's `stopAfter`. */
  readonly fraction: number;
  /** The recipe's loss of the latest batch, before its update; NaN before the first. */
  readonly batchLoss: number;
  /** Mean of the batch losses of the latest whole epoch, weighted by rows; NaN before the first. */
  readonly epochLoss: number;
  readonly learningRate: number;
}

/** One evaluation on the recipe's schedule; the rows it judges are validation rows if there are any, else test rows. */
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

/** How good the predictions of a simple model are, by the metrics and by the recipe's loss. */
export interface Baseline extends MetricsBySet {
  readonly loss: LossBySet;
}

/** What a model is compared with. */
export interface Baselines {
  /** Always the mean target of the training rows. */
  readonly meanTarget: Baseline;
  readonly leastSquares: Baseline & {
    /** One for each feature, as scaled. */
    readonly coefficients: Float64Array;
    readonly intercept: number;
  };
}

/** The model's answer as one feature moves and the others stay at their test-set mean. */
export interface Response {
  readonly feature: number;
  /** As the network sees it, and in the column's own unit. */
  readonly scaled: Float64Array;
  readonly raw: Float64Array;
  readonly predictions: Float64Array;
}

/** The exact state of a run; opaque bytes with a version and a checksum. */
export type Capture = Uint8Array;

/** Operations such as a dropout work differently in training, where they also draw random numbers. */
export type ForwardMode = 'training' | 'inference';

/** A matrix an operation or an optimiser works with besides parameters, by its name there. */
export interface NamedMatrix {
  readonly name: string;
  readonly value: Matrix;
}

/** A parameter in a pass; all matrices have its shape. */
export interface ParameterTrace {
  readonly value: Matrix;
  /** ∂L/∂value */
  readonly gradient: Matrix;
  /** What the optimiser's next step would make of it with this gradient. */
  readonly updated: Matrix;
  /** What the optimiser keeps for it from step to step, such as a velocity, and what the step would make of that. */
  readonly state: readonly { readonly name: string; readonly before: Matrix; readonly after: Matrix }[];
}

/** What one operation saw in a forward and a backward pass; rows are those of the pass. */
export interface OperationTrace {
  readonly input: Matrix;
  readonly output: Matrix;
  /** ∂L/∂output and ∂L/∂input. */
  readonly outputGradient: Matrix;
  readonly inputGradient: Matrix;
  /** In the order of `OperationShape.parameters`. */
  readonly parameters: readonly ParameterTrace[];
  /** What else it worked with, such as the mask of a dropout. */
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

/** What can be nudged: a parameter, by its place in `Run.parameterShapes`, or the features. */
export type Nudged = number | 'features';

/** Gradients of the same elements by the backward pass and by central differences. */
export interface GradientComparison {
  readonly analytic: Float64Array;
  readonly numeric: Float64Array;
}

/** A network and its training, made from one recipe on one data set. Call `dispose` when done with it. */
export interface Run {
  readonly parameterShapes: readonly ParameterShape[];
  readonly operations: readonly OperationShape[];
  readonly baselines: Baselines;

  /** Row numbers of the data set, in the split's order; empty for a validation set the split does not have. */
  rows(set: RowSet): Int32Array;
  /** Target values in the order of `rows(set)`. */
  targets(set: RowSet): Float64Array;

  progress(): Progress;
  /**
   * Trains up to `count` batches. Returns earlier at the end of an epoch, after a scheduled evaluation, and when the
   * run has come to its end, so that a caller can look in between: call again to go on.
   */
  trainBatches(count: number): Progress;
  /**
   * Evaluations on the recipe's schedule, made after batch `after`; all when left out. At most 4096 are held: of more,
   * evenly spaced ones and the latest two.
   */
  evaluations(after?: number): readonly Evaluation[];

  /** The loss that the recipe makes small, on these rows. Error TOO_FEW_ROWS for a set without rows. */
  loss(set: RowSet): number;
  metrics(set: RowSet): Metrics;
  predictions(set: RowSet): Float64Array;
  /** Predictions for raw (unscaled) feature rows, shape (rows, features) → (rows). */
  predict(features: Matrix): Float64Array;
  /** The course's sweep: the feature from `from` to `to` (scaled units) in `steps` points. */
  response(feature: number, from?: number, to?: number, steps?: number): Response;

  /** Flat, laid out by `parameterShapes`. */
  parameters(): Float64Array;
  /** The gradients of the latest batch, same layout. */
  gradients(): Float64Array;
  /** Each operation's output for the given rows of the data set, in the order of `operations`. */
  activations(rows: Int32Array): readonly Matrix[];

  /**
   * These rows of the data set forward and backward, operation by operation, in inference unless said otherwise. In
   * training mode it draws the random numbers that the next batch will draw: with `nextRows` it is exactly the pass of
   * that batch. Training is not affected, but `gradients` then holds those of this pass.
   */
  trace(rows: Int32Array, mode?: ForwardMode): Trace;
  /** The rows of the data set that the next batch will train on. */
  nextRows(): Int32Array;
  /** Elements `first` to `first + count` of a parameter or the features, row by row, nudged by `step` both ways. */
  compareGradients(rows: Int32Array, nudged: Nudged, first: number, count: number, step: number): GradientComparison;
  /** What training makes small, with one element moved by each of the offsets: its slope at 0 is the gradient. */
  objectiveAround(rows: Int32Array, nudged: Nudged, element: number, offsets: readonly number[]): Float64Array;

  /** Puts other numbers in place of all parameters, laid out by `parameterShapes`. */
  setParameters(parameters: Float64Array): void;
  setLearningRate(learningRate: number): void;
  capture(): Capture;
  restore(capture: Capture): void;
  dispose(): void;
}
