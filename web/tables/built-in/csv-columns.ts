/** Columns of the tables that come as CSV files, from their cells. */
import { categoryColumn } from '../change-column';
import { readDate } from '../file/read-cell';
import type { TableColumn } from '../table';

/** What is known of a column beside its cells. */
export interface ColumnFacts {
  /** Its name in the file. */
  readonly from: string;
  readonly name: string;
  readonly type: TableColumn['type'];
  readonly meaning: string;
  readonly unit?: string;
  /** Why no model uses it, if it is ignored. */
  readonly reason?: string;
  /** Texts that mean “missing”. */
  readonly missing?: readonly string[];
}

type Cells = readonly (number | string | null)[];

/** The columns in the order of the facts. Throws if the file has another number of columns, or names. */
export function csvColumns(
  file: readonly (readonly [name: string, cells: Cells])[],
  facts: readonly ColumnFacts[],
): TableColumn[] {
  const cells = new Map(file);
  if (cells.size !== facts.length) throw new Error(`The file has ${cells.size} columns instead of ${facts.length}.`);
  return facts.map((each) => {
    const found = cells.get(each.from);
    if (found === undefined) throw new Error(`The file has no column ${each.from}.`);
    return column(each, found);
  });
}

function column({ name, type, meaning, unit = '', reason = '', missing = [] }: ColumnFacts, cells: Cells): TableColumn {
  const described = { name, meaning, unit };
  const texts = cells.map((cell) => (cell === null || missing.includes(String(cell)) ? null : String(cell)));
  switch (type) {
    case 'number':
      return {
        ...described,
        type,
        values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))),
      };
    case 'category':
      return categoryColumn(described, texts);
    case 'date': {
      const values = texts.map((text) => (text === null ? Number.NaN : readDate(text, 'year-month-day')));
      return { ...described, type, unit: 'days since 1970-01-01', values: Float64Array.from(values) };
    }
    default:
      return { ...described, type, reason, content: { type: 'text', texts } };
  }
}
