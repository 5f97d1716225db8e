/**
 * The recipe: one JSON document for a whole run. This file is the only source of the TypeScript types, the published
 * JSON Schema, the defaults, the bounds and the help texts of the page's controls.
 */
import * as v from 'valibot';
import { DATASET_IDS, type DatasetId } from '../datasets/dataset-ids';
import { LAYER_TYPES, lossesFor, OPTIMISERS } from '../explanations/parts';
import { choice, duration, finite, flag, onePart, seed, whole } from './schema-fields';

export const RECIPE_VERSION = 1;

/** The names of the core, in its order; a test compares them with those that the engine reports. */
export const WEIGHT_INITIALISATIONS = ['standard-normal', 'glorot-normal', 'he-normal'] as const;
export const SCALINGS = ['all-rows', 'training-rows', 'none'] as const;
export const DATA_SOURCES = DATASET_IDS;

/** A layer; dense if it names no type. */
export const LayerSchema = onePart(LAYER_TYPES, 'type', 'dense', 'Type', 'The kind of layer.');

export const RecipeSchema = v.strictObject({
  $schema: v.optional(
    v.pipe(v.string(), v.description('The address of the JSON Schema, for editors. It has no other effect.')),
  ),
  version: v.optional(
    v.pipe(v.literal(RECIPE_VERSION), v.title('Version'), v.description('The version of the recipe format.')),
    RECIPE_VERSION,
  ),
  name: v.optional(
    v.pipe(v.string(), v.maxLength(80), v.title('Name'), v.description('The name of the run on the page.')),
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
          v.description('The columns that the model uses. By default all except the target.'),
        ),
      ),
      target: v.optional(
        v.pipe(
          v.string(),
          v.minLength(1),
          v.title('Target'),
          v.description('The column that the model predicts. By default the target of the data set.'),
        ),
      ),
    }),
    {},
  ),
  split: v.optional(
    v.strictObject({
      testFraction: finite({
        title: 'Test rows',
        help: 'The share of rows that are kept out of training to judge the model.',
        unit: 'of all rows',
        min: 0.05,
        max: 0.9,
        default: 0.3,
      }),
      validationFraction: finite({
        title: 'Validation rows',
        help: 'The share of rows that decide when to stop. With 0 the test rows decide, as in the course.',
        unit: 'of all rows',
        min: 0,
        max: 0.5,
        default: 0,
      }),
      seed: seed(
        'Split seed',
        'The random seed that decides which rows become test and validation rows. The same seed gives the same split.',
        80718,
      ),
    }),
    {},
  ),
  scaling: v.optional(
    v.strictObject({
      fitOn: choice(
        SCALINGS,
        'training-rows',
        'Scale features',
        'The rows that give the mean and standard deviation. With all rows, as in the course, information about the test rows leaks into training.',
        { 'all-rows': 'Fit on all rows', 'training-rows': 'Fit on the training rows', none: 'Do not scale' },
      ),
      constantColumns: choice(
        ['error', 'zero'],
        'error',
        'Constant columns',
        'A column with only one value has a standard deviation of 0, so scaling would divide by 0. Refuse the column, or set it to 0.',
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
      v.description(
        'The layers, from the features to the prediction. The last layer has one unit, which predicts the target.',
      ),
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
        'How the first weights are drawn. Standard normal also draws the biases; the others start them at 0.',
        { 'standard-normal': 'Standard normal', 'glorot-normal': 'Glorot normal', 'he-normal': 'He normal' },
      ),
    }),
    {},
  ),
  loss: v.optional(
    onePart(lossesFor('regression'), 'function', 'mean-squared-error', 'Loss', 'The quantity that training minimises.'),
    {},
  ),
  optimiser: v.optional(
    onePart(OPTIMISERS, 'method', 'sgd', 'Optimiser', 'The rule that turns gradients into updates.'),
    {},
  ),
  training: v.optional(
    v.strictObject({
      batchSize: whole({
        title: 'Batch size',
        help: 'The number of rows in each update. Smaller batches make more updates in each epoch, but noisier ones.',
        unit: 'rows',
        min: 1,
        max: 100_000,
        default: 32,
      }),
      stopAfter: duration('Train for', 'The length of the training.', 50, 'epochs'),
      evaluateEvery: duration(
        'Evaluate every',
        'How often the loss on held-out rows is computed and early stopping decides.',
        10,
        'epochs',
      ),
      earlyStopping: flag(
        'Early stopping',
        'Stop when the loss at an evaluation is not lower than at the previous one, and restore the parameters from that one.',
      ),
      seed: seed(
        'Training seed',
        'The random seed of the first weights and of the order of the rows. The same seed gives the same run.',
        20190501,
      ),
    }),
    {},
  ),
  quirks: v.optional(
    v.strictObject({
      summedBiasGradient: flag(
        'Summed bias gradient',
        'Sums a bias gradient over the units as well as the rows, so that every bias of a layer gets the same gradient. This is a bug of chapter 2, and a gradient check fails on it.',
      ),
      shrinkingBatch: flag(
        'Shrinking batch',
        'When too few rows are left for a batch, makes the batch size smaller for the rest of the run, as in the lecture.',
      ),
      reseedEachLayer: flag(
        'Re-seed each layer',
        'Seeds the generator again before it draws each layer, as in chapter 3, so that layers of the same shape start identical. The layers are drawn after the first shuffle.',
      ),
    }),
    {},
  ),
});

/** A recipe as a person writes it: every field is optional. */
export type RecipeInput = v.InferInput<typeof RecipeSchema>;
/** A recipe with every default filled in (features and target are resolved against the data set). */
export type ParsedRecipe = v.InferOutput<typeof RecipeSchema>;
export type Recipe = Omit<ParsedRecipe, 'data'> & {
  data: { source: DatasetId; features: string[]; target: string };
};
export type LayerRecipe = v.InferOutput<typeof LayerSchema>;
export type LayerInput = v.InferInput<typeof LayerSchema>;
