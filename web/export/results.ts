/** The results of a run as plain data, for JSON and for tables. */
import { columnIndex, columnValues, type Dataset } from '../datasets/dataset';
import type { ParameterShape } from '../engine/types';

export interface ParameterRows {
  /** Rows and columns. */
  readonly shape: readonly [number, number];
  /** The rows. */
  readonly values: readonly (readonly number[])[];
}

export interface PredictedRow {
  /** Of the data set, counted from 0. */
  readonly row: number;
  /** In the target's unit. */
  readonly actual: number;
  readonly predicted: number;
}

/** By name: `W1`, `B1`, `W2`, …; `all` is flat, laid out by `shapes`. */
export function namedParameters(
  shapes: readonly Pick<ParameterShape, 'name' | 'rows' | 'columns' | 'offset'>[],
  all: Float64Array,
): Readonly<Record<string, ParameterRows>> {
  return Object.fromEntries(
    shapes.map(({ name, rows, columns, offset }) => {
      const rowAt = (row: number) => [...all.subarray(offset + row * columns, offset + (row + 1) * columns)];
      return [name, { shape: [rows, columns], values: Array.from({ length: rows }, (_, row) => rowAt(row)) }] as const;
    }),
  );
}

/** `rows` of the data set with their predictions, in the same order. */
export function predictedRows(
  dataset: Dataset,
  target: string,
  rows: Int32Array,
  predictions: Float64Array,
): readonly PredictedRow[] {
  const actual = columnValues(dataset, columnIndex(dataset, target));
  return Array.from(rows, (row, index) => ({
    row,
    actual: actual[row] as number,
    predicted: predictions[index] as number,
  }));
}
