/** A trained model without the rows it learned from: enough to predict from raw features. */
import type { Dataset } from '../datasets/dataset';
import type { Matrix } from '../engine/types';
import type { Recipe } from '../recipe/schema';
import { type LayerParameter, layerParameters } from '../recipe/widths';
import { type Scaler, scalerOf } from './scaler';

export interface LearnedArray extends Pick<LayerParameter, 'name' | 'meaning' | 'isRow'> {
  readonly matrix: Matrix;
}

export interface TrainedModel {
  readonly recipe: Recipe;
  /** Completed epochs, and batches in all. */
  readonly epochs: number;
  readonly batches: number;
  readonly scaler: Scaler | null;
  /** For each layer its learned arrays, in order: for a dense one its weights (in, out) and biases (1, out). */
  readonly layers: readonly (readonly LearnedArray[])[];
}

/** A run at its current point, on the page or in the engine. */
export interface RunSoFar {
  readonly recipe: Recipe;
  readonly progress: { readonly epoch: number; readonly batch: number };
  /** Flat, W1, B1, W2, …, row by row. */
  readonly parameters: Float64Array;
  /** Row numbers of the data set. */
  readonly trainingRows: Int32Array;
}

export function trainedModel(run: RunSoFar, dataset: Dataset): TrainedModel {
  const { recipe, progress, parameters, trainingRows } = run;
  return {
    recipe,
    epochs: progress.epoch,
    batches: progress.batch,
    scaler: scalerOf(recipe, dataset, trainingRows),
    layers: learnedLayers(recipe, parameters),
  };
}

/** The learned arrays of each layer; `parameters` is flat, W1, B1, W2, …, row by row. */
export function learnedLayers(recipe: Recipe, parameters: Float64Array): TrainedModel['layers'] {
  let offset = 0;
  return layerParameters(recipe).map((learned) =>
    learned.map(({ name, meaning, isRow, rows, columns }) => {
      const size = { rows: rows ?? 0, columns: columns ?? 0 };
      const values = parameters.slice(offset, offset + size.rows * size.columns);
      offset += values.length;
      return { name, meaning, isRow, matrix: { ...size, values } };
    }),
  );
}
