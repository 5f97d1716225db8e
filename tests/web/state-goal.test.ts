import { describe, expect, test } from 'vitest';
import { parseGoal } from '../../web/goals/parse';
import { presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import { goalProgress } from '../../web/state/goal/goal-state';
import { goalSummary } from '../../web/state/goal/words';
import { firstRecipe, initialState } from '../../web/state/page/initial-state';
import { notices } from '../../web/state/page/notices';
import type { PageState } from '../../web/state/page/page-state';
import { reduce } from '../../web/state/page/reduce';
import { readSaved, savedWork } from '../../web/state/page/saved';
import type { Snapshot } from '../../web/worker/protocol';
import { bySet, description, lossBySet, openedPage, progress, snapshot } from './state-fixtures';

function goalOf(text: string) {
  const result = parseGoal(text);
  if (!result.ok) throw new Error(result.sentence);
  return result.goal;
}

const pageWith = (text: string) =>
  reduce(openedPage(), { type: 'goal-set', goal: goalOf(text), setFor: firstRecipe() });

/** At the end of an epoch, with this mean squared error. */
function at(state: PageState, epoch: number, mse: number, changes: Partial<Snapshot> = {}): PageState {
  const place = progress({ epoch, batch: 12 * epoch });
  return reduce(state, {
    type: 'snapshot-arrived',
    snapshot: snapshot({ progress: place, loss: lossBySet(mse), metrics: bySet(mse), ...changes }),
  });
}

describe('a goal on the page', () => {
  test('is reached when the run pauses, and stays reached afterwards', () => {
    const start = pageWith('test-rmse<4,parameters<=200');
    expect(goalSummary(start)).toContain('This recipe has not been trained yet.');
    const missed = at(start, 1, 25);
    expect(goalSummary(missed)).toBe('1 of 2 conditions met at epoch 1, batch 12.');
    expect(goalProgress(missed)).toEqual({
      goal: 'test-rmse<4,parameters<=200',
      reached: false,
      met: 1,
      conditions: 2,
    });

    const passing = at(missed, 2, 9, { playing: true });
    expect(goalProgress(passing)?.reached).toBe(false);
    expect(goalSummary(passing)).toContain('judged when the run pauses or ends');

    const reached = at(passing, 3, 9);
    expect(goalSummary(reached)).toBe('Reached at epoch 3, batch 36.');
    const lost = at(reached, 4, 25);
    expect(goalSummary(lost)).toBe(
      'Reached at epoch 3, batch 36. It stays reached, although the current point of the run does not meet it.',
    );
    expect(goalProgress(lost)).toEqual({ goal: 'test-rmse<4,parameters<=200', reached: true, met: 2, conditions: 2 });
  });

  test('is not reached by what was trained before it was set', () => {
    const state = reduce(at(openedPage(), 3, 9), { type: 'goal-set', goal: goalOf('test-rmse<4'), setFor: null });
    expect(goalProgress(state)?.reached).toBe(false);
    expect(goalSummary(state)).toContain('so it does not count. Train again');
    expect(goalProgress(at(state, 4, 9))?.reached).toBe(true);
  });

  test('is not reached by a network that was edited by hand, and says so', () => {
    const edited = { edited: [{ epoch: 2, batch: 24 }] };
    const state = at(pageWith('test-rmse<4'), 3, 9, edited);
    expect(goalProgress(state)).toMatchObject({ reached: false, met: 0 });
    expect(goalSummary(state)).toContain('This run does not count');
    expect(goalProgress(at(pageWith('test-rmse<4,edits-allowed'), 3, 9, edited))?.reached).toBe(true);
  });

  test('is judged by the recipe in the controls, which may have no run yet', () => {
    const state = at(pageWith('test-rmse<4,parameters<=200'), 1, 25);
    const larger = reduce(state, { type: 'field-edited', path: 'layers[0].units', value: 50 });
    expect(goalSummary(larger)).toBe(
      'This recipe has not been trained yet. No run of this recipe can reach the goal. Change the recipe.',
    );
    const otherSplit = reduce(state, { type: 'field-edited', path: 'split.seed', value: 1 });
    expect(goalSummary(otherSplit)).toContain('another split');
  });

  test('minds a learning rate that was used on the way, until one goes back to before', () => {
    const start = pageWith('test-rmse<4,learning-rate<=0.01');
    const faster = at(at(start, 1, 25, { progress: progress({ epoch: 1, batch: 12, learningRate: 0.5 }) }), 2, 9, {
      progress: progress({ epoch: 2, batch: 24, learningRate: 0.5 }),
    });
    expect(goalProgress(faster)).toMatchObject({ reached: false, met: 1 });
    const back = at(faster, 1, 9, { restart: true });
    expect(goalProgress(back)?.reached).toBe(true);
  });

  test('says when a run is at its end without it', () => {
    const over = { progress: progress({ epoch: 50, batch: 600, status: 'finished' }) };
    expect(goalSummary(at(pageWith('test-rmse<4'), 50, 25, over))).toContain('Training has ended');
  });

  test('is set by an opened recipe, and removed when the opening is undone', () => {
    const state = at(pageWith('test-rmse<4'), 3, 9);
    const recipe = presetNamed('chapter-3-linear')?.recipe as Recipe;
    const open = {
      type: 'shared-opened',
      shared: { recipe, parameters: null },
      from: 'a link',
      checkpoint: null,
    } as const;
    expect(goalProgress(reduce(state, open))?.reached).toBe(true);
    expect(reduce(state, { ...open, goal: null }).goal).toBeNull();
    const other = reduce(state, { ...open, goal: goalOf('test-mae<3') });
    expect(other.goal).toMatchObject({ reached: null, setFor: recipe });
    expect(reduce(other, { type: 'opening-undone' }).goal).toBe(state.goal);
  });

  test('that was removed before or after an opening is restored when the opening is undone', () => {
    const open = {
      type: 'shared-opened',
      shared: { recipe: presetNamed('chapter-3-linear')?.recipe as Recipe, parameters: null },
      from: 'a link',
      checkpoint: null,
      goal: goalOf('test-mae<3'),
    } as const;
    const state = pageWith('test-rmse<4');
    const after = [open, { type: 'goal-put-away' }, { type: 'opening-undone' }] as const;
    expect(after.reduce(reduce, state)).toMatchObject({ goal: state.goal, goalPutAway: null });
    const before = [{ type: 'goal-put-away' }, open, { type: 'opening-undone' }] as const;
    expect(before.reduce(reduce, state)).toMatchObject({ goal: null, goalPutAway: state.goal });
  });

  test('can be removed, and restored unchanged', () => {
    const state = at(pageWith('test-rmse<4'), 3, 9);
    const away = reduce(state, { type: 'goal-put-away' });
    expect(away.goal).toBeNull();
    expect(notices(away).map(({ text }) => text)).toContain('The goal was removed.');
    expect(reduce(away, { type: 'goal-taken-up' })).toEqual(state);
    expect(notices(reduce(away, { type: 'goal-put-away-read' }))).toEqual(notices({ ...state, goal: null }));
  });

  test('outlives a reload, with the rows it is about', () => {
    const state = reduce(pageWith('test-rmse<4'), { type: 'field-edited', path: 'split.seed', value: 1 });
    const back = initialState('', readSaved(null, savedWork(state), firstRecipe()));
    const opened = reduce(back, {
      type: 'run-opened',
      description: description(back.recipe as Recipe),
      snapshot: snapshot({ restart: true }),
    });
    expect(goalProgress(opened)).toEqual({ goal: 'test-rmse<4', reached: false, met: 0, conditions: 1 });
    expect(goalSummary(opened)).toContain('another split');
  });

  test.each([
    '{"goal": 3}',
    '{"goal": {"text": "zebra<1"}}',
    '{"goal": {"text": "test-rmse<4", "setFor": {"layers": 3}}}',
  ])('that nobody kept is left out: %s', (text) => {
    expect(readSaved(null, text, firstRecipe())).toEqual({});
  });
});
