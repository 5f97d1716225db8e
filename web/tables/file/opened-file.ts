/** A file that was opened: its bytes stay here, so that corrections apply without reading it again. */
import { makeTable, type Table } from '../table';
import { TableError } from '../table-error';
import { breathe, fileBytes, type ReadOptions } from './bytes';
import { columnTexts } from './column-texts';
import { decodedPieces, type Encoding, findEncoding } from './encoding';
import { findLayout, type Layout } from './layout';
import type { RawCells } from './raw-cells';
import type { Decimal } from './read-cell';
import { type Delimiter, findDelimiter, type SplitText, splitRows } from './split-rows';
import { understandColumn } from './understand-column';
import { type ColumnCorrection, type Corrections, MISSING_TEXTS, type Understanding } from './understanding';

export interface FileReading {
  readonly understanding: Understanding;
  readonly table: Table;
}

const FIRST_ROWS = 20;
const SAMPLE_ROWS = 200;

/** Other kinds of text that are sometimes taken for a table. */
function refuseOtherTexts(text: string): void {
  const start = text.slice(0, 1000).trimStart().toLowerCase();
  if (/^(?:<!doctype|<html|<\?xml)/.test(start)) {
    throw new TableError('NOT_TEXT', 'The file is a web page or XML, not CSV. Download the table itself as CSV.');
  }
  if (/^(?:\[\s*[[{]|\{\s*")/.test(start)) {
    throw new TableError('NOT_TEXT', 'The file is JSON, not CSV. Save its table as CSV.');
  }
}

/** Decimal commas, if more of the first cells have one than have a point. A comma between cells rules them out. */
function findDecimal(cells: RawCells, start: number, width: number, delimiter: Delimiter): Decimal {
  if (delimiter === ',') return '.';
  let commas = 0;
  let points = 0;
  for (let row = start; row < Math.min(cells.rows, start + SAMPLE_ROWS); row += 1) {
    for (let column = 0; column < width; column += 1) {
      const text = cells.cell(row, column).trim();
      if (/^[+-]?[\d.]*,\d+$/.test(text)) commas += 1;
      if (/^[+-]?[\d,]*\.\d+$/.test(text)) points += 1;
    }
  }
  return commas > points ? ',' : '.';
}

export class OpenedFile {
  private split: (SplitText & { readonly encoding: Encoding; readonly delimiter: Delimiter }) | null = null;

  private constructor(
    private readonly name: string,
    private readonly bytes: Uint8Array,
  ) {}

  /** Errors as in `fileBytes`. */
  static async open(file: Blob, name: string, options: ReadOptions = {}): Promise<OpenedFile> {
    return new OpenedFile(name, await fileBytes(file, options));
  }

  /** A text that was pasted, for example from a spreadsheet. */
  static pasted(text: string, options: ReadOptions = {}): Promise<OpenedFile> {
    return OpenedFile.open(new Blob([text]), 'Pasted table', options);
  }

  /** The table as it is understood with these corrections. Errors: EMPTY_FILE, TOO_LARGE, NOT_TEXT, BAD_TEXT, CANCELLED. */
  async read(corrections: Corrections = {}, options: ReadOptions = {}): Promise<FileReading> {
    const found = findEncoding(this.bytes);
    const encoding = corrections.encoding ?? found.encoding;
    const start = decodedPieces(this.bytes.subarray(0, 1 << 18), encoding).next().value?.text ?? '';
    refuseOtherTexts(start);
    const delimiter = corrections.delimiter ?? findDelimiter(start);
    const { cells, repairs } = await this.cells(encoding, delimiter, options);
    const layout = findLayout(cells, corrections.header);
    const decimal = corrections.decimal ?? findDecimal(cells, layout.start, layout.names.length, delimiter);
    const missing = corrections.missing ?? MISSING_TEXTS;
    const settings = { ...corrections, decimal, missing };
    const understood = await understandColumns(cells, layout, settings, delimiter, options);
    const table = makeTable({ id: 'own-table', title: this.name, columns: understood.map(({ column }) => column) });
    const firstRows = Array.from({ length: Math.min(FIRST_ROWS, table.rows) }, (_, row) =>
      layout.names.map((_name, column) => cells.cell(layout.start + row, column)),
    );
    return {
      table,
      understanding: {
        encoding,
        delimiter,
        decimal,
        header: layout.header,
        missing,
        rows: table.rows,
        columns: understood.map(({ finding }) => finding),
        firstRows,
        repairs: [...(encoding === found.encoding ? found.repairs : []), ...repairs, ...layout.repairs],
      },
    };
  }

  private async cells(encoding: Encoding, delimiter: Delimiter, options: ReadOptions): Promise<SplitText> {
    if (this.split?.encoding !== encoding || this.split.delimiter !== delimiter) {
      this.split = null;
      this.split = { ...(await splitRows(this.bytes, encoding, delimiter, options)), encoding, delimiter };
    }
    return this.split;
  }
}

type Settings = Corrections & Required<Pick<Corrections, 'decimal' | 'missing'>>;

async function understandColumns(
  cells: RawCells,
  layout: Layout,
  settings: Settings,
  delimiter: Delimiter,
  options: ReadOptions,
) {
  const understood: ReturnType<typeof understandColumn>[] = [];
  const corrections = new Map(settings.columns?.map((each) => [each.index, each]));
  const names = correctedNames(layout.names, corrections);
  for (const [index, name] of names.entries()) {
    await breathe(options, 'understand', index / names.length);
    const correction = corrections.get(index) ?? { index };
    const missing = new Set([...settings.missing, ...(correction.missing ?? [])].map((text) => text.toLowerCase()));
    understood.push(
      understandColumn({
        ...columnTexts(cells, index, layout.start, missing),
        index,
        name,
        decimal: settings.decimal,
        isDayFirst: delimiter !== ',',
        line: (row) => cells.line(layout.start + row),
        correction,
      }),
    );
  }
  return understood;
}

/** The names of the file with those that a person gave. Error BAD_CHANGE if two are the same or one is empty. */
function correctedNames(names: readonly string[], corrections: ReadonlyMap<number, ColumnCorrection>): string[] {
  const corrected = names.map((name, index) => corrections.get(index)?.name?.trim() ?? name);
  const doubled = corrected.find((name, index) => name === '' || corrected.indexOf(name) !== index);
  if (doubled === undefined) return corrected;
  const sentence =
    doubled === '' ? 'A column needs a name.' : `Two columns are called “${doubled}”. Choose another name.`;
  throw new TableError('BAD_CHANGE', sentence);
}
