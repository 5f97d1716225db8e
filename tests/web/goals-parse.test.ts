import { describe, expect, test } from 'vitest';
import { goalText } from '../../web/goals/goal';
import { readLinkedGoal, withLinkedGoal } from '../../web/goals/link';
import { type GoalResult, LONGEST_GOAL, parseGoal } from '../../web/goals/parse';
import { goalInWords, NO_UNITS } from '../../web/goals/words';
import { readLink } from '../../web/recipe/link';

const goalOf = (text: string) => {
  const result = parseGoal(text);
  if (!result.ok) throw new Error(result.sentence);
  return result.goal;
};
const refusal = (result: GoalResult) => (result.ok ? '' : result.sentence);

describe('a goal that can be read', () => {
  test.each([
    ['test-rmse<4,parameters<=200', 'Reach a test RMSE under 4 (thousand dollars) with at most 200 parameters.'],
    ['test-r2>=0.8', 'Reach a test R² of at least 0.8.'],
    ['training-loss<=9.5', 'Reach a training loss of at most 9.5 (thousand dollars, squared).'],
    [
      'test-mae<3,epochs<=10,batches<120',
      'Reach a test MAE under 3 (thousand dollars) in at most 10 epochs and in fewer than 120 batches.',
    ],
    [
      'validation-rmse<4,test-r2>0.5,features<=1,learning-rate<=0.01',
      'Reach a validation RMSE under 4 (thousand dollars) and a test R² over 0.5 with at most 1 feature and at a learning rate of at most 0.01.',
    ],
    ['test-r2>-1,edits-allowed', 'Reach a test R² over −1. Parameters may be edited by hand.'],
  ])('%s says the same in words, and as an expression again', (text, words) => {
    expect(goalInWords(goalOf(text), { unit: '$1000s', lossPower: 2 })).toBe(words);
    expect(goalText(goalOf(text))).toBe(text);
  });

  test('may be spaced and signed as one writes', () => {
    expect(goalText(goalOf(' test-rmse < 4.0 , parameters ≤ 2e2'))).toBe('test-rmse<4,parameters<=200');
  });

  test('has the unit of its target, and none for a pure number', () => {
    expect(goalInWords(goalOf('test-mae<1'), { unit: 'rooms', lossPower: 1 })).toBe(
      'Reach a test MAE under 1 (rooms).',
    );
    expect(goalInWords(goalOf('test-loss<1'), { unit: 'rooms', lossPower: 1 })).toBe(
      'Reach a test loss under 1 (rooms).',
    );
    expect(goalInWords(goalOf('test-mae<1'), NO_UNITS)).toBe('Reach a test MAE under 1.');
  });
});

describe('a goal that cannot be parsed reports the place, the mistake and what is allowed', () => {
  test.each([
    ['', 'The goal is empty. Write a goal like test-rmse<4, parameters<=200.'],
    ['test-rmse<4,', 'Condition 2, "", is empty: there is a comma too many.'],
    ['rmse<4', 'Condition 1, "rmse<4", asks for "rmse", which is not a quantity of a run.'],
    ['test-rsme<4', 'Did you mean test-rmse?'],
    ['test-rmse<4, params<=200', 'Condition 2, "params<=200", asks for "params", which is not a quantity of a run.'],
    ['<4', 'does not begin with a quantity'],
    ['test-rmse', 'needs < or <= after test-rmse, because less is better.'],
    ['test-rmse>4', 'needs < or <= after test-rmse'],
    ['test-rmse=4', 'needs < or <= after test-rmse'],
    ['test-r2<0.5', 'needs > or >= after test-r2, because more is better.'],
    ['test-rmse<four', 'needs a number with a decimal point after <; it has "four".'],
    ['test-rmse<4,5', 'Condition 2, "5",'],
    ['test-rmse<1e999', 'needs a number'],
    ['test-rmse<0', 'can never be met: write a number above 0 for the test RMSE.'],
    ['test-r2>=1', 'can never be met: write a number below 1 for the test R².'],
    ['test-rmse<4,test-rmse<5', 'The goal asks for test-rmse twice.'],
    ['parameters<=200', 'does not say what to reach'],
    ['edits-allowed', 'does not say what to reach'],
    ['constructor<1', 'asks for "constructor"'],
    ['test-rmse<4,'.repeat(60), `at most ${LONGEST_GOAL} characters`],
  ])('%s', (text, part) => {
    expect(refusal(parseGoal(text))).toContain(part);
  });

  test('all mistakes at once', () => {
    expect(refusal(parseGoal('mse<4, epochs>3'))).toMatch(/Condition 1, .* Condition 2, /);
  });
});

describe('a goal in a link', () => {
  test('stands beside a recipe, which is read as without it', async () => {
    const goal = goalOf('test-rmse<4,parameters<=200');
    const link = withLinkedGoal('preset=chapter-3-linear', goal);
    expect(readLinkedGoal(link)).toEqual({ ok: true, goal });
    expect(await readLink(link)).toEqual(await readLink('preset=chapter-3-linear'));
    // As typed into an address.
    expect(readLinkedGoal('preset=chapter-3-linear&goal=test-rmse<4,%20parameters<=200')).toEqual({ ok: true, goal });
  });

  test('may be missing, and is rejected if it cannot be judged', () => {
    expect(withLinkedGoal('preset=chapter-3-linear', null)).toBe('preset=chapter-3-linear');
    expect(readLinkedGoal('preset=chapter-3-linear')).toEqual({ ok: true, goal: null });
    const result = readLinkedGoal('preset=chapter-3-linear&goal=zebra<1');
    expect(!result.ok && result.sentence).toContain('The goal in the link cannot be judged. Condition 1');
  });
});
