/** What a recipe's scaling does to raw features, as the core's StandardScaler does it. */
import { columnIndex, type Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';

export interface Scaler {
  /** One for each feature. */
  readonly mean: Float64Array;
  /** Population standard deviation; 0 for a feature with one value, which becomes 0 everywhere. */
  readonly deviation: Float64Array;
}

/** The scaler of a recipe that can be trained, or null where its features stay as they are. */
export function scalerOf({ data, scaling }: Recipe, dataset: Dataset, trainingRows: Int32Array): Scaler | null {
  if (scaling.fitOn === 'none') return null;
  const rows = scaling.fitOn === 'all-rows' ? Int32Array.from({ length: dataset.rows }, (_, row) => row) : trainingRows;
  const columns = data.features.map((name) => fitted(dataset, columnIndex(dataset, name), rows));
  return {
    mean: Float64Array.from(columns, ({ mean }) => mean),
    deviation: Float64Array.from(columns, ({ deviation }) => deviation),
  };
}

/** Added up in the order of the rows, as in the core, so that both round alike. */
function fitted(dataset: Dataset, column: number, rows: Int32Array): { mean: number; deviation: number } {
  const values = Array.from(rows, (row) => dataset.values[row * dataset.columns.length + column] as number);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const isConstant = values.every((value) => value === values[0]);
  return { mean, deviation: isConstant ? 0 : Math.sqrt(variance) };
}
