/** The matrices of chapter 1's last pages: random from a seed, with one element of X changed by the reader. */
import type { MatrixContent, MatrixPlace } from '../../charts/matrix/place';
import type { EngineFunctions } from '../../engine/core-calls';
import type { Matrix } from '../../engine/types';
import { elementOf } from './arrays';

type Shape = readonly [rows: number, columns: number];

/** A row times a column, and the course's larger example. */
export const VECTOR_SHAPES: readonly [Shape, Shape] = [
  [1, 3],
  [3, 1],
];
export const MATRIX_SHAPES: readonly [Shape, Shape] = [
  [3, 3],
  [3, 2],
];

/** X, then W, from one generator: standard normal numbers. */
export function drawXAndW(
  functions: EngineFunctions,
  seed: number,
  shapes: readonly [Shape, Shape],
): readonly [X: Matrix, W: Matrix] {
  return functions.randomNormals(seed, shapes) as [Matrix, Matrix];
}

/** From `x2` (of a row) or `x23`, counted from 1, to an index counted from 0. */
export function placeNamed(element: string): MatrixPlace {
  const [row, column] = element.length === 2 ? ['1', element[1]] : [element[1], element[2]];
  return { row: Number(row) - 1, column: Number(column) - 1 };
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** `x₂₃` for `x23`. */
export function elementTitle(element: string): string {
  return element.replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)] ?? digit);
}

/** The matrix with `amount` added to one element. */
export function moveElement(functions: EngineFunctions, matrix: Matrix, place: MatrixPlace, amount: number): Matrix {
  const values = Float64Array.from(matrix.values);
  values[place.row * matrix.columns + place.column] = functions.linearEstimate(
    elementOf(matrix, place.row, place.column),
    1,
    amount,
  );
  return { ...matrix, values };
}

/** Rows and columns counted from 1, as in x₁₁. */
export function tableOf(caption: string, matrix: Matrix): MatrixContent {
  return {
    caption: `${caption} (${matrix.rows}, ${matrix.columns})`,
    matrix,
    rowName: (row) => String(row + 1),
    columnName: (column) => String(column + 1),
  };
}
