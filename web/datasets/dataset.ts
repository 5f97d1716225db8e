/** What one column of a data set holds. */
export interface Column {
  readonly name: string;
  /** One sentence a newcomer understands. */
  readonly meaning: string;
  /** Unit of the raw values, e.g. `$1000s`; empty for a pure number. */
  readonly unit: string;
}

/** A table of numbers with named columns. The values are raw: nothing is scaled or left out. */
export interface Dataset {
  readonly id: string;
  readonly title: string;
  /** All columns, features and target alike, in the order of the file. */
  readonly columns: readonly Column[];
  readonly rows: number;
  /** rows × columns.length values, row-major. */
  readonly values: Float64Array;
  /** Name of the column a model predicts unless the recipe says otherwise. */
  readonly defaultTarget: string;
  /** Where the data comes from, and under which terms. */
  readonly source: string;
  /** What anyone who uses the data must know first; shown where the data is introduced. */
  readonly warning?: string;
}

/** The index of the column called `name`, or -1. */
export function columnIndex(dataset: Dataset, name: string): number {
  return dataset.columns.findIndex((column) => column.name === name);
}

/** One column's values, in row order; shape (rows). */
export function columnValues(dataset: Dataset, index: number): Float64Array {
  const width = dataset.columns.length;
  return Float64Array.from({ length: dataset.rows }, (_, row) => dataset.values[row * width + index] as number);
}
