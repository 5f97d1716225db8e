/** Where the data of a file is: which row holds the names, where the rows begin, and how many columns they have. */
import { TableError } from '../table-error';
import { counted, linesText, quoted } from './limits';
import type { RawCells } from './raw-cells';
import { NUMBER_READERS, readDate } from './read-cell';
import { mostCommon } from './split-rows';
import { MISSING_TEXTS } from './understanding';

export interface Layout {
  readonly header: boolean;
  /** The first row of data in the cells. */
  readonly start: number;
  /** One for each column, all different, none empty. */
  readonly names: readonly string[];
  readonly repairs: readonly string[];
}

/** Rows that a title above the table may take. */
const TITLE_ROWS = 20;
const SAMPLE_ROWS = 200;
const NAME_LENGTH = 80;

function isValue(text: string): boolean {
  if (text === '' || MISSING_TEXTS.includes(text)) return false;
  const isNumber = !Number.isNaN(NUMBER_READERS['.'](text)) || !Number.isNaN(NUMBER_READERS[','](text));
  return isNumber || !Number.isNaN(readDate(text, 'year-month-day')) || !Number.isNaN(readDate(text, 'day-month-year'));
}

/** Whether a row looks like names: it holds no value, and what is below it differs. */
function looksLikeHeader(cells: RawCells, row: number, width: number): boolean {
  const names = Array.from({ length: Math.min(width, cells.count(row)) }, (_, column) =>
    cells.cell(row, column).trim(),
  );
  if (names.some(isValue) || names.every((name) => name === '')) return false;
  const last = Math.min(cells.rows, row + 1 + SAMPLE_ROWS);
  if (last === row + 1) return true;
  let repeated = 0;
  for (const [column, name] of names.entries()) {
    for (let below = row + 1; below < last; below += 1) {
      const text = cells.cell(below, column).trim();
      if (isValue(text)) return true;
      if (text === name) {
        repeated += 1;
        break;
      }
    }
  }
  return repeated === 0;
}

/** The number of cells that most rows have, those above `start` left out. */
function usualWidth(cells: RawCells, start: number): number {
  const counts = Array.from({ length: cells.rows - start }, (_, index) => cells.count(start + index));
  return mostCommon(counts);
}

function different(names: readonly string[]): { names: string[]; repairs: string[] } {
  const seen = new Set<string>();
  const unnamed: number[] = [];
  const doubled: string[] = [];
  const result = names.map((given, index) => {
    const plain = given.replace(/[\p{Cc}\s]+/gu, ' ').trim();
    const short = plain.length > NAME_LENGTH ? `${plain.slice(0, NAME_LENGTH - 1)}…` : plain;
    if (short === '') unnamed.push(index + 1);
    const name = short === '' ? `Column ${index + 1}` : short;
    let free = name;
    for (let copy = 2; seen.has(free); copy += 1) free = `${name} (${copy})`;
    if (free !== name) doubled.push(free);
    seen.add(free);
    return free;
  });
  const shown = doubled.slice(0, 3).map(quoted).join(', ');
  return {
    names: result,
    repairs: [
      ...(unnamed.length > 0 ? [`${counted(unnamed.length, 'column')} without a name got a number as name.`] : []),
      ...(doubled.length > 0 ? [`${counted(doubled.length, 'name')} occurred before and got a number: ${shown}.`] : []),
    ],
  };
}

/** Sentences about rows with fewer or more cells than there are columns. */
function unevenRows(cells: RawCells, start: number, width: number): string[] {
  const short: number[] = [];
  const long: number[] = [];
  for (let row = start; row < cells.rows; row += 1) {
    if (cells.count(row) < width) short.push(cells.line(row));
    for (let column = width; column < cells.count(row); column += 1) {
      if (cells.cell(row, column).trim() === '') continue;
      long.push(cells.line(row));
      break;
    }
  }
  const rows = (lines: readonly number[]) => `${counted(lines.length, 'row')} (${linesText(lines)})`;
  const columns = counted(width, 'column');
  return [
    ...(short.length > 0 ? [`Too few cells for ${columns} in ${rows(short)}; the rest counts as missing.`] : []),
    ...(long.length > 0 ? [`Too many cells for ${columns} in ${rows(long)}; the extra cells are left out.`] : []),
  ];
}

/** Error EMPTY_FILE if there are no rows of data. `header` is what a person says about the first row. */
export function findLayout(cells: RawCells, header: boolean | undefined): Layout {
  if (cells.rows === 0) {
    throw new TableError('EMPTY_FILE', 'The file contains no text. Choose a file with a header and rows.');
  }
  const usual = usualWidth(cells, 0);
  let first = 0;
  while (usual > 1 && first < TITLE_ROWS && first < cells.rows - 1 && cells.count(first) === 1) first += 1;
  const titles = Array.from({ length: first }, (_, row) => cells.line(row));
  const isHeader = header ?? looksLikeHeader(cells, first, usual);
  const start = isHeader ? first + 1 : first;
  if (start === cells.rows) {
    throw new TableError(
      'EMPTY_FILE',
      'The file has only one row, the names of the columns. Add rows of data below it.',
    );
  }
  const given = Array.from({ length: isHeader ? cells.count(first) : 0 }, (_, column) => cells.cell(first, column));
  const below = usualWidth(cells, start);
  // Empty names at the end belong to columns that are empty, too.
  while (given.length > below && given.at(-1)?.trim() === '') given.pop();
  // R writes the names of rows without a name above them.
  const hasRowNames = isHeader && below === given.length + 1;
  const raw = hasRowNames ? ['', ...given] : given;
  const { names, repairs } = different(isHeader ? raw : Array.from({ length: below }, () => ''));
  return {
    header: isHeader,
    start,
    names,
    repairs: [
      ...(titles.length > 0 ? [`The text above the table (${linesText(titles)}) is left out.`] : []),
      ...(isHeader ? repairs : ['The file has no names of columns, so they are called “Column 1” and so on.']),
      ...unevenRows(cells, start, names.length),
    ],
  };
}
