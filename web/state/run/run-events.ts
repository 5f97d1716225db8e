/** What the events of a run make of it, and of the runs kept beside it. */
import { recipeEquals } from '../../recipe/serialise';
import type { RunDescription, Snapshot } from '../../worker/protocol';
import type { PageState } from '../page/page-state';
import { withResult } from '../runs/stored-runs';
import { isFinal, openedRun, ratesUpTo, resultOf, withSnapshot } from './run-state';

/** Another run takes the place of the one on the page, which is kept. */
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
    runs: left.reduce((runs, result) => (isUnfinished(result) ? withResult(runs, result) : runs), state.runs),
    crash: null,
    refusal: null,
  };
}

/** A run that was lost with its worker and goes on in another one. */
export function isSameRunAgain({ crash, run }: PageState, { recipe }: RunDescription): boolean {
  return crash !== null && run !== null && recipeEquals(recipe, run.description.recipe);
}

/** A run is kept when it ends, and when it goes on from an earlier point and so leaves what it had come to. */
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

/** One that ended was kept then, and may have been deleted since. */
function isUnfinished<Result extends { readonly status: string }>(result: Result | null): result is Result {
  return result?.status === 'training';
}
