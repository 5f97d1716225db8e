/** The rows of the data set in a table (sorted, in pages), and as a person writes them (`5, 17, 40–44`). */
import type { Dataset } from '../../datasets/dataset';

export const PAGE_ROWS = 25;

export interface Sorting {
  /** Index of the column; -1 for the order of the file. */
  readonly column: number;
  readonly descending: boolean;
}

/** Row numbers in the chosen order; rows with equal values keep the order of the file. */
export function sortedRows(dataset: Dataset, { column, descending }: Sorting): readonly number[] {
  const rows = Array.from({ length: dataset.rows }, (_, row) => row);
  const width = dataset.columns.length;
  const sign = descending ? -1 : 1;
  const key = (row: number) => (column < 0 ? row : (dataset.values[row * width + column] as number));
  return rows.sort((one, other) => sign * (key(one) - key(other)) || one - other);
}

export function pageCount(dataset: Dataset): number {
  return Math.ceil(dataset.rows / PAGE_ROWS);
}

/** The sorting after a click on a column's heading: ascending first, then descending. */
export function sortedBy(sorting: Sorting, column: number): Sorting {
  return { column, descending: sorting.column === column ? !sorting.descending : false };
}

export type RowChoice =
  | { readonly ok: true; readonly rows: Int32Array }
  /** What is wrong, as a sentence. */
  | { readonly ok: false; readonly sentence: string };

const RANGE = /^(\d+)(?:\s*[-–]\s*(\d+))?$/;

/** Each row once, in the order written, counted from 0 as in the data set. `rows` is the number of rows there are. */
export function parseRows(text: string, rows: number): RowChoice {
  const chosen = new Set<number>();
  for (const part of text.split(/[,;]/).map((piece) => piece.trim())) {
    const match = RANGE.exec(part);
    if (match === null) {
      return { ok: false, sentence: `“${part}” is not a row number: write row numbers such as 5, 17, 40–44.` };
    }
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last >= rows) return { ok: false, sentence: `There is no row ${last}: rows go from 0 to ${rows - 1}.` };
    if (last < first) return { ok: false, sentence: `${part} is in the wrong order: write the lower row first.` };
    for (let row = first; row <= last; row += 1) chosen.add(row);
  }
  return { ok: true, rows: Int32Array.from(chosen) };
}
