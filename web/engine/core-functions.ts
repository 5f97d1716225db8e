/**
 * Chapter 1's functions, the core's operations, losses and optimisers on plain numbers, and its lists of names, as
 * one table: name → function on plain numbers, strings and matrices. The ledger and the lessons call the core through
 * it, both natively and in WebAssembly. Every function is pure; an unknown name or a shape that does not fit throws an
 * EngineError.
 *
 * Derivatives come from their formulas or, with a `step`, from central differences with that step for each
 * function. The course uses the latter, so its printed digits (step 0.001) differ from the exact ones.
 */
import type { OperationRole, Task } from '../explanations/parts';
import type { Matrix, Trace } from './types';

/** σ(X·W), summed to one number L, with every step and every gradient. X is (n, m), W is (m, k). */
export interface MatrixChain {
  /** X·W, shape (n, k). */
  readonly N: Matrix;
  /** σ(N), shape (n, k). */
  readonly S: Matrix;
  /** The sum of all elements of S. */
  readonly L: number;
  /** All ones, shape (n, k). */
  readonly dLdS: Matrix;
  /** σ′(N), element by element, shape (n, k). */
  readonly dSdN: Matrix;
  /** Shape (n, m). */
  readonly dLdX: Matrix;
  /** Shape (m, k). */
  readonly dLdW: Matrix;
}

export interface TwoInputs {
  readonly value: number;
  /** Derivatives of the value with respect to x and y. */
  readonly dx: number;
  readonly dy: number;
}

/** The gradients from the backward pass of an operation. */
export interface OperationGradients {
  /** ∂L/∂input, of the input's shape. */
  readonly inputGradient: Matrix;
  /** ∂L/∂parameter for each of its parameters, of the parameter's shape. */
  readonly parameterGradients: readonly Matrix[];
}

export interface LossAndGradient {
  readonly loss: number;
  /** ∂L/∂predictions, of the predictions' shape. */
  readonly gradient: Matrix;
}

/** A registered operation. */
export interface RegisteredOperation {
  /** As recipes write it: `leaky-relu`. */
  readonly name: string;
  /** The core's class: `LeakyReLU`. */
  readonly kind: string;
  readonly role: OperationRole;
}

/** A registered loss. */
export interface RegisteredLoss {
  /** As recipes write it: `mean-squared-error`. */
  readonly name: string;
  readonly task: Task;
}

/** How close scores are to the actual classes. The predicted class is the first with the highest score. */
export interface ClassMetrics {
  readonly rows: number;
  /** The share of rows whose predicted class is the actual one. */
  readonly accuracy: number;
  /** The mean of −ln of the actual class's probability, which is the softmax of the scores. */
  readonly crossEntropy: number;
  /** Row counts, (actual classes, predicted classes). */
  readonly confusion: Matrix;
  /** Of the rows predicted as a class, the share that are of it; NaN for a class that is never predicted. */
  readonly precision: Float64Array;
  /** Of the rows of a class, the share that are predicted as it; NaN for a class without rows. */
  readonly recall: Float64Array;
}

/** Row numbers, from 0. */
export interface SplitRows {
  readonly training: Int32Array;
  readonly validation: Int32Array;
  readonly test: Int32Array;
}

/** Settings of an operation, a loss or an optimiser, by the names that recipes use. */
export type Settings = Readonly<Record<string, number | string | boolean>>;

/** A network and how it is trained, in the words of a recipe. */
export interface StandaloneNetwork {
  readonly layers: readonly Settings[];
  readonly loss: Settings;
  readonly optimiser: Settings;
}

export interface CoreFunctions {
  /** The functions of one number that a chain can contain. */
  functionNames(): string[];
  operationNames(): RegisteredOperation[];
  lossNames(): string[];
  /** The losses with their tasks, in the order of `lossNames`. */
  losses(): RegisteredLoss[];
  optimiserNames(): string[];
  layerTypeNames(): string[];
  weightInitialisationNames(): string[];
  gradientScaleNames(): string[];

  /** The value after each function, first function first: f1(x), f2(f1(x)), … */
  chainValues(names: readonly string[], x: number): number[];
  /** Each function's derivative at its own input, in the same order. */
  chainFactors(names: readonly string[], x: number, step?: number): number[];
  /** The product of the factors: the derivative of the whole chain at x. */
  chainDerivative(names: readonly string[], x: number, step?: number): number;
  /** Central difference (f(x + step) − f(x − step)) / (2·step). */
  chainNumericDerivative(names: readonly string[], x: number, step: number): number;
  /** value + step·slope: the estimate from the tangent. */
  linearEstimate(value: number, slope: number, step: number): number;
  /** (nudged − value) / step. */
  forwardDifference(value: number, nudged: number, step: number): number;

  /** f(x + y) or f(x·y). */
  twoInputs(combine: 'sum' | 'product', name: string, x: number, y: number, step?: number): TwoInputs;

  /** Standard normal matrices, drawn one after the other from one generator; shapes are [rows, columns]. */
  randomNormals(seed: number, shapes: readonly (readonly [number, number])[]): Matrix[];

  matrixChain(X: Matrix, W: Matrix, step?: number): MatrixChain;
  /** L with one element of X replaced by `value`. */
  matrixChainAt(X: Matrix, W: Matrix, row: number, column: number, value: number): number;
  /** One matrix of X's shape for each element of N, row-major: ∂Nᵢⱼ/∂X. Their sum is what 1·Wᵀ gives. */
  partialMatrices(X: Matrix, W: Matrix): Matrix[];

  /**
   * Any registered operation with the parameters it has: `weight-multiply` takes one, an activation none. In inference.
   */
  operationForward(name: string, parameters: readonly Matrix[], input: Matrix, settings?: Settings): Matrix;
  /** Forward with this input, then backward with ∂L/∂output, which must have the output's shape. */
  operationBackward(
    name: string,
    parameters: readonly Matrix[],
    input: Matrix,
    outputGradient: Matrix,
    settings?: Settings,
  ): OperationGradients;
  /** Any registered activation at `count` numbers from `from` to `to`, both ends included. */
  activationCurve(name: string, from: number, to: number, count: number, settings?: Settings): Float64Array;
  /** Any registered loss. Predictions and targets of one shape. */
  lossOf(name: string, settings: Settings, predictions: Matrix, targets: Matrix): LossAndGradient;
  /**
   * One batch forward and backward in training mode, and the parameters after the optimiser's first step. Parameters
   * are those of all layers in forward order. Error NOT_FINITE if a parameter would not stay finite.
   */
  trainStep(network: StandaloneNetwork, parameters: readonly Matrix[], features: Matrix, targets: Matrix): Trace;

  // Classification. Scores and targets are (rows, classes); targets are one-hot rows, else Error NOT_ONE_HOT.

  /** softmax of each row of scores. */
  classProbabilities(scores: Matrix): Matrix;
  classMetrics(scores: Matrix, targets: Matrix): ClassMetrics;
  /** (1, classes): the scores of always predicting the shares of the classes, so the most frequent one. */
  frequencyScores(targets: Matrix): Matrix;
  /** A split into as many rows as without classes, in which each set has the proportions of the classes. */
  stratifiedSplit(targets: Matrix, testFraction: number, validationFraction: number, seed: number): SplitRows;
}
