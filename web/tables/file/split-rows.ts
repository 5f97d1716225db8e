/** A text in rows and cells, with Papa Parse. */
import Papa from 'papaparse';
import { TableError } from '../table-error';
import { breathe, type ReadOptions } from './bytes';
import { decodedPieces, type Encoding } from './encoding';
import { counted, grouped, LIMITS } from './limits';
import { RawCells } from './raw-cells';

export const DELIMITERS = ['\t', ';', '|', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A first line such as `sep=;`, which Excel writes and reads. */
const STATED = /^sep=([\t;|,])\n/i;

const SAMPLE_ROWS = 200;

function sampleRows(text: string, delimiter: Delimiter): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: SAMPLE_ROWS });
  return data.filter((row) => row.length > 1 || row[0] !== '');
}

/** The share of the rows that have as many cells, more than one, as most rows have. */
function evenness(rows: readonly (readonly string[])[]): { readonly share: number; readonly count: number } {
  const count = mostCommon(rows.map((row) => row.length));
  if (count < 2) return { share: 0, count };
  return { share: rows.filter((row) => row.length === count).length / rows.length, count };
}

/** The most common of some numbers; the larger one of two that are as common. 0 for none. */
export function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: readonly [value: number, count: number] = [0, 0];
  for (const [value, count] of counts) {
    if (count > best[1] || (count === best[1] && value > best[0])) best = [value, count];
  }
  return best[0];
}

/**
 * The character between the cells. A tab or semicolon in every row is hardly ever an accident, while a comma may stand
 * in numbers, so the comma is tried last; if no row is even, the delimiter that makes most rows even.
 */
export function findDelimiter(text: string): Delimiter {
  const stated = STATED.exec(text)?.[1];
  if (stated !== undefined) return stated as Delimiter;
  // The last line of a sample may be cut.
  const sample = text.length > 1 << 16 ? text.slice(0, 1 << 16).replace(/\n[^\n]*$/, '\n') : text;
  const tried = DELIMITERS.map((delimiter) => {
    const rows = sampleRows(sample, delimiter);
    const { share, count } = evenness(rows);
    return { delimiter, share, isFirstEven: rows[0]?.length === count };
  });
  const even = tried.find(({ share, isFirstEven }) => share >= 0.9 && isFirstEven);
  if (even !== undefined) return even.delimiter;
  return tried.reduce((best, each) => (each.share >= best.share ? each : best)).delimiter;
}

export interface SplitText {
  readonly cells: RawCells;
  readonly repairs: readonly string[];
}

/** Line breaks inside cells, so that line numbers stay those of the file. */
function breaksIn(row: readonly string[]): number {
  let breaks = 0;
  for (const cell of row) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  }
  return breaks;
}

function unclosed(line: number): TableError {
  return new TableError(
    'BAD_TEXT',
    `The quotation mark (") that begins a cell on line ${line} is never closed. Close it, or remove it.`,
  );
}

function tooManyCells(line: number, count: number): TableError {
  return new TableError(
    'TOO_LARGE',
    `Line ${line} has ${count > LIMITS.columns * 4 ? 'more than ' : ''}${grouped(Math.min(count, LIMITS.columns * 4))} ` +
      `cells; a table may have at most ${LIMITS.columns} columns. Check the delimiter, or keep fewer columns.`,
  );
}

/** A row that does not end within the limit: too many cells, or a quotation mark that nobody closed. */
function endless(rest: string, line: number, delimiter: string): TableError {
  const cells = rest.slice(0, LIMITS.rowCharacters).split(delimiter).length;
  if (rest.includes('"')) return unclosed(line);
  if (cells > LIMITS.columns) return tooManyCells(line, cells);
  return new TableError(
    'TOO_LARGE',
    `Line ${line} has more than ${grouped(LIMITS.rowCharacters)} characters. Check whether the file is a table.`,
  );
}

/** Takes rows as they come, keeps the limits and counts the lines. */
class RowKeeper {
  readonly cells = new RawCells();
  private line = 1;
  private blank = 0;
  private count = 0;

  get nextLine(): number {
    return this.line;
  }

  take(rows: readonly (readonly string[])[]): void {
    for (const row of rows) {
      if (row.length > LIMITS.columns) throw tooManyCells(this.line, row.length);
      if (row.every((cell) => cell.trim() === '')) this.blank += 1;
      else this.keep(row);
      this.line += 1 + breaksIn(row);
    }
  }

  private keep(row: readonly string[]): void {
    this.cells.add(row, this.line);
    this.count += row.length;
    // One more for a header.
    if (this.cells.rows > LIMITS.rows + 1) {
      throw new TableError(
        'TOO_LARGE',
        `The file has more than ${grouped(LIMITS.rows)} rows, which is the limit. Keep fewer rows, for example every tenth.`,
      );
    }
    if (this.count - this.cells.columns > LIMITS.cells) {
      throw new TableError(
        'TOO_LARGE',
        `The file has more than ${grouped(LIMITS.cells)} cells, which is the limit. Keep fewer rows or columns.`,
      );
    }
  }

  /** The number of rows left out because all their cells are empty. */
  finish(): number {
    this.cells.finish();
    return this.blank;
  }
}

/** Errors: TOO_LARGE, BAD_TEXT for a quotation mark that is not closed, CANCELLED. */
export async function splitRows(
  bytes: Uint8Array,
  encoding: Encoding,
  delimiter: Delimiter,
  options: ReadOptions = {},
): Promise<SplitText> {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  const keeper = new RowKeeper();
  let rest = '';
  let removed = 0;
  let done = 0;
  let malformed = 0;
  let stated = 0;
  const parse = (text: string, isLast: boolean) => {
    const line = keeper.nextLine;
    const { data, errors, meta } = parser.parse(text, 0, !isLast) as Papa.ParseResult<string[]>;
    keeper.take(data);
    if (errors.some(({ code }) => code === 'MissingQuotes')) {
      throw unclosed(data.length > 0 ? keeper.cells.line(keeper.cells.rows - 1) : line);
    }
    malformed += errors.filter(({ row }) => row !== undefined && row < data.length).length;
    return text.slice(meta.cursor);
  };
  for (const piece of decodedPieces(bytes, encoding)) {
    if (done === 0 && STATED.test(piece.text)) stated = 1;
    // The line stays, empty, so that the lines after it keep their numbers.
    rest = parse(rest + (done === 0 ? piece.text.replace(STATED, '\n') : piece.text), false);
    removed += piece.removed;
    if (rest.length > LIMITS.rowCharacters) throw endless(rest, keeper.nextLine, delimiter);
    done += 1 << 20;
    await breathe(options, 'split', Math.min(done / bytes.length, 1));
  }
  if (rest !== '') parse(rest, true);
  const blank = keeper.finish() - stated;
  return {
    cells: keeper.cells,
    repairs: [
      ...(removed > 0 ? [`${counted(removed, 'NUL character')} removed: a text contains none.`] : []),
      ...(blank > 0 ? [`${counted(blank, 'empty row')} left out.`] : []),
      ...(malformed > 0
        ? [`${counted(malformed, 'quotation mark')} inside a quoted cell should be doubled (""); kept as written.`]
        : []),
    ],
  };
}
