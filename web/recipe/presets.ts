/**
 * Runs that come with the page: those of the course, and the same models trained with more care. All are plain recipes.
 */
import { nearest } from './nearest';
import { parseRecipe } from './parse';
import type { LayerInput, Recipe, RecipeInput } from './schema';

export interface Preset {
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  readonly recipe: Recipe;
}

const OUTPUT: LayerInput = { units: 1, activation: 'linear' };
const HIDDEN: LayerInput = { units: 13, activation: 'sigmoid' };

const LINEAR = [OUTPUT];
const ONE_HIDDEN = [HIDDEN, OUTPUT];
const TWO_HIDDEN = [HIDDEN, HIDDEN, OUTPUT];

function preset(id: string, title: string, description: string, input: RecipeInput): Preset {
  const result = parseRecipe({ name: title, ...input });
  if (!result.ok) throw new Error(`The preset ${id} is not a valid recipe: ${result.problems[0]?.sentence}`);
  return { id, title, description, recipe: result.recipe };
}

/** The models written by hand scale on all rows and draw all parameters standard normal from one generator. */
const BY_HAND = {
  scaling: { fitOn: 'all-rows' },
  initialisation: { weights: 'standard-normal' },
  optimiser: { learningRate: 0.001 },
} as const satisfies RecipeInput;

const CHAPTER_2 = {
  ...BY_HAND,
  data: { source: 'boston-as-first-printed' },
  split: { testFraction: 0.3, seed: 80718 },
} as const satisfies RecipeInput;

const CHAPTER_2_LINEAR_TRAINING = { batchSize: 23, stopAfter: { count: 1000, unit: 'batches' }, seed: 180708 } as const;
const CHAPTER_2_NETWORK_TRAINING = {
  batchSize: 23,
  stopAfter: { count: 10000, unit: 'batches' },
  seed: 180807,
} as const;

const LECTURE = {
  ...BY_HAND,
  data: { source: 'boston' },
  split: { testFraction: 0.3, seed: 42 },
  training: { batchSize: 23, stopAfter: { count: 10000, unit: 'batches' }, seed: 42 },
} as const satisfies RecipeInput;

const CHAPTER_3 = {
  data: { source: 'boston-as-first-printed' },
  split: { testFraction: 0.3, seed: 80718 },
  scaling: { fitOn: 'all-rows' },
  initialisation: { weights: 'standard-normal' },
  loss: { gradient: 'mean' },
  optimiser: { learningRate: 0.01 },
  training: {
    batchSize: 32,
    stopAfter: { count: 50, unit: 'epochs' },
    evaluateEvery: { count: 10, unit: 'epochs' },
    earlyStopping: true,
    seed: 20190501,
  },
  quirks: { reseedEachLayer: true },
} as const satisfies RecipeInput;

const CAREFUL = {
  data: { source: 'boston' },
  split: { testFraction: 0.3, validationFraction: 0.1, seed: 80718 },
  scaling: { fitOn: 'training-rows' },
  initialisation: { weights: 'glorot-normal' },
  loss: { gradient: 'mean' },
  optimiser: { learningRate: 0.01 },
  training: {
    batchSize: 32,
    stopAfter: { count: 200, unit: 'epochs' },
    evaluateEvery: { count: 10, unit: 'epochs' },
    earlyStopping: true,
    seed: 20190501,
  },
} as const satisfies RecipeInput;

export const PRESETS: readonly Preset[] = [
  preset(
    'chapter-2-linear',
    'Chapter 2: linear regression',
    'A linear regression written by hand, trained for 1,000 batches of 23 rows.',
    { ...CHAPTER_2, layers: LINEAR, loss: { gradient: 'sum' }, training: CHAPTER_2_LINEAR_TRAINING },
  ),
  preset(
    'chapter-2-network',
    'Chapter 2: neural network',
    'A network with one hidden layer written by hand, with the course’s bug in the gradient of the hidden biases.',
    {
      ...CHAPTER_2,
      layers: ONE_HIDDEN,
      loss: { gradient: 'half-sum' },
      training: CHAPTER_2_NETWORK_TRAINING,
      quirks: { summedBiasGradient: true },
    },
  ),
  preset(
    'chapter-2-network-corrected',
    'Chapter 2: neural network, corrected',
    'The network of chapter 2 with the right gradient of the hidden biases. Everything else is the same.',
    { ...CHAPTER_2, layers: ONE_HIDDEN, loss: { gradient: 'half-sum' }, training: CHAPTER_2_NETWORK_TRAINING },
  ),
  preset(
    'lecture-linear',
    'Lecture: linear regression',
    'The linear regression again, with another split, 10,000 batches and a batch size that shrinks.',
    { ...LECTURE, layers: LINEAR, loss: { gradient: 'sum' }, quirks: { shrinkingBatch: true } },
  ),
  preset(
    'lecture-network',
    'Lecture: neural network',
    'The network of chapter 2 again, with another split and a batch size that shrinks.',
    {
      ...LECTURE,
      layers: ONE_HIDDEN,
      loss: { gradient: 'half-sum' },
      quirks: { summedBiasGradient: true, shrinkingBatch: true },
    },
  ),
  preset(
    'chapter-3-linear',
    'Chapter 3: linear model',
    'A single linear unit, built from the classes of chapter 3 and trained for 50 epochs.',
    { ...CHAPTER_3, layers: LINEAR },
  ),
  preset(
    'chapter-3-one-hidden',
    'Chapter 3: one hidden layer',
    'A hidden layer of 13 sigmoid units, built from the classes of chapter 3.',
    { ...CHAPTER_3, layers: ONE_HIDDEN },
  ),
  preset(
    'chapter-3-two-hidden',
    'Chapter 3: two hidden layers',
    'Two hidden layers of 13 sigmoid units, which start identical because each layer re-seeds the generator.',
    { ...CHAPTER_3, layers: TWO_HIDDEN },
  ),
  preset(
    'careful-linear',
    'Careful: linear model',
    'A single linear unit, scaled on the training rows and stopped by validation rows.',
    { ...CAREFUL, layers: LINEAR },
  ),
  preset(
    'careful-one-hidden',
    'Careful: one hidden layer',
    'A hidden layer of 13 sigmoid units, scaled on the training rows, stopped by validation rows, with Glorot weights.',
    { ...CAREFUL, layers: ONE_HIDDEN },
  ),
  preset(
    'careful-two-hidden',
    'Careful: two hidden layers',
    'Two hidden layers of 13 sigmoid units with Glorot weights, drawn without re-seeding and stopped by validation rows.',
    { ...CAREFUL, layers: TWO_HIDDEN },
  ),
];

/** The preset with this id; undefined if there is none. */
export function presetNamed(id: string): Preset | undefined {
  return PRESETS.find((candidate) => candidate.id === id);
}

/** The id most similar to the unknown `id`; undefined if none is similar. */
export function similarPreset(id: string): string | undefined {
  return nearest(
    id,
    PRESETS.map((preset) => preset.id),
  );
}
