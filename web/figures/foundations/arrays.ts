/** Operations of chapter 1 on arrays, number by number with the core. */

import type { EngineFunctions } from '../../engine/core-calls';
import type { Matrix } from '../../engine/types';

export type Operation = 'sum' | 'product';

/** `values` row by row. */
export function matrixOf(rows: number, columns: number, values: ArrayLike<number>): Matrix {
  return { rows, columns, values: Float64Array.from(values) };
}

export function elementOf({ columns, values }: Matrix, row: number, column: number): number {
  return values[row * columns + column] as number;
}

/** a + b or a·b of two numbers. */
export function combine(functions: EngineFunctions, operation: Operation, a: number, b: number): number {
  return functions.twoInputs(operation, 'identity', a, b).value;
}

/** Two arrays of the same shape, element by element. */
export function elementwise(functions: EngineFunctions, operation: Operation, a: Matrix, b: Matrix): Matrix {
  const values = a.values.map((value, i) => combine(functions, operation, value, b.values[i] as number));
  return { ...a, values };
}

/** The sum over axis 0, shape (1, columns), or over axis 1, shape (rows, 1). */
export function sumOver(functions: EngineFunctions, axis: 0 | 1, matrix: Matrix): Matrix {
  const sums =
    axis === 0
      ? matrixOf(1, matrix.columns, new Float64Array(matrix.columns))
      : matrixOf(matrix.rows, 1, new Float64Array(matrix.rows));
  matrix.values.forEach((value, i) => {
    const place = axis === 0 ? i % matrix.columns : Math.floor(i / matrix.columns);
    sums.values[place] = combine(functions, 'sum', sums.values[place] as number, value);
  });
  return sums;
}

/** The matrix with `row`, shape (1, columns), added to each of its rows. */
export function addRow(functions: EngineFunctions, matrix: Matrix, row: Matrix): Matrix {
  const repeated = matrix.values.map((_, i) => row.values[i % matrix.columns] as number);
  return elementwise(functions, 'sum', matrix, { ...matrix, values: repeated });
}

export function transpose(matrix: Matrix): Matrix {
  const { rows, columns } = matrix;
  const values = Array.from({ length: rows * columns }, (_, i) => elementOf(matrix, i % rows, Math.floor(i / rows)));
  return matrixOf(columns, rows, values);
}

/** `[[1, 2], [3, 4]]`, for people and screen readers. */
export function arrayText({ rows, columns, values }: Matrix, write: (value: number) => string): string {
  const row = (i: number): string => `[${[...values.slice(i * columns, (i + 1) * columns)].map(write).join(', ')}]`;
  const texts = Array.from({ length: rows }, (_, i) => row(i));
  return rows === 1 ? (texts[0] as string) : `[${texts.join(', ')}]`;
}
