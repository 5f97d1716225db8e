import { describe, expect, test } from 'vitest';
import type { Recipe } from '../../web/recipe/schema';
import { firstRecipe } from '../../web/state/page/initial-state';
import { notices } from '../../web/state/page/notices';
import type { PageState } from '../../web/state/page/page-state';
import { reduce } from '../../web/state/page/reduce';
import type { RunState } from '../../web/state/run/run-state';
import { rewindTrack } from '../../web/state/run/timeline';
import { differences } from '../../web/state/runs/differences';
import { readStoredRuns } from '../../web/state/runs/read-stored-runs';
import type { RunResult, StoredRun } from '../../web/state/runs/stored-run';
import { MOST_RUNS, noRuns, type RunsState, withRecalled, withResult } from '../../web/state/runs/stored-runs';
import type { Snapshot } from '../../web/worker/protocol';
import { description, openedPage, point, progress, result, snapshot, upTo } from './state-fixtures';

const RECIPE = firstRecipe();

const withRate = (learningRate: number): Recipe => ({ ...RECIPE, optimiser: { ...RECIPE.optimiser, learningRate } });
const stored = (...results: RunResult[]): RunsState => results.reduce(withResult, noRuns('now'));
const unlike = (number: number) => result(3, { curve: upTo(3, (epoch) => number + epoch) });
const names = ({ runs }: { runs: RunsState }) => runs.stored.map(({ name }) => name);

