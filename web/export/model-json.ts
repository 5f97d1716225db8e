/** A trained model as JSON, for other programs and to be opened here again; docs/model.md describes it. */
import type { Matrix } from '../engine/types';
import type { LayerRecipe } from '../recipe/schema';
import { tidyJson } from '../recipe/tidy-json';
import type { TrainedModel } from './trained-model';

export const MODEL_FORMAT = 'minifactory-model';
export const MODEL_VERSION = 1;

/** Every number reads back as the same float64, except for the sign of a zero. */
export function modelJson({ recipe, epochs, batches, scaler, layers }: TrainedModel): string {
  return tidyJson({
    format: MODEL_FORMAT,
    version: MODEL_VERSION,
    trained: { epochs, batches },
    features: recipe.data.features.map((name, index) =>
      scaler === null ? { name } : { name, mean: scaler.mean[index], deviation: scaler.deviation[index] },
    ),
    target: recipe.data.target,
    layers: layers.map((learned, index) => ({
      ...settingsOfLayer(recipe.layers[index] as LayerRecipe),
      ...Object.fromEntries(
        learned.map(({ meaning, isRow, matrix }) => [meaning, isRow ? [...matrix.values] : rowsOf(matrix)]),
      ),
    })),
    recipe,
  });
}

/** The facts about a layer that its arrays do not contain; the first files had only dense layers and no type. */
function settingsOfLayer(layer: LayerRecipe): Partial<LayerRecipe> {
  if (layer.type !== 'dense') return layer;
  const { type, units, ...settings } = layer;
  return settings;
}

function rowsOf({ rows, columns, values }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, row) => [...values.subarray(row * columns, (row + 1) * columns)]);
}
