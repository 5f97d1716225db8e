import { describe, expect, test } from 'vitest';
import { firstRecipe } from '../../web/state/page/initial-state';
import { notices } from '../../web/state/page/notices';
import { reduce } from '../../web/state/page/reduce';
import { type RunState, underWay } from '../../web/state/run/run-state';
import { deviations, isOfItsRecipe } from '../../web/state/runs/deviations';
import { readRunUnderWay } from '../../web/state/runs/read-stored-runs';
import type { RunResult, StoredRun } from '../../web/state/runs/stored-run';
import { noRuns, withCutOff, withResult } from '../../web/state/runs/stored-runs';
import { openedPage, pageAfter, point, progress, result, snapshot } from './state-fixtures';

const RECIPE = firstRecipe();
const at = (epoch: number) => ({ epoch, batch: epoch * 12 });
const rate = (epoch: number, learningRate: number) => ({ ...at(epoch), learningRate });

/** A curve that differs from the standard one from an epoch on. */
const curve = (epochs: number, leaves = Number.POSITIVE_INFINITY, by = 1) =>
  Array.from({ length: epochs + 1 }, (_, epoch) => point(epoch, 500 / (1 + epoch) + (epoch > leaves ? by : 0)));

const plain = result(10, { curve: curve(10) });
const changed = (epoch: number, by: number, what: Partial<RunResult>) =>
  result(10, { curve: curve(10, epoch, by), ...what });

function said(...results: RunResult[]): readonly string[] {
  const { stored } = results.reduce(withResult, noRuns('now'));
  return deviations(stored.at(-1) as StoredRun, stored);
}

describe('what was done to a run', () => {
  test('is empty for a run that follows its recipe', () => {
    expect(isOfItsRecipe(plain)).toBe(true);
    expect(said(plain)).toEqual([]);
    expect(
      said(plain, result(10, { recipe: { ...RECIPE, name: 'x', training: { ...RECIPE.training, seed: 1 } } })),
    ).toEqual([]);
  });

  test('names the run it was branched from, and the point', () => {
    const faster = changed(4, 1, { rates: [rate(4, 0.05)] });
    expect(isOfItsRecipe(faster)).toBe(false);
    expect(said(plain, faster)).toEqual(['branched from “Run 1” at epoch 4', 'learning rate 0.05 from epoch 4']);
    const edited = changed(6, 2, { edited: [at(6)] });
    expect(said(plain, edited)).toEqual(['branched from “Run 1” at epoch 6', 'edited by hand at batch 72']);
  });

  test('is a branch of the run it went along with longest', () => {
    const faster = changed(4, 1, { rates: [rate(4, 0.05)] });
    const slower = {
      ...faster,
      rates: [rate(4, 0.05), rate(8, 0.001)],
      curve: [...faster.curve.slice(0, 9), point(9, 1), point(10, 1)],
    };
    expect(said(plain, faster, slower)).toEqual([
      'branched from “Run 2” at epoch 8',
      'learning rate 0.05 from epoch 4',
      'learning rate 0.001 from epoch 8',
    ]);
  });

  test('is no branch from the first weights, nor of a run that did not go on', () => {
    expect(said(plain, changed(0, 1, { edited: [at(0)] }))).toEqual(['edited by hand at batch 0']);
    const short = result(4, { status: 'training', curve: curve(4) });
    expect(said(short, changed(4, 1, { rates: [rate(4, 0.05)] }))).toEqual(['learning rate 0.05 from epoch 4']);
  });

  test('tells two edits at one place apart by what came of them', () => {
    const [one, other] = [changed(6, 1, { edited: [at(6)] }), changed(6, 2, { edited: [at(6)] })];
    expect(said(one, other)[0]).toBe('branched from “Run 1” at epoch 6');
    const further = { ...one, rates: [rate(8, 0.1)], curve: [...one.curve.slice(0, 9), point(9, 1), point(10, 1)] };
    expect(said(one, further)[0]).toBe('branched from “Run 1” at epoch 8');
  });

  test('is reported if the run it was branched from was deleted, and when its recipe is opened again', () => {
    const runs = [plain, changed(4, 1, { rates: [rate(4, 0.05)] })].reduce(withResult, noRuns('now'));
    const [first, second] = runs.stored as [StoredRun, StoredRun];
    expect(deviations(second, [second])[0]).toBe('branched from a run that was deleted at epoch 4');
    const page = { ...openedPage(), runs };
    const sentence = (id: string) => reduce(page, { type: 'run-reopened', id }).replaced?.sentence;
    expect(sentence(first.id)).toBe('The recipe of “Run 1” replaced yours.');
    expect(sentence(second.id)).toContain('Training it gives different numbers');
    expect(sentence(second.id)).toContain('learning rate 0.05 from epoch 4');
  });
});

describe('a run under way', () => {
  const trained = pageAfter({
    progress: progress({ ...at(3), learningRate: 0.01 }),
    curve: curve(3).slice(1),
    edited: [at(2)],
  });

  test('is worth keeping from its first epoch to its end', () => {
    expect(underWay(null)).toBeNull();
    expect(underWay(openedPage().run)).toBeNull();
    expect(underWay(trained.run)).toMatchObject({ epoch: 3, status: 'training', edited: [at(2)], cutOff: false });
    const ended = snapshot({ progress: progress({ ...at(4), status: 'finished' }) });
    expect(underWay(reduce(trained, { type: 'snapshot-arrived', snapshot: ended }).run)).toBeNull();
  });

  test('that was rewound is stored with its furthest result', () => {
    const back = reduce(trained, {
      type: 'snapshot-arrived',
      snapshot: snapshot({ restart: true, progress: progress(at(1)), curve: curve(1) }),
    });
    expect(underWay(back.run)).toMatchObject({ epoch: 3 });
  });

  test('is the same after writing and reading, and reported as interrupted until the notice is dismissed', () => {
    const written = structuredClone({ id: 'under way x', ...underWay(trained.run as RunState) });
    const found = readRunUnderWay(written);
    expect(found).toMatchObject({ epoch: 3, edited: [at(2)] });
    const page = reduce(openedPage(), { type: 'run-cut-off', result: found as RunResult });
    expect(page.runs.stored).toMatchObject([{ name: 'Run 1', epoch: 3, cutOff: true }]);
    const [notice] = notices(page);
    expect(notice?.text).toContain('“Run 1” was still training when the page was closed');
    expect(notice?.text).toContain('epoch 3, batch 36');
    expect(notices(reduce(page, { type: 'run-news-read' }))).toEqual([]);
  });

  test('is not reported if it was already stored', () => {
    const cut = result(3, { status: 'training', curve: curve(3) });
    const runs = withResult(noRuns('now'), plain);
    expect(withCutOff(runs, cut)).toBe(runs);
    for (const broken of [null, {}, { ...cut, edited: null }, { ...cut, recipe: { layers: 'none' } }]) {
      expect(readRunUnderWay(broken)).toBeNull();
    }
  });
});
