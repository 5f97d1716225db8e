/** One column of a data set. */
export interface Column {
  readonly name: string;
  /** One sentence for readers who are new to the data. */
  readonly meaning: string;
  /** Unit of the raw values, e.g. `$1000s`; empty for a pure number. */
  readonly unit: string;
}

/** What is known of a table without its values: enough to check a recipe. */
export interface DatasetFacts {
  readonly id: string;
  readonly title: string;
  /** All columns, features and target, in the order of the file. */
  readonly columns: readonly Column[];
  readonly rows: number;
  /** The column that a model predicts unless the recipe names another. */
  readonly defaultTarget: string;
  /** The source of the data and its licence. */
  readonly source: string;
  /** What readers must know before they use the data; shown where the data is introduced. */
  readonly warning?: string;
}

/** A table of numbers with named columns. The values are raw: not scaled, and none left out. */
export interface Dataset extends DatasetFacts {
  /** rows × columns.length values, row-major. */
  readonly values: Float64Array;
}

/** The index of the column called `name`, or -1. */
export function columnIndex(dataset: DatasetFacts, name: string): number {
  return dataset.columns.findIndex((column) => column.name === name);
}

/** One column's values, in row order; shape (rows). */
export function columnValues(dataset: Dataset, index: number): Float64Array {
  const width = dataset.columns.length;
  return Float64Array.from({ length: dataset.rows }, (_, row) => dataset.values[row * width + index] as number);
}
