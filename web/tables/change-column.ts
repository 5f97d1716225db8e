/** Changes to one column of a table. Each returns a new table and leaves the given one as it is. */
import { cellText, columnNamed } from './read-column';
import {
  type CategoryColumn,
  columnLength,
  type IgnoredColumn,
  makeTable,
  type NumberColumn,
  type Table,
  type TableColumn,
  type TextContent,
  type UsedColumn,
} from './table';
import { TableError } from './table-error';

/** Levels in a stated order: numbers by size, then texts by their characters' codes, as every browser sorts them. */
export function inLevelOrder(levels: Iterable<string>): string[] {
  const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
  return [...levels].sort((a, b) => {
    const [x, y] = [number(a), number(b)];
    if (!Number.isNaN(x) && !Number.isNaN(y) && x !== y) return x - y;
    if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
    return a < b ? -1 : a > b ? 1 : 0;
  });
}

type Described = Pick<UsedColumn, 'name' | 'meaning'> & { readonly unit: string };

/** A category column from texts; null where missing. The levels come in `inLevelOrder`. */
export function categoryColumn(described: Described, texts: readonly (string | null)[]): CategoryColumn {
  const levels = inLevelOrder(new Set(texts.filter((text) => text !== null)));
  const codes = new Map(levels.map((level, code) => [level, code]));
  const { name, meaning, unit } = described;
  return {
    type: 'category',
    name,
    meaning,
    unit,
    levels,
    codes: Int32Array.from(texts, (text) => (text === null ? -1 : (codes.get(text) as number))),
  };
}

function replaced(table: Table, name: string, change: (column: TableColumn) => TableColumn, target = table.target) {
  const changed = columnNamed(table, name);
  return makeTable({
    ...table,
    target,
    columns: table.columns.map((column) => (column === changed ? change(column) : column)),
  });
}

/** The column under another name; the target follows. Errors UNKNOWN_COLUMN, BAD_TABLE for a name that is taken. */
export function renameColumn(table: Table, name: string, newName: string): Table {
  return replaced(
    table,
    name,
    (column) => ({ ...column, name: newName }),
    table.target === name ? newName : table.target,
  );
}

/**
 * The column with another unit of its values, which stay as they are. Errors UNKNOWN_COLUMN, BAD_CHANGE for a date, whose
 * values depend on its unit.
 */
export function setUnit(table: Table, name: string, unit: string): Table {
  return replaced(table, name, (column) => {
    if (column.type === 'date') {
      throw new TableError('BAD_CHANGE', `“${name}” is a date: its unit says how it is counted, and stays.`);
    }
    return { ...column, unit };
  });
}

/** The column with another meaning. Error UNKNOWN_COLUMN. */
export function setMeaning(table: Table, name: string, meaning: string): Table {
  return replaced(table, name, (column) => ({ ...column, meaning }));
}

/** The category column with its levels in this order. Errors UNKNOWN_COLUMN, BAD_CHANGE if they are not the same levels. */
export function setLevelOrder(table: Table, name: string, levels: readonly string[]): Table {
  return replaced(table, name, (column) => {
    if (column.type !== 'category') throw new TableError('BAD_CHANGE', `“${name}” is not a category.`);
    const codes = column.levels.map((level) => levels.indexOf(level));
    if (levels.length !== column.levels.length || codes.includes(-1)) {
      throw new TableError('BAD_CHANGE', `The levels of “${name}” are ${column.levels.join(', ')}; name each once.`);
    }
    return { ...column, levels, codes: column.codes.map((code) => (code < 0 ? -1 : (codes[code] as number))) };
  });
}

/** The table with another column to predict, or none. Error BAD_TABLE if it is ignored or does not exist. */
export function setTarget(table: Table, target: string | null): Table {
  return makeTable({ ...table, target });
}

/**
 * The column as another type. A target that is ignored from now on is no target any more. Errors UNKNOWN_COLUMN;
 * BAD_CHANGE if its content cannot be read as that type.
 */
export function changeType(table: Table, name: string, type: TableColumn['type']): Table {
  const target = type === 'ignored' && table.target === name ? null : table.target;
  return replaced(table, name, (column) => (column.type === type ? column : asType(column, type)), target);
}

function asType(column: TableColumn, type: TableColumn['type']): TableColumn {
  const { name, meaning, unit } = column;
  if (type === 'ignored') return ignoredColumn(column as UsedColumn);
  const content = column.type === 'ignored' ? column.content : column;
  if (content.type === 'date' && type === 'date') return { ...content, name, meaning };
  if (content.type === 'category' && type === 'category') return { ...content, name, meaning, unit };
  if (type === 'category') return categoryColumn({ name, meaning, unit }, textsOf(content));
  if (type === 'number') return numberColumn({ name, meaning, unit }, content);
  throw new TableError('BAD_CHANGE', `“${name}” holds no dates. Only a column that was read as dates can be one.`);
}

function ignoredColumn(column: UsedColumn): IgnoredColumn {
  const { name, meaning, unit } = column;
  return { type: 'ignored', name, meaning, unit, reason: 'You chose to ignore it.', content: column };
}

function textsOf(content: UsedColumn | TextContent): (string | null)[] {
  return Array.from({ length: columnLength(content) }, (_, row) => cellText(content, row));
}

function numberColumn(described: Described, content: UsedColumn | TextContent): NumberColumn {
  if (content.type === 'date' || content.type === 'number') {
    return { ...described, type: 'number', unit: content.unit, values: content.values };
  }
  const values = textsOf(content).map((text) => (text === null ? Number.NaN : readNumber(described.name, text)));
  return { ...described, type: 'number', values: Float64Array.from(values) };
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new TableError('BAD_CHANGE', `“${name}” cannot be read as numbers: it contains “${text}”.`);
}
