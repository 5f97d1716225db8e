/** The package `minifactory`: recipes, the training core, and a way to train a recipe without a page. */
import schema from '../recipe/recipe.schema.json';

export type { Column, Dataset } from '../datasets/dataset';
export { DATASET_IDS, type DatasetId } from '../datasets/dataset-ids';
export { datasetNamed } from '../datasets/datasets';
export type * from '../engine/core-functions';
export type { Engine } from '../engine/engine';
export { EngineError } from '../engine/engine-error';
export type { LoadOptions } from '../engine/load';
export type * from '../engine/types';
export { numpyNotebook } from '../export/numpy-notebook';
export { numpyScript } from '../export/numpy-script';
export { type PytorchOptions, pytorchScript } from '../export/pytorch-script';
export { type ParseResult, type Problem, parseRecipe, parseRecipeText } from '../recipe/parse';
export { PRESETS, type Preset, presetNamed } from '../recipe/presets';
export type { LayerRecipe, Recipe, RecipeInput } from '../recipe/schema';
export { minimalRecipe, recipeEquals, serialiseRecipe } from '../recipe/serialise';
export type { FeatureRow, FeatureRows } from './feature-rows';
export { loadModel, type Network, type TrainedNetwork } from './network';
export { loadEngine } from './packaged-engine';
export { datasetFrom, type Table, type TableOptions, type TableRow } from './table';
export { createRun, loadDataset, RecipeError, type RunOptions, type TrainOptions, train } from './train';
export type { TrainProgress } from './train-in-slices';
export type { Prediction, TrainedParameter, TrainResult } from './train-result';

/** The JSON Schema of a recipe, draft-07; also the package's file `recipe.schema.json`. */
export const recipeSchema: Readonly<Record<string, unknown>> = schema;
