/** Rows of raw features as people write them, for predictions. */
import { EngineError } from '../engine/engine-error';
import type { Matrix } from '../engine/types';

/** One row of raw features: a number for each, in the recipe's order, or numbers by the names of the columns. */
export type FeatureRow = readonly number[] | Float64Array | Readonly<Record<string, number>>;

/** A matrix has shape (rows, features). */
export type FeatureRows = Matrix | readonly FeatureRow[];

/**
 * The rows as a matrix (rows, features), with the columns in the order of `features`. Errors: SHAPE_MISMATCH,
 * UNKNOWN_COLUMN, NOT_FINITE, each with a sentence that names the row.
 */
export function featureMatrix(rows: FeatureRows, features: readonly string[]): Matrix {
  if (!Array.isArray(rows) && 'values' in Object(rows)) return rows as Matrix;
  if (!Array.isArray(rows)) {
    throw new EngineError('SHAPE_MISMATCH', `The rows to predict must be a list of rows or a matrix, not ${rows}.`);
  }
  const values = rows.flatMap((row, index) => numbersOf(row, index, features));
  return { rows: rows.length, columns: features.length, values: Float64Array.from(values) };
}

function numbersOf(row: FeatureRow, index: number, features: readonly string[]): number[] {
  const isList = Array.isArray(row) || ArrayBuffer.isView(row);
  const numbers = isList ? [...row] : features.map((name) => cell(row, name));
  if (numbers.length !== features.length) {
    const sentence = `Row ${index} has ${numbers.length} numbers; the network needs ${features.length}: ${features.join(', ')}.`;
    throw new EngineError('SHAPE_MISMATCH', sentence);
  }
  const bad = numbers.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return numbers as number[];
  const [value, name] = [numbers[bad], features[bad]];
  if (value === undefined) throw new EngineError('UNKNOWN_COLUMN', `Row ${index} has no ${name}.`);
  const shown = typeof value === 'string' ? JSON.stringify(value) : value;
  throw new EngineError('NOT_FINITE', `Row ${index} has ${shown} for ${name}; it must be a finite number.`);
}

/** Undefined if the row has no such column. */
function cell(row: FeatureRow, name: string): number | undefined {
  return Object.hasOwn(Object(row), name) ? (row as Readonly<Record<string, number>>)[name] : undefined;
}
