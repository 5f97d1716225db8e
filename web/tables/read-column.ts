/** Reading the columns of a table. */
import type { IgnoredColumn, Table, TableColumn, TextContent, UsedColumn } from './table';
import { TableError } from './table-error';

/** The column called `name`. Error UNKNOWN_COLUMN. */
export function columnNamed(table: Table, name: string): TableColumn {
  const column = table.columns.find((each) => each.name === name);
  if (column !== undefined) return column;
  const names = table.columns.map((each) => `“${each.name}”`).join(', ');
  throw new TableError('UNKNOWN_COLUMN', `The table has no column “${name}”; it has ${names}.`);
}

/** Whether a model can use the column. */
export function isUsed(column: TableColumn): column is UsedColumn {
  return column.type !== 'ignored';
}

type Readable = UsedColumn | IgnoredColumn | TextContent;

/** Whether the cell of this row, counting from 0, is missing. */
export function isMissing(column: Readable, row: number): boolean {
  switch (column.type) {
    case 'ignored':
      return isMissing(column.content, row);
    case 'category':
      return column.codes[row] === -1;
    case 'text':
      return column.texts[row] === null;
    default:
      return Number.isNaN(column.values[row]);
  }
}

/** The rows whose cell is missing, in order, counting from 0. */
export function missingRows(column: TableColumn, rows: number): number[] {
  const missing: number[] = [];
  for (let row = 0; row < rows; row += 1) if (isMissing(column, row)) missing.push(row);
  return missing;
}

/** How many rows of a category column have each level; shape (levels). Missing cells are not counted. */
export function levelCounts(column: TableColumn & { readonly type: 'category' }): number[] {
  const counts = column.levels.map(() => 0);
  for (const code of column.codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** `1970-01-01`, or with the time of day if it is not midnight, from days since 1970-01-01. */
function dayText(days: number): string {
  const text = new Date(Math.round(days * MILLISECONDS_A_DAY)).toISOString();
  return text.replace(/T00:00:00\.000Z$/, '').replace(/\.000Z$/, '');
}

/** The cell as a person reads it; null if missing. */
export function cellText(column: Readable, row: number): string | null {
  if (isMissing(column, row)) return null;
  switch (column.type) {
    case 'ignored':
      return cellText(column.content, row);
    case 'category':
      return column.levels[column.codes[row] as number] as string;
    case 'text':
      return column.texts[row] as string;
    case 'date': {
      const value = column.values[row] as number;
      return column.unit === 'years' ? String(value) : dayText(value);
    }
    default:
      return String(column.values[row]);
  }
}
