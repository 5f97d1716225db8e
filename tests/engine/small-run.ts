import { expect } from 'vitest';
import { columnIndex, type Dataset } from '../../web/datasets/dataset';
import { EngineError } from '../../web/engine/engine-error';
import { lossNamed } from '../../web/explanations/parts';
import { parseRecipe } from '../../web/recipe/parse';
import type { Recipe, RecipeInput } from '../../web/recipe/schema';

/** How the gradient of the mean squared error can be scaled. */
export const GRADIENT_SCALES = Object.keys(
  lossNamed('mean-squared-error').settings.gradient.choices,
) as Recipe['loss']['gradient'][];

const NAMES = ['size', 'age', 'light', 'price'];
const ROWS = 60;

/** Pseudo-random numbers from -1 to 1, the same everywhere (Knuth's linear congruential generator). */
function numbers(count: number): number[] {
  let state = 12345n;
  return Array.from({ length: count }, () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 33n) / 2 ** 30 - 1;
  });
}

function table(): Float64Array {
  const drawn = numbers(ROWS * NAMES.length);
  return Float64Array.from(drawn, (number, i) => {
    const [size = 0, age = 0, light = 0, noise = 0] = drawn.slice(i - (i % NAMES.length));
    return [100 + 30 * number, number, number / 100, 2 + size - age * light + noise / 10][i % NAMES.length] as number;
  });
}

/** 60 rows of three features with different means and spreads, and a target. */
export const TABLE: Dataset = {
  id: 'small',
  title: 'A small table',
  columns: NAMES.map((name) => ({ name, meaning: '', unit: '' })),
  rows: ROWS,
  values: table(),
  defaultTarget: 'price',
  source: 'made for tests',
};

/** The table with some values replaced. */
export function tableWith(change: (name: string, row: number) => number | undefined): Dataset {
  const values = TABLE.values.map((value, i) => {
    const name = NAMES[i % NAMES.length] as string;
    return change(name, Math.floor(i / NAMES.length)) ?? value;
  });
  return { ...TABLE, values };
}

/** A row's raw value in the table. */
export const valueAt = (row: number, name: string): number =>
  TABLE.values[row * NAMES.length + columnIndex(TABLE, name)] as number;

const DEFAULTS = {
  layers: [
    { units: 4, activation: 'tanh' },
    { units: 1, activation: 'linear' },
  ],
  optimiser: { learningRate: 0.02 },
  training: {
    batchSize: 8,
    stopAfter: { count: 4, unit: 'epochs' },
    evaluateEvery: { count: 2, unit: 'epochs' },
    seed: 7,
  },
} as const satisfies RecipeInput;

/** A run on the table: 18 test rows, 42 training rows, six batches in each epoch, the last one short. */
export function smallRecipe(input: RecipeInput = {}): Recipe {
  const training = { ...DEFAULTS.training, ...input.training };
  const parsed = parseRecipe({ ...DEFAULTS, ...input, training });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence);
  return { ...parsed.recipe, data: { source: 'boston', features: ['size', 'age', 'light'], target: 'price' } };
}

/** Bits, not values: NaN equals NaN, and 0 is not -0. */
export const bits = (values: Float64Array): bigint[] => [...new BigUint64Array(values.slice().buffer)];

/** Expects that `action` throws an EngineError with this code and with each of these words in its sentence. */
export function expectFailure(code: string, words: readonly string[], action: () => unknown): void {
  let failure: unknown;
  try {
    action();
  } catch (error) {
    failure = error;
  }
  expect(failure).toBeInstanceOf(EngineError);
  const { code: actual, message } = failure as EngineError;
  expect(actual, message).toBe(code);
  for (const word of words) expect(message).toContain(word);
  expect(message).toMatch(/^[A-Z].*\.$/);
}
