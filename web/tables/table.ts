/**
 * A table of typed columns with missing cells. It is plain data, so that it can be posted to a worker; it is never
 * changed in place. A number or a date that is missing is NaN, a missing category has the code −1.
 */
import { TableError } from './table-error';

interface Described {
  readonly name: string;
  /** One sentence for readers who are new to the data; empty if not known. */
  readonly meaning: string;
  /** Unit of the raw values, e.g. `mm`; empty if there is none or it is not known. */
  readonly unit: string;
}

export interface NumberColumn extends Described {
  readonly type: 'number';
  /** Shape (rows); NaN where missing, otherwise finite. */
  readonly values: Float64Array;
}

export interface CategoryColumn extends Described {
  readonly type: 'category';
  /** The different values, in the order in which they are shown and encoded. */
  readonly levels: readonly string[];
  /** Shape (rows); an index into `levels`, or −1 where missing. */
  readonly codes: Int32Array;
}

/** How a date is counted as a number. */
export const DATE_UNITS = ['days since 1970-01-01', 'years'] as const;
export type DateUnit = (typeof DATE_UNITS)[number];

export interface DateColumn extends Described {
  readonly type: 'date';
  readonly unit: DateUnit;
  /** Shape (rows), in `unit`; NaN where missing. */
  readonly values: Float64Array;
}

/** Texts that no model reads, such as names; null where missing. */
export interface TextContent {
  readonly type: 'text';
  readonly texts: readonly (string | null)[];
}

export type UsedColumn = NumberColumn | CategoryColumn | DateColumn;

export interface IgnoredColumn extends Described {
  readonly type: 'ignored';
  /** One sentence: why no model uses it. */
  readonly reason: string;
  /** What the column holds, so that it can be used after all or name a row. */
  readonly content: UsedColumn | TextContent;
}

export type TableColumn = UsedColumn | IgnoredColumn;
export type ColumnType = TableColumn['type'];

export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: number;
  /** The column that a model predicts unless a recipe names another; null if none is suggested. */
  readonly target: string | null;
  /** Where the data comes from, and its licence; empty for a table of one's own. */
  readonly source: string;
  readonly licence: string;
  /** What readers must know before they use the data. */
  readonly warning?: string;
}

/** What a table is made from; `rows` follows from the columns. */
export type TableParts = Pick<Table, 'id' | 'title' | 'columns'> &
  Partial<Pick<Table, 'target' | 'source' | 'licence' | 'warning'>>;

/** The number of rows that a column has. */
export function columnLength(column: UsedColumn | TextContent | IgnoredColumn): number {
  switch (column.type) {
    case 'ignored':
      return columnLength(column.content);
    case 'category':
      return column.codes.length;
    case 'text':
      return column.texts.length;
    default:
      return column.values.length;
  }
}

/**
 * A table whose parts fit together. Error BAD_TABLE if it has no column, two columns of one name, columns of different
 * lengths, a value that is not finite, a code without a level, or a target that is ignored or does not exist.
 */
export function makeTable(parts: TableParts): Table {
  const [first] = parts.columns;
  if (first === undefined) throw new TableError('BAD_TABLE', 'A table needs at least one column.');
  const rows = columnLength(first);
  const seen = new Set<string>();
  for (const column of parts.columns) {
    if (column.name === '') throw new TableError('BAD_TABLE', 'Every column needs a name.');
    if (seen.has(column.name)) throw new TableError('BAD_TABLE', `Two columns are called “${column.name}”.`);
    seen.add(column.name);
    if (columnLength(column) !== rows) {
      const lengths = `“${first.name}” has ${rows} rows and “${column.name}” has ${columnLength(column)}`;
      throw new TableError('BAD_TABLE', `All columns must have the same number of rows: ${lengths}.`);
    }
    checkContent(column.name, column.type === 'ignored' ? column.content : column);
  }
  const { target = null, source = '', licence = '', warning } = parts;
  const predicted = parts.columns.find(({ name }) => name === target);
  if (target !== null && (predicted === undefined || predicted.type === 'ignored')) {
    throw new TableError('BAD_TABLE', `The target “${target}” must be a column that is not ignored.`);
  }
  const { id, title, columns } = parts;
  return { id, title, columns, rows, target, source, licence, ...(warning === undefined ? {} : { warning }) };
}

function checkContent(name: string, content: UsedColumn | TextContent): void {
  if (content.type === 'text') return;
  if (content.type === 'category') {
    const { levels, codes } = content;
    if (new Set(levels).size !== levels.length) {
      throw new TableError('BAD_TABLE', `Two levels of “${name}” have the same name.`);
    }
    const row = codes.findIndex((code) => code < -1 || code >= levels.length);
    if (row >= 0) throw new TableError('BAD_TABLE', `Row ${row} of “${name}” has a code without a level.`);
    return;
  }
  const row = content.values.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (row >= 0) throw new TableError('BAD_TABLE', `Row ${row} of “${name}” is not a finite number.`);
}
