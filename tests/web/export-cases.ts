/** Recipes for the small table that together use everything that recipes can contain. */
import type { Dataset } from '../../web/datasets/dataset';
import { ACTIVATION_NAMES, type ActivationName } from '../../web/explanations/parts';
import type { Recipe, RecipeInput } from '../../web/recipe/schema';
import { smallRecipe, tableWith } from '../engine/small-run';

export const LINEAR = { units: 1, activation: 'linear' } as const;
export const epochs = (count: number) => ({ count, unit: 'epochs' }) as const;
export const batches = (count: number) => ({ count, unit: 'batches' }) as const;

const hidden = (activation: ActivationName): RecipeInput => ({ layers: [{ units: 5, activation }, LINEAR] });

/** What is special about it, and the recipe for `smallRecipe`. */
export const RECIPE_CASES: readonly (readonly [string, RecipeInput])[] = [
  ...ACTIVATION_NAMES.map((name) => [`a ${name} layer`, hidden(name)] as const),
  [
    'a last layer that bends',
    {
      layers: [
        { units: 3, activation: 'tanh' },
        { units: 1, activation: 'leaky-relu' },
      ],
    },
  ],
  ['one layer', { layers: [LINEAR] }],
  [
    'as many layers as there can be, of different activations',
    {
      layers: [
        ...ACTIVATION_NAMES.slice(-7).map((activation, i) => ({ units: 2 + ((i * 3) % 5), activation })),
        LINEAR,
      ],
    },
  ],
  ['standard normal parameters', { initialisation: { weights: 'standard-normal' } }],
  ['He normal weights', { initialisation: { weights: 'he-normal' } }],
  ['the gradient of the sum', { loss: { gradient: 'sum' }, optimiser: { learningRate: 0.002 } }],
  ['the gradient of half the sum', { loss: { gradient: 'half-sum' }, optimiser: { learningRate: 0.002 } }],
  [
    'dropout, the course’s form',
    { layers: [{ units: 9, activation: 'tanh' }, { type: 'dropout', keep: 0.7, form: 'course' }, LINEAR] },
  ],
  [
    'inverted dropout',
    { layers: [{ units: 9, activation: 'sigmoid' }, { type: 'dropout', keep: 0.6, form: 'inverted' }, LINEAR] },
  ],
  [
    'dropout of the features and of two layers, with every quirk',
    {
      layers: [
        { type: 'dropout', keep: 0.9 },
        { units: 7, activation: 'tanh' },
        { type: 'dropout', keep: 0.75, form: 'course' },
        { units: 5, activation: 'relu' },
        { type: 'dropout', keep: 0.5 },
        LINEAR,
      ],
      quirks: { reseedEachLayer: true, shrinkingBatch: true, summedBiasGradient: true },
      training: { stopAfter: epochs(6), evaluateEvery: epochs(1) },
    },
  ],
  ['momentum', { optimiser: { method: 'momentum', momentum: 0.7, learningRate: 0.02 } }],
  [
    'momentum, the shrinking batch and early stopping',
    {
      optimiser: { method: 'momentum', momentum: 0.97, learningRate: 0.05 },
      quirks: { shrinkingBatch: true },
      training: { earlyStopping: true, stopAfter: epochs(60), evaluateEvery: epochs(1) },
    },
  ],
  ['the summed bias gradient', { quirks: { summedBiasGradient: true } }],
  ['the shrinking batch', { quirks: { shrinkingBatch: true } }],
  ['each layer seeded again', { quirks: { reseedEachLayer: true } }],
  [
    'each layer seeded again, with standard normal biases',
    { quirks: { reseedEachLayer: true }, initialisation: { weights: 'standard-normal' } },
  ],
  [
    'every quirk, with validation rows and early stopping',
    {
      quirks: { reseedEachLayer: true, shrinkingBatch: true, summedBiasGradient: true },
      split: { validationFraction: 0.1 },
      training: { earlyStopping: true, stopAfter: epochs(30), evaluateEvery: epochs(1) },
    },
  ],
  ['an end after batches, amid an epoch', { training: { stopAfter: batches(16), evaluateEvery: epochs(1) } }],
  ['an end after batches, at the end of an epoch', { training: { stopAfter: batches(12), evaluateEvery: epochs(1) } }],
  ['evaluations after batches', { training: { stopAfter: epochs(3), evaluateEvery: batches(5) } }],
  ['batches for both', { training: { stopAfter: batches(20), evaluateEvery: batches(3) } }],
  ['no evaluation at all', { training: { evaluateEvery: epochs(100) } }],
  [
    'early stopping between epochs',
    {
      training: { earlyStopping: true, stopAfter: epochs(100), evaluateEvery: batches(2) },
      optimiser: { learningRate: 0.3 },
    },
  ],
  ['batches of one row', { training: { batchSize: 1, stopAfter: epochs(2) } }],
  ['one batch of all rows', { training: { batchSize: 42 } }],
  ['validation rows', { split: { validationFraction: 0.2, testFraction: 0.25, seed: 3 } }],
  ['scaling by all rows', { scaling: { fitOn: 'all-rows' } }],
  ['no scaling', { scaling: { fitOn: 'none' }, optimiser: { learningRate: 1e-6 } }],
  ['the smallest seeds', { split: { seed: 0 }, training: { seed: 0 } }],
  ['the largest seeds', { split: { seed: 4294967295 }, training: { seed: 4294967295 } }],
];

/** A run in which a parameter stops being finite before the loss does. */
export const PARAMETER_OVERFLOW: readonly [recipe: Recipe, dataset: Dataset] = [
  smallRecipe({
    layers: [LINEAR],
    scaling: { fitOn: 'none' },
    loss: { gradient: 'sum' },
    optimiser: { learningRate: 100 },
    training: { batchSize: 42 },
  }),
  tableWith((name, row) => (name === 'light' ? undefined : 4e152 * (1 + (row % 5)))),
];
