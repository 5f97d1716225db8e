/** Columns of the housing data for figures. */
import { type Column, columnIndex, columnValues } from '../../datasets/dataset';
import { datasetNamed } from '../../datasets/datasets';
import type { Recipe } from '../../recipe/schema';

export function columnOf({ source }: Pick<Recipe['data'], 'source'>, name: string): Column {
  const { columns } = datasetNamed(source);
  return columns.find((column) => column.name === name) ?? { name, meaning: '', unit: '' };
}

/** Raw values of all rows, in row order. */
export function wholeColumn({ source }: Pick<Recipe['data'], 'source'>, name: string): Float64Array {
  const dataset = datasetNamed(source);
  return columnValues(dataset, columnIndex(dataset, name));
}

/** Raw values of some rows of a data set; the same array for the same rows and column. */
export class RowsOfColumn {
  #rows: Int32Array | null = null;
  #name = '';
  #values = new Float64Array();

  of(data: Recipe['data'], name: string, rows: Int32Array): Float64Array {
    if (rows !== this.#rows || name !== this.#name) {
      const column = wholeColumn(data, name);
      this.#values = Float64Array.from(rows, (row) => column[row] as number);
      this.#rows = rows;
      this.#name = name;
    }
    return this.#values;
  }
}
