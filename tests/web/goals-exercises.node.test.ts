import { describe, expect, test } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import { EXERCISES } from '../../web/goals/exercises';
import { type Judgement, judge } from '../../web/goals/judge';
import { parseGoal } from '../../web/goals/parse';
import { goalReference } from '../../web/goals/reference';
import { SOLUTIONS, type Solution } from '../../web/goals/solutions';
import { trainToEnd } from '../../web/library/train-to-end';
import { parseRecipe } from '../../web/recipe/parse';
import { presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import { parameterCounts, totalParameters } from '../../web/recipe/widths';
import { readEngine } from '../engine/node-worker';

const engine = await readEngine();

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
    const solution = SOLUTIONS[id] as Solution;
    expect(judgedAtTheEnd(goal, start, solution.recipe(start)).isReached).toBe(true);
  });
});

test('every exercise has a solution, and every solution an exercise', () => {
  expect(Object.keys(SOLUTIONS).toSorted()).toEqual(EXERCISES.map(({ id }) => id).toSorted());
});

test('the smallest network has as many parameters as its solution says', () => {
  const start = presetNamed('chapter-3-two-hidden')?.recipe as Recipe;
  const { recipe, words } = SOLUTIONS['sixty-four-numbers'] as Solution;
  expect(words).toContain(`${totalParameters(parameterCounts(recipe(start)))} parameters`);
});

// After a change, run `npm run references`.
test('docs/goals.md matches the goals and exercises of the page', async () => {
  await expect(goalReference()).toMatchFileSnapshot('../../docs/goals.md');
});
