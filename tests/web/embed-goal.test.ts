import { expect, test } from 'vitest';
import { readAttributes } from '../../web/embed/options/read-options';
import { outsideGoal, startOf } from '../../web/embed/parts/start';
import { parseGoal } from '../../web/goals/parse';
import type { Recipe } from '../../web/recipe/schema';
import { goalSet } from '../../web/state/goal/goal-state';

const problems = (options: Readonly<Record<string, string>>) =>
  readAttributes(new Map(Object.entries(options))).problems.map(({ option, sentence }) => `${option}: ${sentence}`);

test('the goal of an embed is checked when its options are read', () => {
  expect(problems({ goal: 'test-rmse<4, parameters<=200' })).toEqual([]);
  expect(problems({ goal: 'test-rmse<4', part: 'loss' })).toEqual([]);
  expect(problems({ goal: 'rmse<4' })).toEqual([
    expect.stringMatching(/^goal: “goal” cannot be judged. Condition 1, "rmse<4"/),
  ]);
  expect(problems({ goal: 'test-rmse<4', lesson: 'foundations/derivative' })).toEqual([
    'goal: “goal” needs a run, but this part has none.',
  ]);
});

test('a recipe whose run could never reach the goal is refused with the fields that differ', async () => {
  const recipeOf = async (text: string): Promise<Recipe> => {
    const start = await startOf({ preset: null, recipe: text, weights: null });
    if (!start.ok) throw new Error(start.sentence);
    return start.shared.recipe;
  };
  const goalOf = (text: string, setFor: Recipe | null) => {
    const parsed = parseGoal(text);
    if (!parsed.ok) throw new Error(parsed.sentence);
    return goalSet(parsed.goal, setFor);
  };
  const first = await recipeOf('{"data": {"source": "boston-as-first-printed"}}');
  const goal = goalOf('test-rmse<4', first);
  expect(outsideGoal(goal, first)).toBeNull();
  expect(outsideGoal(goal, { ...first, name: 'Other', training: { ...first.training, seed: 7 } })).toBeNull();
  expect(outsideGoal(goal, { ...first, split: { ...first.split, validationFraction: 0.1 } })).toBeNull();
  expect(outsideGoal(null, await recipeOf('{}'))).toBeNull();
  expect(outsideGoal(goalOf('test-rmse<4', null), await recipeOf('{}'))).toBeNull();
  expect(outsideGoal(goal, await recipeOf('{"split": {"seed": 3}}'))).toBe(
    `The goal was set for data.source "boston-as-first-printed" and split.seed ${first.split.seed}, but this recipe has "boston" and 3, so its run would not count. Set data.source and split.seed in the recipe, or change the goal first.`,
  );
});

test('an object that was written as text is explained', async () => {
  const start = await startOf({ preset: null, recipe: String({}), weights: null });
  expect(start).toMatchObject({ ok: false, sentence: expect.stringContaining('JSON.stringify(recipe)') });
});
