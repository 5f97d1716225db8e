/** Matrices in a figure's values: their numbers row by row, and the number of rows. */
import type { Matrix } from '../../engine/types';

/** The most rows and columns that a reader can make; more would not fit beside each other. */
export const MOST_LINES = 4;

const within = (count: number): number => Math.min(MOST_LINES, Math.max(1, Math.round(count)));

/** As many columns as the numbers fill, at least one and at most `MOST_LINES`; missing numbers are 0. */
export function givenMatrix(numbers: readonly number[], rows: number): Matrix {
  const height = within(rows);
  const columns = within(Math.floor(numbers.length / height));
  return {
    rows: height,
    columns,
    values: Float64Array.from({ length: height * columns }, (_, i) => numbers[i] ?? 0),
  };
}

/** Elements in both shapes keep their values; new ones are 1, so that their effect is visible. */
export function resized({ rows, columns, values }: Matrix, toRows: number, toColumns: number): Matrix {
  const element = (row: number, column: number): number =>
    row < rows && column < columns ? (values[row * columns + column] as number) : 1;
  return {
    rows: toRows,
    columns: toColumns,
    values: Float64Array.from({ length: toRows * toColumns }, (_, i) =>
      element(Math.floor(i / toColumns), i % toColumns),
    ),
  };
}
