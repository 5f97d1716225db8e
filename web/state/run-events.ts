/** What the events of a run make of it, and of the runs kept beside it. */
import type { RunDescription, Snapshot } from '../worker/protocol';
import { withResult } from './kept-runs';
import type { PageState } from './page-state';
import { resultOf } from './run-result';
import { isFinal, openedRun, withSnapshot } from './run-state';

/** Another run takes the place of the one on the page, which is kept. */
export function withOpenedRun(state: PageState, description: RunDescription, snapshot: Snapshot): PageState {
  const { run } = state;
  const left = run === null ? [] : [run.left, isFinal(run) ? null : resultOf(run)];
  return {
    ...state,
    engine: { status: 'ready' },
    run: openedRun(description, snapshot),
    runs: left.reduce((runs, result) => (isUnfinished(result) ? withResult(runs, result) : runs), state.runs),
    loss: null,
    refusal: null,
  };
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
