import { describe, expect, test } from 'vitest';
import type { Recipe } from '../../web/recipe/schema';
import { firstRecipe, initialState } from '../../web/state/page/initial-state';
import type { PageState } from '../../web/state/page/page-state';
import { reduce } from '../../web/state/page/reduce';
import { readSaved, savedPreferences } from '../../web/state/page/saved';
import { dependenceRequests, overlaidDependences, overlaidRuns } from '../../web/state/runs/overlay';
import { MOST_OVERLAID, noRuns, withResult } from '../../web/state/runs/stored-runs';
import { openedPage, point, result, snapshot } from './state-fixtures';

const RECIPE = firstRecipe();
const parameters = Float64Array.of(1, 2);

/** A page with this many stored runs, all different. */
function page(count: number, recipe: Recipe = RECIPE): PageState {
  const results = Array.from({ length: count }, (_, number) =>
    result(3, { recipe, parameters, curve: [point(0, 500), point(3, 40 + number)] }),
  );
  return { ...openedPage(), runs: results.reduce(withResult, noRuns('now')) };
}

const overlay = (state: PageState, index: number, overlaid = true) =>
  reduce(state, { type: 'run-overlaid', id: state.runs.stored[index]?.id ?? '', overlaid });
const names = (state: PageState) => overlaidRuns(state).map(({ name }) => name);
const answer = { feature: 12, scaled: Float64Array.of(0), raw: Float64Array.of(4), predictions: Float64Array.of(20) };

describe('runs behind the live one', () => {
  test('are the chosen ones, in the order in which they were stored', () => {
    const chosen = overlay(overlay(page(3), 2), 0);
    expect(names(chosen)).toEqual(['Run 1', 'Run 3']);
    expect(names(overlay(chosen, 2, false))).toEqual(['Run 1']);
  });

  test('are 4 at most; a deleted one frees its place, and gets it again when it is restored', () => {
    const full = [0, 1, 2, 3, 4].reduce((state, index) => overlay(state, index), page(6));
    expect(names(full)).toEqual(['Run 1', 'Run 2', 'Run 3', 'Run 4']);
    const fewer = reduce(full, { type: 'run-deleted', id: full.runs.stored[0]?.id ?? '' });
    expect(names(fewer)).toHaveLength(MOST_OVERLAID - 1);
    expect(names(reduce(fewer, { type: 'run-deletion-undone' }))).toEqual(names(full));
    expect(names(overlay(fewer, 4))).toEqual(['Run 2', 'Run 3', 'Run 4', 'Run 6']);
  });

  test('predict what the live one predicts', () => {
    const other = { ...RECIPE, data: { ...RECIPE.data, target: 'LSTAT', features: ['RM'] } };
    expect(names(overlay(page(1, other), 0))).toEqual([]);
  });

  test('outlive a reload; a list that nobody chose does not', () => {
    const chosen = overlay(page(2), 1);
    const saved = readSaved(savedPreferences(chosen), null, RECIPE);
    expect(initialState('', saved).runs.overlaid).toEqual(chosen.runs.overlaid);
    for (const overlaid of ['all', [1], Array(5).fill('id')]) {
      expect(readSaved(JSON.stringify({ overlaid }), null, RECIPE)).toEqual({});
    }
  });
});

describe('their responses', () => {
  const chosen = overlay(page(2), 1);
  const [question] = dependenceRequests(chosen);
  const run = question?.run ?? '';
  const recalled = { run, parameters, featureName: 'LSTAT', dependence: answer };
  const answered = reduce(chosen, { type: 'dependence-arrived', recalled });

  test('are asked for with the feature the live one answers to', () => {
    expect(dependenceRequests(chosen)).toEqual([{ run: 'now-1', recipe: RECIPE, parameters, featureName: 'LSTAT' }]);
    expect(dependenceRequests(page(2))).toEqual([]);
  });

  test('are available after the reply, and not requested again', () => {
    expect(overlaidDependences(chosen)).toEqual([]);
    expect(overlaidDependences(answered)).toEqual([{ run: answered.runs.stored[1], dependence: answer }]);
    expect(dependenceRequests(answered)).toEqual([]);
  });

  test('are requested again for another feature, or if the run was trained further', () => {
    const changed = { ...snapshot().dependence, feature: 0 };
    const other = reduce(answered, { type: 'snapshot-arrived', snapshot: snapshot({ dependence: changed }) });
    expect(dependenceRequests(other).map(({ featureName }) => featureName)).toEqual([RECIPE.data.features[0]]);
    const further = {
      ...answered.runs,
      stored: answered.runs.stored.map((each) => ({ ...each, parameters: parameters.slice() })),
    };
    expect(dependenceRequests({ ...answered, runs: further })).toHaveLength(1);
    expect(overlaidDependences({ ...answered, runs: further })).toEqual([]);
  });

  test('are not asked of a network without the feature, nor of one that was too large to keep', () => {
    const without = { ...RECIPE, data: { ...RECIPE.data, features: ['RM'] } };
    expect(dependenceRequests(overlay(page(1, without), 0))).toEqual([]);
    const large = { ...chosen.runs, stored: chosen.runs.stored.map((each) => ({ ...each, parameters: null })) };
    expect(dependenceRequests({ ...chosen, runs: large })).toEqual([]);
  });
});
