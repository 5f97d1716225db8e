/** Tables of one's own. */
import type { Dataset } from '../datasets/dataset';
import { EngineError } from '../engine/engine-error';

/** One row of a table: numbers by the names of their columns. */
export type TableRow = Readonly<Record<string, number>>;

/** A table to learn from. */
export type Table = Dataset | readonly TableRow[];

export interface TableOptions {
  /** The column that a model predicts unless the recipe names another; by default the last one. */
  readonly target?: string;
  /** Its name in messages and in exported programs. */
  readonly title?: string;
}

/**
 * A data set from rows. The columns are those of the first row, and every row must have all of them. Errors: NO_ROWS,
 * SHAPE_MISMATCH, UNKNOWN_COLUMN, NOT_FINITE, each with a sentence that names the row.
 */
export function datasetFrom(rows: readonly TableRow[], options: TableOptions = {}): Dataset {
  if (!Array.isArray(rows) || rows.length === 0) throw new EngineError('NO_ROWS', 'The table has no rows.');
  const names = Object.keys(rows[0] ?? {});
  const values = rows.flatMap((row, index) => cells(row, index, names));
  const { target = names.at(-1) ?? '', title = 'The table' } = options;
  if (!names.includes(target)) {
    throw new EngineError('UNKNOWN_COLUMN', `The table has no column “${target}”; it has ${names.join(', ')}.`);
  }
  return {
    id: 'own-table',
    title,
    columns: names.map((name) => ({ name, meaning: '', unit: '' })),
    rows: rows.length,
    values: Float64Array.from(values),
    defaultTarget: target,
    source: '',
  };
}

function cells(row: TableRow, index: number, names: readonly string[]): readonly number[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    const sentence = `Row ${index} must be an object with the columns as names, such as { x: 1, y: 2 }.`;
    throw new EngineError('SHAPE_MISMATCH', sentence);
  }
  const extra = Object.keys(row).find((name) => !names.includes(name));
  if (extra !== undefined) {
    throw new EngineError('UNKNOWN_COLUMN', `Row ${index} has a column “${extra}”, which row 0 does not have.`);
  }
  return names.map((name) => {
    if (!Object.hasOwn(row, name)) {
      throw new EngineError('UNKNOWN_COLUMN', `Row ${index} has no column “${name}”, which row 0 has.`);
    }
    const value: unknown = row[name];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    const found = typeof value === 'string' ? JSON.stringify(value) : String(value);
    throw new EngineError(
      'NOT_FINITE',
      `Row ${index} has ${found} in the column “${name}”; it must be a finite number.`,
    );
  });
}

/** The data set of a table. Errors as in `datasetFrom`. */
export function datasetOf(table: Table): Dataset {
  return Array.isArray(table) ? datasetFrom(table) : (table as Dataset);
}
