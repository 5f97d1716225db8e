/**
 * The recipe: one JSON document for a whole run. This file is the single source of the TypeScript types,
 * the published JSON Schema, the defaults, the bounds and the help texts of the page's controls.
 */
import * as v from 'valibot';
import { DATASET_IDS, type DatasetId } from '../datasets/dataset-ids';
import { LAYER_TYPES, LOSSES, OPTIMISERS } from '../explanations/parts';
import { choice, duration, finite, flag, onePart, seed, whole } from './schema-fields';

export const RECIPE_VERSION = 1;

/** The core's own names, in the core's order; a test compares them with what the engine reports. */
export const WEIGHT_INITIALISATIONS = ['standard-normal', 'glorot-normal', 'he-normal'] as const;
export const SCALINGS = ['all-rows', 'training-rows', 'none'] as const;
export const DATA_SOURCES = DATASET_IDS;

/** A layer of some type; a dense one where that is left out. */
export const LayerSchema = onePart(LAYER_TYPES, 'type', 'dense', 'Type', 'What kind of layer it is.');

export const RecipeSchema = v.strictObject({
  $schema: v.optional(
    v.pipe(v.string(), v.description('Where the JSON Schema of a recipe lies; for editors, ignored here.')),
  ),
  version: v.optional(
    v.pipe(v.literal(RECIPE_VERSION), v.title('Version'), v.description('The version of the recipe format.')),
    RECIPE_VERSION,
  ),
  name: v.optional(
    v.pipe(v.string(), v.maxLength(80), v.title('Name'), v.description('What the run is called on the page.')),
    '',
  ),
  data: v.optional(
    v.strictObject({
      source: choice(DATA_SOURCES, 'boston', 'Data', 'The table to learn from.', {
        boston: 'Boston housing',
        'boston-as-first-printed': 'Boston housing, as first printed',
      }),
      features: v.optional(
        v.pipe(
          v.array(v.pipe(v.string(), v.minLength(1))),
          v.minLength(1),
          v.title('Features'),
          v.description('The columns the model sees; all but the target when left out.'),
        ),
      ),
      target: v.optional(
        v.pipe(
          v.string(),
          v.minLength(1),
          v.title('Target'),
          v.description('The column the model predicts; the data set’s own when left out.'),
        ),
      ),
    }),
    {},
  ),
  split: v.optional(
    v.strictObject({
      testFraction: finite({
        title: 'Test rows',
        help: 'The share of rows kept back to judge the model.',
        unit: 'of all rows',
        min: 0.05,
        max: 0.9,
        default: 0.3,
      }),
      validationFraction: finite({
        title: 'Validation rows',
        help: 'The share of rows kept back to decide when to stop; with 0 the test rows decide, as in the course.',
        unit: 'of all rows',
        min: 0,
        max: 0.5,
        default: 0,
      }),
      seed: seed('Split seed', 'The number that decides which rows are kept back.', 80718),
    }),
    {},
  ),
  scaling: v.optional(
    v.strictObject({
      fitOn: choice(
        SCALINGS,
        'training-rows',
        'Scale features',
        'Which rows give the mean and standard deviation; all rows lets the test rows leak in, as the course does.',
        { 'all-rows': 'By all rows', 'training-rows': 'By the training rows', none: 'Not at all' },
      ),
      constantColumns: choice(
        ['error', 'zero'],
        'error',
        'Constant columns',
        'A column with one value has no spread to divide by: refuse it, or set it to 0.',
        { error: 'Refuse', zero: 'Set to 0' },
      ),
    }),
    {},
  ),
  layers: v.optional(
    v.pipe(
      v.array(LayerSchema),
      v.minLength(1),
      v.maxLength(8),
      v.title('Layers'),
      v.description('From the features to the prediction; the last layer has one unit, the target.'),
    ),
    [
      { units: 13, activation: 'sigmoid' },
      { units: 1, activation: 'linear' },
    ],
  ),
  initialisation: v.optional(
    v.strictObject({
      weights: choice(
        WEIGHT_INITIALISATIONS,
        'glorot-normal',
        'First weights',
        'How the first weights are drawn; standard normal draws the biases too, the others start them at 0.',
        { 'standard-normal': 'Standard normal', 'glorot-normal': 'Glorot normal', 'he-normal': 'He normal' },
      ),
    }),
    {},
  ),
  loss: v.optional(onePart(LOSSES, 'function', 'mean-squared-error', 'Loss', 'What training makes small.'), {}),
  optimiser: v.optional(onePart(OPTIMISERS, 'method', 'sgd', 'Optimiser', 'How a gradient becomes a step.'), {}),
  training: v.optional(
    v.strictObject({
      batchSize: whole({
        title: 'Batch size',
        help: 'How many rows each update looks at.',
        unit: 'rows',
        min: 1,
        max: 100_000,
        default: 32,
      }),
      stopAfter: duration('Train for', 'When training ends.', 50, 'epochs'),
      evaluateEvery: duration(
        'Evaluate every',
        'How often the loss on rows not trained on is computed, and early stopping decides.',
        10,
        'epochs',
      ),
      earlyStopping: flag(
        'Early stopping',
        'Stop when an evaluation is no better than the one before, and go back to the parameters held there.',
      ),
      seed: seed('Training seed', 'The number that decides the first weights and the order of the rows.', 20190501),
    }),
    {},
  ),
  quirks: v.optional(
    v.strictObject({
      summedBiasGradient: flag(
        'Summed bias gradient',
        'Sum a bias gradient over the units as well as the rows, so that one number moves every bias of a layer. A bug of chapter 2: a gradient check fails on it.',
      ),
      shrinkingBatch: flag(
        'Shrinking batch',
        'When a batch would run past the last row, make the batch size itself smaller, for good, as the lecture does.',
      ),
      reseedEachLayer: flag(
        'Re-seed each layer',
        'Seed the generator again before drawing each layer, after the first shuffle, as chapter 3 does: layers of one shape start out identical.',
      ),
    }),
    {},
  ),
});

/** What a person writes: everything may be left out. */
export type RecipeInput = v.InferInput<typeof RecipeSchema>;
/** A recipe with every default filled in (features and target are resolved against the data set). */
export type ParsedRecipe = v.InferOutput<typeof RecipeSchema>;
export type Recipe = Omit<ParsedRecipe, 'data'> & {
  data: { source: DatasetId; features: string[]; target: string };
};
export type LayerRecipe = v.InferOutput<typeof LayerSchema>;
export type LayerInput = v.InferInput<typeof LayerSchema>;
