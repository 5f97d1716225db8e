/** How events of a run change the run and the list of stored runs. */
import { recipeEquals } from '../../recipe/serialise';
import type { RunDescription, Snapshot } from '../../worker/protocol';
import type { PageState } from '../page/page-state';
import { withResult } from '../runs/stored-runs';
import { leftByRun } from './before';
import { isFinal, openedRun, ratesUpTo, resultOf, withSnapshot } from './run-state';

/** Replaces the current run by another one, and stores it. */
export function withOpenedRun(state: PageState, description: RunDescription, snapshot: Snapshot): PageState {
  const { run } = state;
  const opened = openedRun(description, snapshot);
  const left = run === null ? [] : [run.left, isFinal(run) ? null : resultOf(run)];
  return {
    ...state,
    engine: { status: 'ready' },
    run:
      run !== null && isSameRunAgain(state, description)
        ? { ...opened, rates: ratesUpTo(run, snapshot), firstParameters: run.firstParameters }
        : opened,
    before: isSameRunAgain(state, description) ? state.before : leftByRun(run, state.before),
    runs: left.reduce((runs, result) => (isUnfinished(result) ? withResult(runs, result) : runs), state.runs),
    crash: null,
    refusal: null,
  };
}

/** The same run, continued in a new worker after a crash. */
export function isSameRunAgain({ crash, run }: PageState, { recipe }: RunDescription): boolean {
  return crash !== null && run !== null && recipeEquals(recipe, run.description.recipe);
}

/** A run is stored when it ends, and when it continues from an earlier point and so loses its later part. */
export function withRunSnapshot(state: PageState, snapshot: Snapshot): PageState {
  const { run: before } = state;
  if (before === null) {
    return state;
  }
  const run = withSnapshot(before, snapshot);
  const hasLeft = !snapshot.restart && run.left === null && isUnfinished(before.left);
  let runs = hasLeft ? withResult(state.runs, before.left) : state.runs;
  if (isFinal(run) && !isFinal(before) && !snapshot.restart) {
    runs = withResult(runs, resultOf(run));
  }
  return { ...state, engine: { status: 'ready' }, run, runs, refusal: null };
}

/** A run that has ended was already stored, and may have been deleted since. */
function isUnfinished<Result extends { readonly status: string }>(result: Result | null): result is Result {
  return result?.status === 'training';
}
