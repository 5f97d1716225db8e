/** The effect of a recipe's scaling on raw features, as in the core's StandardScaler. */
import { columnIndex, type Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';

export interface Scaler {
  /** One for each feature. */
  readonly mean: Float64Array;
  /** Population standard deviation; 0 for a feature with only one value, which becomes 0 everywhere. */
  readonly deviation: Float64Array;
}

/** The scaler of a recipe that can be trained, or null if its features are not scaled. */
export function scalerOf({ data, scaling }: Recipe, dataset: Dataset, trainingRows: Int32Array): Scaler | null {
  if (scaling.fitOn === 'none') return null;
  const rows = scaling.fitOn === 'all-rows' ? Int32Array.from({ length: dataset.rows }, (_, row) => row) : trainingRows;
  const columns = data.features.map((name) => fitted(dataset, columnIndex(dataset, name), rows));
  return {
    mean: Float64Array.from(columns, ({ mean }) => mean),
    deviation: Float64Array.from(columns, ({ deviation }) => deviation),
  };
}

/** Summed in the order of the rows, as in the core, so that both round in the same way. */
function fitted(dataset: Dataset, column: number, rows: Int32Array): { mean: number; deviation: number } {
  const values = Array.from(rows, (row) => dataset.values[row * dataset.columns.length + column] as number);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const isConstant = values.every((value) => value === values[0]);
  return { mean, deviation: isConstant ? 0 : Math.sqrt(variance) };
}
