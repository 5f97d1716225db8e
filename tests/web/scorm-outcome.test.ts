import { describe, expect, test } from 'vitest';
import type { EmbedState } from '../../web/embed/api';
import { ofAnswers, ofGoal, ofRun, sessionTime } from '../../web/scorm/outcome';
import { readSuspendData, writeSuspendData } from '../../web/scorm/suspend-data';

const goal = (met: number, reached = false) => ofGoal({ goal: 'test-rmse<4', reached, met, conditions: 2 });

describe('the recorded outcome', () => {
  test('of a goal is its share, and passed at its end', () => {
    expect(goal(0)).toEqual({ status: 'incomplete', score: 0 });
    expect(ofGoal({ goal: '', reached: false, met: 1, conditions: 3 })).toEqual({ status: 'incomplete', score: 33.33 });
    expect(goal(2, true)).toEqual({ status: 'passed', score: 100 });
  });

  test('of a lesson is the share of its questions', () => {
    const answers = (answered: number) => ofAnswers({ lesson: 'a/b', question: 'c', answered, questions: 4 });
    expect(answers(1)).toEqual({ status: 'incomplete', score: 25 });
    expect(answers(4)).toEqual({ status: 'completed', score: 100 });
  });

  test.each([
    ['finished', 'completed'],
    ['stopped-early', 'completed'],
    ['diverged', 'incomplete'],
    ['training', 'incomplete'],
  ] as const)('of a run that is %s is %s', (status, recorded) => {
    expect(ofRun({ status } as Parameters<typeof ofRun>[0]).status).toBe(recorded);
  });

  test.each([
    [0, '0000:00:00.00'],
    [3_723_456, '0001:02:03.46'],
    [59_999, '0000:01:00.00'],
    [1e15, '9999:46:40.00'],
  ])('of a visit of %s ms is %s', (milliseconds, text) => {
    expect(sessionTime(milliseconds)).toBe(text);
  });

  test('between visits is plain ASCII, and read with care', () => {
    const state: EmbedState = {
      version: 1,
      part: 'playground',
      run: null,
      figure: null,
      lesson: { id: 'a/b', values: '“ä”', answered: [] },
    };
    const text = writeSuspendData(state) as string;
    expect(text).toMatch(/^[\x20-\x7e]*$/);
    expect(readSuspendData(text)).toEqual(state);
    for (const wrong of ['', 'x', '3', '"text"']) expect(readSuspendData(wrong)).toBeNull();
  });
});
