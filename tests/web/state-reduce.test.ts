import { describe, expect, test } from 'vitest';
import { featureIndex } from '../../web/state/data/columns';
import { firstRecipe, initialState } from '../../web/state/page/initial-state';
import type { PageState } from '../../web/state/page/page-state';
import { reduce } from '../../web/state/page/reduce';
import { readSaved, savedWork } from '../../web/state/page/saved';
import { draftText, presetOf } from '../../web/state/recipe/recipe-state';
import { comparison } from '../../web/state/run/comparison';
import { isChanged, isUntouched, secondsLeft } from '../../web/state/run/run-state';
import { evaluation, openedPage, pageAfter, point, progress, snapshot } from './state-fixtures';

const START = initialState('', {});

describe('the recipe', () => {
  test('starts as chapter 3 with one hidden layer, without problems', () => {
    expect(presetOf(START)?.id).toBe('chapter-3-one-hidden');
    expect(START.problems).toEqual([]);
  });

  test('keeps an invalid value as typed, and shows the problem at its field', () => {
    const state = reduce(START, { type: 'field-edited', path: 'layers[0].units', value: '1e' });
    expect(state.draft.layers[0]).toMatchObject({ units: '1e' });
    expect(state.recipe).toBeNull();
    expect(state.problems.map(({ path }) => path)).toEqual(['layers[0].units']);
    expect(draftText(state.draft)).toContain('"units": "1e"');
  });

  test('has a problem without columns, and with a last layer of two units', () => {
    const columns = START.draft.data.features;
    const none = columns.reduce<PageState>(
      (state, name) => reduce(state, { type: 'feature-switched', name, on: false }),
      START,
    );
    expect(none.problems.map(({ path }) => path)).toEqual(['data.features']);
    const wide = reduce(START, { type: 'field-edited', path: 'layers[1].units', value: 2 });
    expect(wide.problems.map(({ path }) => path)).toEqual(['layers[1].units']);
  });

  test('can be restored after a preset replaced it', () => {
    const own = reduce(START, { type: 'field-edited', path: 'training.batchSize', value: 20 });
    const replaced = reduce(own, { type: 'preset-chosen', id: 'chapter-3-linear' });
    expect(presetOf(replaced)?.id).toBe('chapter-3-linear');
    expect(reduce(replaced, { type: 'replacement-undone' }).recipe?.training.batchSize).toBe(20);
  });

  test('goes from one preset to another without an offer to undo', () => {
    const other = reduce(START, { type: 'preset-chosen', id: 'lecture-network' });
    expect(other.replaced).toBeNull();
    expect(reduce(other, { type: 'preset-chosen', id: 'no-such' })).toBe(other);
  });

  test('can have a removed layer back', () => {
    const fewer = reduce(START, { type: 'layer-removed', index: 0 });
    expect(fewer.draft.layers).toHaveLength(1);
    expect(reduce(fewer, { type: 'replacement-undone' }).draft).toEqual(START.draft);
  });
});

describe('the text', () => {
  const edited = (text: string) => reduce(START, { type: 'text-edited', text });

  test('becomes the recipe when it is one', () => {
    const applied = reduce(edited('{"layers": [{"units": 1, "activation": "linear"}]}'), { type: 'text-applied' });
    expect(applied.recipe?.layers).toHaveLength(1);
    expect(applied.text).toBeNull();
  });

  test('is kept with its problems if it is not valid, and the recipe stays', () => {
    const applied = reduce(edited('{"layers": ['), { type: 'text-applied' });
    expect(applied.text).toBe('{"layers": [');
    expect(applied.textProblems).toHaveLength(1);
    expect(applied.textProblems[0]?.sentence).toMatch(/line 1, column 13/);
    expect(applied.recipe).toBe(START.recipe);
  });

  test('outlives an edit in the controls until it is applied or dropped', () => {
    const state = reduce(edited('{ }'), { type: 'field-edited', path: 'training.seed', value: 7 });
    expect(state.text).toBe('{ }');
    expect(reduce(state, { type: 'text-dropped' }).text).toBeNull();
  });
});

