import { describe, expect, test } from 'vitest';
import { judge } from '../../web/goals/judge';
import { parseGoal } from '../../web/goals/parse';
import type { RunStanding } from '../../web/goals/quantities';
import { parseRecipe } from '../../web/recipe/parse';
import type { RecipeInput } from '../../web/recipe/schema';
import { bySet, lossBySet, metrics } from './state-fixtures';

function recipe(input: RecipeInput = {}) {
  const result = parseRecipe(input);
  if (!result.ok) throw new Error(result.problems[0]?.sentence);
  return result.recipe;
}

/** 13 features, 13 units, 1 output: 196 parameters; learning rate 0.01. */
const RECIPE = recipe({
  layers: [
    { units: 13, activation: 'sigmoid' },
    { units: 1, activation: 'linear' },
  ],
  optimiser: { learningRate: 0.01 },
});

const TRAINED: RunStanding = {
  // RMSE 4, MAE 8, R² 0.84
  loss: lossBySet(16),
  metrics: bySet(16),
  epochs: 10,
  batches: 120,
  highestRate: 0.01,
  isEdited: false,
  isPlaying: false,
};

function judged(text: string, run: Partial<RunStanding> | null = {}, of = RECIPE, setFor = RECIPE) {
  const result = parseGoal(text);
  if (!result.ok) throw new Error(result.sentence);
  return judge(result.goal, setFor, { recipe: of, run: run === null ? null : { ...TRAINED, ...run } });
}

const verdicts = (...[text, run, of]: Parameters<typeof judged>) =>
  judged(text, run, of).conditions.map(({ verdict, value }) => [verdict, value]);

describe('a condition', () => {
  test('is met by its number; a value at the limit counts only with <= or >=', () => {
    expect(verdicts('test-rmse<=4')).toEqual([['met', 4]]);
    expect(verdicts('test-rmse<4')).toEqual([['open', 4]]);
    expect(verdicts('test-loss<=16,test-mae<9,training-rmse<5,test-r2>=0.84')).toEqual([
      ['met', 16],
      ['met', 8],
      ['met', 4],
      ['met', 0.84],
    ]);
    expect(verdicts('test-r2>0.84')).toEqual([['open', 0.84]]);
  });

  test('on parameters and features is met by the recipe or never', () => {
    expect(verdicts('test-rmse<5,parameters<=196,features<=13')).toEqual([
      ['met', 4],
      ['met', 196],
      ['met', 13],
    ]);
    expect(verdicts('test-rmse<5,parameters<196,features<=3')).toEqual([
      ['met', 4],
      ['impossible', 196],
      ['impossible', 13],
    ]);
  });

  test('on epochs and batches is met until the run has taken more', () => {
    expect(verdicts('test-rmse<5,epochs<=10,batches<=120')).toEqual([
      ['met', 4],
      ['met', 10],
      ['met', 120],
    ]);
    // One batch into the eleventh epoch.
    expect(verdicts('test-rmse<5,epochs<=10,batches<=120', { epochs: 10 + 1 / 12, batches: 121 })).toEqual([
      ['met', 4],
      ['exceeded', 10 + 1 / 12],
      ['exceeded', 121],
    ]);
  });

  test('on the learning rate minds every rate that was used', () => {
    expect(verdicts('test-rmse<5,learning-rate<=0.01')[1]).toEqual(['met', 0.01]);
    expect(verdicts('test-rmse<5,learning-rate<=0.01', { highestRate: 0.5 })[1]).toEqual(['exceeded', 0.5]);
    expect(verdicts('test-rmse<5,learning-rate<0.01')[1]).toEqual(['impossible', 0.01]);
  });

  test('on validation rows cannot be met by a split that has none', () => {
    expect(verdicts('validation-rmse<5')).toEqual([['impossible', null]]);
    const withThem = { ...bySet(16), validation: metrics(9) };
    expect(verdicts('validation-rmse<5', { metrics: withThem })).toEqual([['met', 3]]);
  });

  test('is not met by a number that is none', () => {
    expect(judged('test-rmse<5', { metrics: bySet(Number.NaN) }).isReached).toBe(false);
    expect(judged('test-r2>0.1', { metrics: bySet(Number.POSITIVE_INFINITY) }).isReached).toBe(false);
  });
});

describe('a goal', () => {
  test('is reached when all its conditions are met by one run at one place', () => {
    expect(judged('test-rmse<5,parameters<=200')).toMatchObject({ isReached: true, share: 1, obstacle: null });
    expect(judged('test-rmse<3,parameters<=200')).toMatchObject({ isReached: false, share: 0.5, obstacle: null });
  });

  test.each([
    ['nothing has been trained', 'untrained', { batches: 0, epochs: 0 }],
    ['training goes on', 'training', { isPlaying: true }],
    ['parameters were set and not trained', 'edited', { isEdited: true }],
  ] as const)('does not count while %s', (_, obstacle, run) => {
    expect(judged('test-rmse<5', run)).toMatchObject({ obstacle, isReached: false, share: 0 });
  });

  test('does not count without a run', () => {
    expect(judged('test-rmse<5,parameters<=200', null)).toMatchObject({ obstacle: 'untrained', isReached: false });
    expect(verdicts('test-rmse<5,parameters<=200', null)).toEqual([
      ['open', null],
      ['met', 196],
    ]);
  });

  test('may let edited runs count', () => {
    expect(judged('test-rmse<5,edits-allowed', { isEdited: true })).toMatchObject({ isReached: true, obstacle: null });
  });

  test('is about the target and the test rows it was set for', () => {
    const other = (input: RecipeInput) => judged('test-rmse<5', {}, recipe({ ...RECIPE, ...input })).obstacle;
    expect(other({ split: { ...RECIPE.split, seed: RECIPE.split.seed + 1 } })).toBe('other-rows');
    expect(other({ split: { ...RECIPE.split, testFraction: 0.1 } })).toBe('other-rows');
    expect(other({ data: { ...RECIPE.data, source: 'boston-as-first-printed' } })).toBe('other-rows');
    expect(other({ data: { source: 'boston', target: 'RM', features: ['MEDV'] } })).toBe('other-rows');
    expect(other({ data: { ...RECIPE.data, features: ['RM'] } })).toBeNull();
    // Validation rows are taken from the training rows.
    const split = { ...RECIPE.split, validationFraction: 0.2 };
    expect(other({ split })).toBeNull();
    expect(judged('training-rmse<5', {}, recipe({ ...RECIPE, split })).obstacle).toBe('other-rows');
  });
});
