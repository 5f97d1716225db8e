/** One solution of each exercise, in words and as a recipe. A test trains each. */
import type { LayerRecipe, Recipe } from '../recipe/schema';

export interface Solution {
  readonly words: string;
  /** The solution, made from the recipe that the exercise starts from. */
  readonly recipe: (start: Recipe) => Recipe;
}

const HIDDEN: LayerRecipe = { type: 'dense', units: 13, activation: 'sigmoid' };
const OUTPUT: LayerRecipe = { type: 'dense', units: 1, activation: 'linear' };

function trainedFor(recipe: Recipe, epochs: number, changes: Partial<Recipe['training']> = {}): Recipe {
  const training: Recipe['training'] = {
    ...recipe.training,
    earlyStopping: false,
    stopAfter: { count: epochs, unit: 'epochs' },
    ...changes,
  };
  return { ...recipe, training };
}

/** By the id of the exercise. */
export const SOLUTIONS: Readonly<Record<string, Solution>> = {
  'bend-the-line': {
    words: 'Add a hidden layer of 13 sigmoid units before the output. Everything else can stay the same.',
    recipe: (start) => ({ ...start, layers: [HIDDEN, OUTPUT] }),
  },
  'under-four': {
    words: 'The loss is still falling after 50 epochs. Train for 100, without early stopping.',
    recipe: (start) => trainedFor(start, 100),
  },
  'ten-epochs': {
    words:
      'Use batches of 8 and a learning rate of 0.02. Smaller batches make more steps in each epoch, and a larger rate makes larger steps.',
    recipe: (start) => ({
      ...trainedFor(start, 10, { batchSize: 8 }),
      optimiser: { ...start.optimiser, learningRate: 0.02 },
    }),
  },
  'three-columns': {
    words: 'Keep RM, PTRATIO and LSTAT: rooms, pupils per teacher, and the share of lower-status residents.',
    recipe: (start) => ({ ...start, data: { ...start.data, features: ['RM', 'PTRATIO', 'LSTAT'] } }),
  },
  'sixty-four-numbers': {
    words: 'One hidden layer of 4 units has 61 parameters. It needs more time: train it for 200 epochs.',
    recipe: (start) => trainedFor({ ...start, layers: [{ ...HIDDEN, units: 4 }, OUTPUT] }, 200),
  },
  'without-peeking': {
    words:
      'A hidden layer of 5 units, trained for 200 epochs, is enough. Look at the test RMSE once, when you are done.',
    recipe: (start) => trainedFor({ ...start, layers: [{ ...HIDDEN, units: 5 }, OUTPUT] }, 200),
  },
};
