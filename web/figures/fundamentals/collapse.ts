/** The single layer that two linear layers are equal to. The engine computes the products. */
import type { CoreFunctions } from '../../engine/core-functions';
import type { Matrix, ParameterShape } from '../../engine/types';

type MatrixChain = CoreFunctions['matrixChain'];

export interface OneLayer {
  /** Shape (features, 1). */
  readonly W: Matrix;
  readonly b: number;
}

/** (X·W1 + B1)·W2 + B2 = X·(W1·W2) + (B1·W2 + B2). `parameters` is flat, laid out by `shapes`: W1, B1, W2, B2. */
export function collapsed(
  shapes: readonly ParameterShape[],
  parameters: Float64Array,
  matrixChain: MatrixChain,
): OneLayer {
  const [W1, B1, W2, B2] = shapes.map(({ rows, columns, offset }) => ({
    rows,
    columns,
    values: parameters.slice(offset, offset + rows * columns),
  })) as [Matrix, Matrix, Matrix, Matrix];
  const [shift = Number.NaN] = matrixChain(B1, W2).N.values;
  return { W: matrixChain(W1, W2).N, b: shift + (B2.values[0] as number) };
}

/** X·W + b, shape (rows). */
export function oneLayer(X: Matrix, { W, b }: OneLayer, matrixChain: MatrixChain): Float64Array {
  return matrixChain(X, W).N.values.map((value) => value + b);
}

export function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (b[i] as number))), 0);
}
