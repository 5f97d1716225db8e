/** A trained model without the rows it learned from: enough to predict from raw features. */
import type { Dataset } from '../datasets/dataset';
import type { Matrix, ParameterShape } from '../engine/types';
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
  readonly shapes: readonly ParameterShape[];
  /** Flat, laid out by `shapes`. */
  readonly parameters: Float64Array;
  /** Row numbers of the data set. */
  readonly trainingRows: Int32Array;
}

export function trainedModel(run: RunSoFar, dataset: Dataset): TrainedModel {
  const { recipe, progress, shapes, parameters, trainingRows } = run;
  const named = (name: string): Matrix => {
    const shape = shapes.find((each) => each.name === name);
    if (shape === undefined) throw new Error(`The run has no parameter ${name}.`);
    const { rows, columns, offset } = shape;
    return { rows, columns, values: parameters.slice(offset, offset + rows * columns) };
  };
  return {
    recipe,
    epochs: progress.epoch,
    batches: progress.batch,
    scaler: scalerOf(recipe, dataset, trainingRows),
    layers: layerParameters(recipe).map((learned) =>
      learned.map(({ name, meaning, isRow }) => ({ name, meaning, isRow, matrix: named(name) })),
    ),
  };
}
