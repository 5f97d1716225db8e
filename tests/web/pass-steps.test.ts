import { describe, expect, it } from 'vitest';
import { atStep, type Pass } from '../../web/state/inside/inside-state';
import { canUpdate, isPassDue, shownPass } from '../../web/state/inside/pass';
import { type PassStep, passSteps, stepByKey, stepsOf } from '../../web/state/inside/steps';
import type { PageState } from '../../web/state/page/page-state';
import { reduce } from '../../web/state/page/reduce';
import type { RunState } from '../../web/state/run/run-state';
import { openedPage, progress, snapshot } from './state-fixtures';

const word = (step: PassStep): string => ('operation' in step ? `${step.phase} ${step.operation}` : step.phase);

function looking(page: PageState = openedPage()): PageState {
  return reduce(page, { type: 'view-chosen', view: 'inside' });
}

function passOf({ run, inside }: PageState): Pass {
  const { description, latest } = run as RunState;
  const none = { rows: 0, columns: 0, values: new Float64Array() };
  const trace = { operations: [], predictions: none, targets: none, loss: 1, lossGradient: none };
  return {
    runId: description.runId,
    source: inside.source,
    rows: Int32Array.of(3),
    trace,
    progress: latest.progress,
    asked: latest,
  };
}

describe('the steps of a pass', () => {
  it('go forward to the loss, back the same way, and end in the update', () => {
    expect(passSteps(2, true).map(word)).toEqual([
      'enter',
      'forward 0',
      'forward 1',
      'loss',
      'loss-gradient',
      'backward 1',
      'backward 0',
      'update',
    ]);
    expect(passSteps(2, false).map(word)).not.toContain('update');
  });

  it('are walked by keys, and end at both ends', () => {
    expect(stepByKey('ArrowRight', 2, 9)).toBe(3);
    expect(stepByKey('ArrowRight', 8, 9)).toBe(8);
    expect(stepByKey('ArrowLeft', 0, 9)).toBe(0);
    expect(stepByKey('Home', 5, 9)).toBe(0);
    expect(stepByKey('End', 5, 9)).toBe(8);
    expect(stepByKey('a', 5, 9)).toBeNull();
  });
});

describe('the traced pass', () => {
  it('is requested when it is visible, once for each state of the run', () => {
    expect(isPassDue(openedPage())).toBe(false);
    const page = looking();
    expect(isPassDue(page)).toBe(true);
    const shown = reduce(page, { type: 'pass-arrived', pass: passOf(page) });
    expect(isPassDue(shown)).toBe(false);
    expect(shownPass(shown)).not.toBeNull();
    const trained = reduce(shown, {
      type: 'snapshot-arrived',
      snapshot: snapshot({ progress: progress({ batch: 1 }) }),
    });
    expect(isPassDue(trained)).toBe(true);
  });

  it('stays unchanged during training, unless it is requested', () => {
    const page = looking();
    const shown = reduce(page, { type: 'pass-arrived', pass: passOf(page) });
    const playing = reduce(shown, { type: 'snapshot-arrived', snapshot: snapshot({ playing: true }) });
    expect(isPassDue(playing)).toBe(false);
    const outdated = reduce(playing, { type: 'pass-outdated' });
    expect(isPassDue(outdated)).toBe(true);
    expect(isPassDue(reduce(outdated, { type: 'pass-arrived', pass: passOf(outdated) }))).toBe(false);
  });

  it('is another one for another row', () => {
    const page = looking();
    const shown = reduce(page, { type: 'pass-arrived', pass: passOf(page) });
    const single = reduce(shown, { type: 'pass-source-chosen', source: 7 });
    expect(isPassDue(single)).toBe(true);
    expect(shownPass(single)).toBeNull();
  });

  it('updates only with the very batch on show', () => {
    const page = looking();
    const shown = reduce(page, { type: 'pass-arrived', pass: passOf(page) });
    expect(canUpdate(shown)).toBe(true);
    const latest = (changes: Parameters<typeof snapshot>[0]) =>
      reduce(shown, { type: 'snapshot-arrived', snapshot: snapshot(changes) });
    expect(canUpdate(latest({ progress: progress({ batch: 1 }) }))).toBe(false);
    const ended = latest({ progress: progress({ status: 'finished' }) });
    expect(canUpdate(reduce(ended, { type: 'pass-arrived', pass: passOf(ended) }))).toBe(false);
    expect(stepsOf(ended.run as RunState, 'next').map(word)).not.toContain('update');
    expect(stepsOf(shown.run as RunState, 7).map(word)).not.toContain('update');
  });

  it('follows the same row and column from box to box', () => {
    const element = { key: 'parameter', row: 3, column: 2 } as const;
    const { inside } = reduce(openedPage(), { type: 'element-chosen', element });
    expect(atStep(inside, 4)).toMatchObject({ step: 4, element: { key: 'result', row: 3, column: 2 } });
  });
});