describe('the run', () => {
  test('gathers curve and evaluations in order, and starts afresh on a restart', () => {
    const after = pageAfter({ curve: [point(1, 300)], evaluations: [evaluation(1, 300)] });
    expect(after.run?.curve.map(({ epoch }) => epoch)).toEqual([0, 1]);
    expect(after.run?.evaluations.points).toHaveLength(1);
    const again = reduce(after, {
      type: 'snapshot-arrived',
      snapshot: snapshot({ restart: true, curve: [point(0, 500)] }),
    });
    expect(again.run?.curve.map(({ epoch }) => epoch)).toEqual([0]);
    expect(again.run?.evaluations.points).toEqual([]);
  });

  test('does not take a late snapshot of another run', () => {
    const state = openedPage();
    const late = reduce(state, { type: 'snapshot-arrived', snapshot: snapshot({ runId: 0, playing: true }) });
    expect(late.run).toBe(state.run);
  });

  test('is untouched until something was trained', () => {
    expect(openedPage().run).toSatisfy(isUntouched);
    expect(pageAfter({ progress: progress({ batch: 1 }) }).run).not.toSatisfy(isUntouched);
  });

  test('is behind the recipe once they differ in more than the name', () => {
    const state = openedPage();
    expect(isChanged(state)).toBe(false);
    expect(isChanged(reduce(state, { type: 'field-edited', path: 'name', value: 'mine' }))).toBe(false);
    const changed = reduce(state, { type: 'field-edited', path: 'training.batchSize', value: 16 });
    expect(isChanged(changed)).toBe(true);
    expect(isChanged(reduce(changed, { type: 'changes-dropped' }))).toBe(false);
  });

  test('that differs from the preset it is named after says so in its name, until it is the preset again', () => {
    const edited = (state: PageState, value: number) =>
      reduce(state, { type: 'field-edited', path: 'training.batchSize', value });
    const changed = edited(openedPage(), 16);
    expect(changed.recipe?.name).toBe('Chapter 3: one hidden layer, changed');
    expect(edited(changed, 17).recipe?.name).toBe('Chapter 3: one hidden layer, changed');
    expect(edited(changed, 32).recipe?.name).toBe('Chapter 3: one hidden layer');
    const own = reduce(openedPage(), { type: 'field-edited', path: 'name', value: 'mine' });
    expect(edited(own, 16).recipe?.name).toBe('mine');
  });

  test('that was opened from a link, a file or a host says in its name that it was changed, until it is that recipe again', () => {
    const recipe = { ...firstRecipe(), name: 'Mine' };
    const edited = (state: PageState, value: number) =>
      reduce(state, { type: 'field-edited', path: 'training.batchSize', value });
    const shared = { recipe, parameters: null };
    const openings: readonly PageState[] = [
      reduce(openedPage(), { type: 'shared-opened', shared, from: 'a link', checkpoint: null }),
      reduce(openedPage(), { type: 'recipe-given', recipe }),
    ];
    for (const opened of openings) {
      const changed = edited(opened, 16);
      expect(changed.recipe?.name).toBe('Mine, changed');
      expect(edited(changed, 17).recipe?.name).toBe('Mine, changed');
      expect(edited(changed, recipe.training.batchSize).recipe?.name).toBe('Mine');
      const reloaded = initialState('', readSaved(null, savedWork(changed), recipe));
      expect(edited(reloaded, recipe.training.batchSize).recipe?.name).toBe('Mine');
      const own = reduce(changed, { type: 'field-edited', path: 'name', value: 'Better' });
      expect(edited(own, 18).recipe?.name).toBe('Better');
      const other = reduce(changed, { type: 'preset-chosen', id: 'chapter-3-linear' });
      expect(edited(other, 16).recipe?.name).toBe('Chapter 3: linear model, changed');
      expect(reduce(other, { type: 'replacement-undone' }).recipe?.name).toBe('Mine, changed');
    }
  });

  test('tells the seconds left from its pace: 300 of 600 batches done, 100 a second', () => {
    const { run } = pageAfter({ progress: progress({ batch: 300, fraction: 0.5 }), batchesPerSecond: 100 });
    expect(run === null ? null : secondsLeft(run)).toBe(3);
    const paused = pageAfter({ progress: progress({ batch: 300, fraction: 0.5 }) });
    expect(paused.run === null ? 0 : secondsLeft(paused.run)).toBeNull();
  });

  test('is compared with both baselines: small errors and a large R² are best', () => {
    const { run } = openedPage();
    const rows = run === null ? [] : comparison(run);
    expect(rows.map(({ set, measure }) => `${set} ${measure}`)).toEqual([
      'training mae',
      'training rmse',
      'training r2',
      'test mae',
      'test rmse',
      'test r2',
    ]);
    expect(rows.map(({ best }) => best)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(rows[0]?.values).toEqual([8, 12.5, 40]);
  });

  test('shows the response to the requested feature, or to the last one if the recipe leaves it out', () => {
    const recipe = START.recipe;
    expect(recipe === null ? -1 : featureIndex(recipe, 'CRIM')).toBe(0);
    expect(recipe === null ? -1 : featureIndex(recipe, 'MEDV')).toBe(12);
  });
});
