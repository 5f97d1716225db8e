/**
 * How a run deviates from its recipe: changed learning rates, edits, and the stored run it branched from. After such
 * changes, training the recipe alone gives different numbers.
 */
import type { CurvePoint } from '../../engine/types';
import { recipeEquals } from '../../recipe/serialise';
import type { RunPoint } from '../../worker/protocol';
import { plain, whole } from '../page/format';
import type { Branch, RunResult, StoredRun } from './stored-run';

/** Whether training the recipe alone gives this run. */
export function isOfItsRecipe({ rates, edited }: RunResult): boolean {
  return rates.length === 0 && edited.length === 0;
}

/** The deviations in order, each as the end of a sentence. `stored` may contain the run it branched from. */
export function deviations(run: StoredRun, stored: readonly StoredRun[]): readonly string[] {
  const done = [
    ...run.rates.map(({ epoch, batch, learningRate }) => ({
      batch,
      text: `learning rate ${plain(learningRate)} from epoch ${whole(epoch)}`,
    })),
    ...run.edited.map(({ batch }) => ({ batch, text: `edited by hand at batch ${whole(batch)}` })),
  ].sort((one, other) => one.batch - other.batch);
  return [...branchText(run, stored), ...done.map(({ text }) => text)];
}

function branchText({ branch }: StoredRun, stored: readonly StoredRun[]): string[] {
  if (branch === null) {
    return [];
  }
  const name = stored.find(({ id }) => id === branch.run)?.name;
  const from = name === undefined ? 'a run that was deleted' : `“${name}”`;
  return [`branched from ${from} at epoch ${whole(branch.epoch)}`];
}

/** A deviation of a run, in a form that can be compared with those of others. */
interface Change extends RunPoint {
  readonly what: string;
}

/**
 * The stored run of the same recipe that shares the longest beginning, if it continued beyond the point where the
 * result was changed. Training is deterministic, so a result that was trained again up to there is the same as one that
 * was branched off.
 */
export function branchOf(result: RunResult, stored: readonly StoredRun[]): Branch | null {
  const branches = stored
    .filter(({ recipe }) => recipeEquals(recipe, result.recipe))
    .flatMap((run) => {
      const place = partingPlace(result, run);
      return place !== null && place.batch > 0 && run.batch > place.batch ? [{ run: run.id, ...place }] : [];
    });
  return branches.reduce<Branch | null>((longest, each) => ((longest?.batch ?? 0) < each.batch ? each : longest), null);
}

/** The first batch at which one run was changed and the other was not; null if only the other was changed. */
function partingPlace(run: RunResult, other: RunResult): RunPoint | null {
  const others = changesOf(other);
  for (const [index, { epoch, batch, what }] of changesOf(run).entries()) {
    const before = others[index];
    if (before === undefined || before.batch > batch) {
      return { epoch, batch };
    }
    if (before.batch < batch) {
      return null;
    }
    if (before.what !== what || !goOnAlike(run.curve, other.curve, batch)) {
      return { epoch, batch };
    }
  }
  return null;
}

function changesOf({ rates, edited }: RunResult): readonly Change[] {
  const changes = [
    ...rates.map(({ epoch, batch, learningRate }) => ({ epoch, batch, what: `rate ${learningRate}` })),
    ...edited.map(({ epoch, batch }) => ({ epoch, batch, what: 'edit' })),
  ];
  return changes.sort((one, other) => one.batch - other.batch);
}

/** Whether the next points after a batch are the same. */
function goOnAlike(one: readonly CurvePoint[], other: readonly CurvePoint[], batch: number): boolean {
  const next = (curve: readonly CurvePoint[]) => curve.find((point) => point.batch > batch);
  const [first, second] = [next(one), next(other)];
  return first === undefined || second === undefined || isSamePoint(first, second);
}

/** Whether two points are the same to the last bit. */
export function isSamePoint(one: CurvePoint, other: CurvePoint | undefined): boolean {
  return (
    other !== undefined &&
    one.batch === other.batch &&
    Object.is(one.training, other.training) &&
    Object.is(one.validation, other.validation) &&
    Object.is(one.test, other.test)
  );
}
