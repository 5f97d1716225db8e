import { describe, expect, test } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import { EXERCISES } from '../../web/goals/exercises';
import { type Judgement, judge } from '../../web/goals/judge';
import { parseGoal } from '../../web/goals/parse';
import { goalReference } from '../../web/goals/reference';
import { trainToEnd } from '../../web/library/train-to-end';
import { parseRecipe } from '../../web/recipe/parse';
import { presetNamed } from '../../web/recipe/presets';
import type { LayerRecipe, Recipe } from '../../web/recipe/schema';
import { readEngine } from '../engine/node-worker';

const engine = await readEngine();

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

/** One way to reach each. */
const SOLUTIONS: Readonly<Record<string, (start: Recipe) => Recipe>> = {
  'bend-the-line': (start) => ({ ...start, layers: [HIDDEN, OUTPUT] }),
  'under-four': (start) => trainedFor(start, 100),
  'ten-epochs': (start) => ({
    ...trainedFor(start, 10, { batchSize: 8 }),
    optimiser: { ...start.optimiser, learningRate: 0.02 },
  }),
  'three-columns': (start) => ({ ...start, data: { ...start.data, features: ['RM', 'PTRATIO', 'LSTAT'] } }),
  'sixty-four-numbers': (start) => trainedFor({ ...start, layers: [{ ...HIDDEN, units: 4 }, OUTPUT] }, 200),
  'without-peeking': (start) => trainedFor({ ...start, layers: [{ ...HIDDEN, units: 5 }, OUTPUT] }, 200),
};

function judgedAtTheEnd(goalText: string, start: Recipe, changed: Recipe): Judgement {
  const goal = parseGoal(goalText);
  const recipe = parseRecipe(changed);
  if (!goal.ok || !recipe.ok) throw new Error(`${goalText} or its recipe cannot be read.`);
  const { loss, metrics, epochs, batches } = trainToEnd(engine, recipe.recipe, datasetNamed(recipe.recipe.data.source));
  const highestRate = recipe.recipe.optimiser.learningRate;
  const run = { loss, metrics, epochs, batches, highestRate, isEdited: false, isPlaying: false };
  return judge(goal.goal, start, { recipe: recipe.recipe, run });
}

describe.each(EXERCISES)('the exercise $id', ({ id, preset, goal }) => {
  const start = presetNamed(preset)?.recipe as Recipe;

  test('is not reached by the recipe it starts from', () => {
    expect(judgedAtTheEnd(goal, start, start)).toMatchObject({ isReached: false, obstacle: null });
  });

  test('can be reached', () => {
    const solution = SOLUTIONS[id] as (start: Recipe) => Recipe;
    expect(judgedAtTheEnd(goal, start, solution(start)).isReached).toBe(true);
  });
});

// After a change, write the file anew with `npx vitest run --project node tests/web/goals-exercises.node.test.ts --update`.
test('docs/goals.md is what the page judges and the exercises are now', async () => {
  await expect(goalReference()).toMatchFileSnapshot('../../docs/goals.md');
});
