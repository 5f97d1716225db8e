/** Rows of raw features as people write them, for predictions. */
import { EngineError } from './engine-error';
import type { FeatureRow, FeatureRows, Matrix } from './types';

/**
 * The rows as a matrix (rows, features), with the columns in the order of `features`. Errors: SHAPE_MISMATCH,
 * UNKNOWN_COLUMN, NOT_FINITE, each with a sentence that names the row.
 */
export function featureMatrix(rows: FeatureRows, features: readonly string[]): Matrix {
  if (isMatrix(rows)) return rows;
  if (!Array.isArray(rows)) {
    throw misfit(
      `The rows to predict must be a list of rows, such as [[1, 2, 3]], or a matrix; received ${kind(rows)}.`,
    );
  }
  const columns = features.length;
  const values = new Float64Array(rows.length * columns);
  for (const [index, row] of (rows as readonly FeatureRow[]).entries()) {
    values.set(checked(numbersOf(row, index, features), index, features), index * columns);
  }
  return { rows: rows.length, columns, values };
}

function numbersOf(row: FeatureRow, index: number, features: readonly string[]): readonly number[] {
  const list: unknown = ArrayBuffer.isView(row) ? [...(row as Float64Array)] : row;
  if (Array.isArray(list)) {
    if (list.length === features.length) return list;
    throw misfit(
      `Row ${index} has ${list.length} numbers; the network needs ${features.length}: ${features.join(', ')}.`,
    );
  }
  if (typeof list !== 'object' || list === null) {
    throw misfit(`Row ${index} is ${kind(list)}; it must be a list of ${features.length} numbers or an object.`);
  }
  return features.map((name) => {
    if (Object.hasOwn(list, name)) return (list as Readonly<Record<string, number>>)[name] as number;
    throw new EngineError('UNKNOWN_COLUMN', `Row ${index} has no ${name}; the network needs ${features.join(', ')}.`);
  });
}

function checked(numbers: readonly number[], index: number, features: readonly string[]): readonly number[] {
  const bad = numbers.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return numbers;
  const found = typeof numbers[bad] === 'number' ? String(numbers[bad]) : kind(numbers[bad]);
  throw new EngineError('NOT_FINITE', `Row ${index} has ${found} for ${features[bad]}; it must be a finite number.`);
}

function isMatrix(rows: FeatureRows): rows is Matrix {
  return typeof rows === 'object' && rows !== null && 'rows' in rows && 'columns' in rows && 'values' in rows;
}

function kind(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === 'string') return `the text ${JSON.stringify(value)}`;
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}

function misfit(sentence: string): EngineError {
  return new EngineError('SHAPE_MISMATCH', sentence);
}
