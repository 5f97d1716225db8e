/** The table of rows as a person looks through it: sorted, and a page at a time. */
import type { Dataset } from '../../datasets/dataset';

export const PAGE_ROWS = 25;

export interface Sorting {
  /** Index of the column; -1 for the order of the file. */
  readonly column: number;
  readonly descending: boolean;
}

/** Row numbers in the order asked for; rows with equal values stay in the order of the file. */
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

/** The sorting after a click on a column's head: first up, then down, then another column's turn. */
export function sortedBy(sorting: Sorting, column: number): Sorting {
  return { column, descending: sorting.column === column ? !sorting.descending : false };
}
