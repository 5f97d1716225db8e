import { expect, test } from 'vitest';
import { readAttributes } from '../../web/embed/options/read-options';

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