describe('a stored run', () => {
  test('has a number as its name, its own colour and a unique id', () => {
    const { stored: runs } = stored(...[1, 2, 3, 4, 5, 6, 7, 8].map(unlike));
    expect(runs.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Run ${number}`));
    expect(new Set(runs.map(({ colour }) => colour)).size).toBe(8);
    expect(new Set(runs.map(({ id }) => id)).size).toBe(8);
  });

  test('is one of 50 at most, the oldest going first', () => {
    const runs = stored(...Array.from({ length: MOST_RUNS + 2 }, (_, number) => unlike(number)));
    expect(runs.stored).toHaveLength(50);
    expect(runs.stored[0]?.name).toBe('Run 3');
  });

  test('is not stored twice, nor if a longer run contains it, nor if it ended within its first epoch', () => {
    const runs = stored(result(5));
    expect(withResult(runs, result(5))).toBe(runs);
    expect(withResult(runs, result(3, { status: 'training' }))).toBe(runs);
    expect(withResult(runs, result(0, { status: 'training', recipe: withRate(0.5) }))).toBe(runs);
    expect(withResult(runs, result(0, { status: 'diverged', recipe: withRate(0.5) })).stored).toHaveLength(2);
  });

  test('makes room for the longer one, which takes over its name', () => {
    const cut = stored(result(3, { status: 'training' }));
    const named = { ...cut, stored: cut.stored.map((run) => ({ ...run, name: 'mine' })) };
    expect(withResult(named, result(5)).stored).toMatchObject([{ name: 'mine', epoch: 5, status: 'finished' }]);
  });

  test('stays beside one of another recipe or another curve', () => {
    expect(stored(result(5), result(5, { recipe: withRate(0.5) }), unlike(7)).stored).toHaveLength(3);
  });

  test('of an earlier visit comes before those of this one', () => {
    const { stored: older } = stored(unlike(1));
    const runs = withRecalled(
      { ...stored(unlike(2)), visit: 'later' },
      older.map((run) => ({ ...run, id: 'old-0' })),
    );
    expect(runs.stored.map(({ id }) => id)).toEqual(['old-0', 'now-0']);
  });
});

function takes(state: PageState, changes: Partial<Snapshot>): PageState {
  return reduce(state, { type: 'snapshot-arrived', snapshot: snapshot(changes) });
}

const at = (epoch: number, status: 'training' | 'finished' = 'training', learningRate = 0.01) =>
  progress({ epoch, batch: epoch * 12, status, learningRate });

const trained = (epochs: number) => takes(openedPage(), { progress: at(epochs), curve: upTo(epochs).slice(1) });
const rewound = (state: PageState, epoch: number, rate = 0.01) =>
  takes(state, { restart: true, progress: at(epoch, 'training', rate), curve: upTo(epoch) });

describe('a run on the page', () => {
  test('is stored when it ends', () => {
    const ended = takes(trained(4), { progress: at(5, 'finished'), curve: [point(5, 83)] });
    expect(ended.runs.stored).toMatchObject([{ name: 'Run 1', status: 'finished', epoch: 5, recipe: RECIPE }]);
    expect(ended.runs.stored[0]?.curve).toHaveLength(6);
  });

  test('is stored when another run replaces it, unless it is untrained', () => {
    const next = { type: 'run-opened', description: description(RECIPE, 2), snapshot: snapshot({ runId: 2 }) } as const;
    expect(reduce(trained(4), next).runs.stored).toMatchObject([{ status: 'training', epoch: 4 }]);
    expect(reduce(openedPage(), next).runs.stored).toEqual([]);
  });

  test('is stored when it continues from an earlier point, but not after a mere rewind', () => {
    const looked = rewound(rewound(trained(4), 2), 1);
    expect(looked.run?.left).toMatchObject({ epoch: 4 });
    expect(looked.runs.stored).toEqual([]);
    const back = rewound(looked, 4);
    expect(back.run?.left).toBeNull();
    expect(takes(back, { progress: at(5), curve: [point(5, 83)] }).runs.stored).toEqual([]);
    const branched = takes(looked, { progress: at(1, 'training', 0.1) });
    expect(branched.runs.stored).toMatchObject([{ status: 'training', epoch: 4, rates: [] }]);
  });

  test('that was deleted after its end is not stored again when another run replaces it', () => {
    const ended = takes(trained(4), { progress: at(5, 'finished'), curve: [point(5, 83)] });
    const id = ended.runs.stored[0]?.id ?? '';
    const deleted = reduce(ended, { type: 'run-deleted', id });
    expect(takes(rewound(deleted, 2), { progress: at(3), curve: [point(3, 125)] }).runs.stored).toEqual([]);
  });

  test('stores where its learning rate was changed, also through a rewind back and forth', () => {
    const changed = takes(trained(2), { progress: at(2, 'training', 0.1) });
    const on = takes(changed, { progress: at(4, 'training', 0.1), curve: [point(3, 90), point(4, 80)] });
    const change = { epoch: 2, batch: 24, learningRate: 0.1 };
    expect(on.run?.rates).toEqual([change]);
    const back = rewound(on, 1);
    expect(back.run?.rates).toEqual([]);
    expect(rewound(back, 3, 0.1).run?.rates).toEqual([change]);
    expect(takes(back, { progress: at(1, 'training', 0.2) }).run?.rates).toEqual([
      { epoch: 1, batch: 12, learningRate: 0.2 },
    ]);
  });

  test('also stores it if it continues after a crash of its worker', () => {
    const on = takes(trained(2), { progress: at(2, 'training', 0.1) });
    const crashed = reduce(on, {
      type: 'worker-crashed',
      crash: { sentence: 'The worker died.', checkpoint: { epoch: 4, batch: 48 } },
    });
    const restored = snapshot({ runId: 2, restart: true, progress: at(4, 'training', 0.1), curve: upTo(4) });
    const again = reduce(crashed, { type: 'run-opened', description: description(RECIPE, 2), snapshot: restored });
    expect(again.run?.rates).toEqual([{ epoch: 2, batch: 24, learningRate: 0.1 }]);
  });

  test('can be rewound to any point from the first to the current one', () => {
    const points = [0, 2, 4].map((epoch) => ({ epoch, batch: epoch * 12 }));
    const here = takes(trained(4), { progress: at(5), checkpoints: points }).run as RunState;
    expect(rewindTrack(here, null)).toEqual({ points: [...points, { epoch: 5, batch: 60 }], position: 3 });
    const back = takes(trained(4), { progress: at(2), checkpoints: points }).run as RunState;
    expect(rewindTrack(back, null)).toEqual({ points, position: 1 });
    expect(rewindTrack(back, 48)).toEqual({ points, position: 2 });
  });
});

describe('the list of runs', () => {
  const page: PageState = { ...openedPage(), view: 'runs', runs: stored(unlike(1), unlike(2), unlike(3)) };
  const second = page.runs.stored[1]?.id ?? '';

  test('can delete a run and restore it at its position', () => {
    const fewer = reduce(page, { type: 'run-deleted', id: second });
    expect(names(fewer)).toEqual(['Run 1', 'Run 3']);
    const [offer] = notices(fewer).find(({ id }) => id === 'run-deleted')?.actions ?? [];
    expect(offer?.intent).toEqual({ type: 'run-deletion-undone' });
    expect(reduce(fewer, { type: 'run-deletion-undone' }).runs.stored).toEqual(page.runs.stored);
    expect(reduce(page, { type: 'run-deleted', id: 'none' }).runs).toBe(page.runs);
  });

  test('takes names, but not empty ones', () => {
    const renamed = reduce(page, { type: 'run-renamed', id: second, name: ' wide ' });
    expect(names(renamed)).toEqual(['Run 1', 'wide', 'Run 3']);
    expect(names(reduce(renamed, { type: 'run-renamed', id: second, name: '  ' }))).toEqual(names(renamed));
  });

  test('hides runs from the chart and shows them again', () => {
    const hidden = reduce(page, { type: 'run-shown', id: second, shown: false });
    expect(hidden.runs.hidden).toEqual([second]);
    expect(reduce(hidden, { type: 'run-shown', id: second, shown: true }).runs.hidden).toEqual([]);
  });

  test('opens the recipe of a run, and gives the former one back', () => {
    const own = reduce(page, { type: 'field-edited', path: 'training.batchSize', value: 20 });
    const reopened = reduce(own, { type: 'run-reopened', id: second });
    expect(reopened.recipe).toEqual(RECIPE);
    expect(reduce(reopened, { type: 'replacement-undone' }).recipe?.training.batchSize).toBe(20);
  });

  test('reports once that nothing is stored, and only if something could be lost', () => {
    const said = (state: PageState) => notices(state).some(({ id }) => id === 'runs-not-stored');
    const refused = reduce(page, { type: 'runs-not-stored' });
    expect(said(page)).toBe(false);
    expect(said(refused)).toBe(true);
    expect(said({ ...refused, runs: { ...refused.runs, stored: [] } })).toBe(false);
    expect(said(reduce(refused, { type: 'runs-not-stored-read' }))).toBe(false);
  });
});

describe('differences of runs', () => {
  test('are the fields that are not the same everywhere, with their values', () => {
    const layers: Recipe['layers'] = [
      { type: 'dense', units: 4, activation: 'tanh' },
      { type: 'dense', units: 1, activation: 'linear' },
    ];
    const found = differences([
      result(5),
      result(5, { recipe: { ...withRate(0.5), name: 'other', layers } }),
      result(5),
    ]);
    expect(found.map(({ values }) => values.slice(1))).toEqual([
      ['4 tanh → 1 linear', '13 sigmoid → 1 linear'],
      ['0.5', '0.01'],
    ]);
  });

  test('are none between a run and itself', () => {
    expect(differences([result(5), result(5)])).toEqual([]);
    expect(differences([])).toEqual([]);
  });
});

describe('stored runs', () => {
  const { stored: runs } = stored(...Array.from({ length: 12 }, (_, number) => unlike(number)));

  test('are read back as they were written, in the order they were made', () => {
    expect(readStoredRuns(structuredClone([...runs].reverse()))).toEqual(runs);
  });

  test('of versions that did not store edits, parameters and losses are read without them', () => {
    const [{ edited, parameters, cutOff, branch, loss, ...older } = result(1) as StoredRun] = runs;
    expect([edited, parameters, cutOff, branch]).toEqual([[], null, false, null]);
    expect(loss.test).toBe(older.metrics.test.mse);
    expect(readStoredRuns([older])).toEqual([runs[0]]);
  });

  test('that are not as written are left out', () => {
    const [run] = runs;
    const broken: unknown[] = [
      null,
      'run',
      {},
      { ...run, id: 7 },
      { ...run, colour: 8 },
      { ...run, status: 'lost' },
      { ...run, recipe: { layers: 'none' } },
      { ...run, curve: [{ epoch: 0 }] },
      { ...run, curve: null },
      { ...run, metrics: { training: null, validation: null, test: null } },
      { ...run, loss: { training: 1, validation: null, test: '1' } },
      { ...run, rates: [1] },
      { ...run, epoch: -1 },
      { ...run, edited: [{ epoch: 1 }] },
      { ...run, parameters: [1, 2] },
      { ...run, cutOff: 1 },
      { ...run, branch: { epoch: 1, batch: 12 } },
    ];
    expect(readStoredRuns([...broken, run])).toEqual([run]);
  });
});
