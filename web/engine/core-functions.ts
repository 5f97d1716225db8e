/**
 * Chapter 1's functions, chapter 3's classes on numbers handed in, and the core's lists of names, as one table: name →
 * function on plain numbers, strings and matrices. The ledger and the lessons call the core through it, natively as in WebAssembly. Every function is pure;
 * an unknown name or a shape that does not fit throws an EngineError.
 *
 * Derivatives come from their formulas, or, given a `step`, from central differences with that step, function by
 * function: so the course takes them, and its printed digits (step 0.001) differ from the exact ones.
 */
import type { Matrix, Trace } from './types';

/** σ(X·W) summed to one number L, with every step and every gradient readable. X is (n, m), W is (m, k). */
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

/** What goes back through an operation. */
export interface OperationGradients {
  /** ∂L/∂input, of the input's shape. */
  readonly inputGradient: Matrix;
  /** ∂L/∂parameter, of the parameter's shape; null where there is none. */
  readonly parameterGradient: Matrix | null;
}

export interface LossAndGradient {
  /** Σ(P − y)² / rows. */
  readonly loss: number;
  /** ∂L/∂P = 2(P − y) / rows, of the predictions' shape. */
  readonly gradient: Matrix;
}

/** A Dense layer by its numbers: weights (in, out), bias (1, out). */
export interface GivenLayer {
  readonly weights: Matrix;
  readonly bias: Matrix;
  readonly activation: string;
}

/** One batch forward and backward, and where the optimiser's step leads. */
export interface TrainStep {
  readonly trace: Trace;
  /** Weights and bias of each layer after the step, in forward order. */
  readonly parameters: readonly Matrix[];
}

export interface CoreFunctions {
  /** Functions of one number a chain may be built from. */
  functionNames(): string[];
  activationNames(): string[];
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
  /** value + step·slope: where the tangent says a function goes. */
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

  /** `weight-multiply` and `bias-add` take a parameter, an activation takes null. Input (rows, in) → output (rows, out). */
  operationForward(name: string, parameter: Matrix | null, input: Matrix): Matrix;
  /** Forward with this input, then backward with ∂L/∂output, which must have the output's shape. */
  operationBackward(name: string, parameter: Matrix | null, input: Matrix, outputGradient: Matrix): OperationGradients;
  /** Predictions and targets of one shape. */
  meanSquaredError(predictions: Matrix, targets: Matrix): LossAndGradient;
  /**
   * One step of stochastic gradient descent on the mean squared error of these rows. Errors also: NOT_FINITE if a
   * parameter would not stay finite, OUT_OF_RANGE for the learning rate.
   */
  trainStep(layers: readonly GivenLayer[], features: Matrix, targets: Matrix, learningRate: number): TrainStep;
}
