/** Brings the runs of earlier visits back, and writes down every change of those kept now. */
import type { KeptRun } from '../state/kept-runs';
import { readKeptRuns } from '../state/stored-runs';
import { RunStorage } from './run-storage';
import type { Store } from './store';

export function keepRuns(store: Store): void {
  const opened = RunStorage.open();
  let queue = recall(store, opened);
  store.subscribe((state, before) => {
    const { kept } = state.runs;
    if (kept !== before.runs.kept) {
      queue = queue.then((known) => note(store, opened, known, kept));
    }
  });
}

/** Resolves with what the storage holds. */
async function recall(store: Store, opened: Promise<RunStorage>): Promise<readonly KeptRun[]> {
  try {
    const runs = readKeptRuns(await (await opened).all());
    store.dispatch({ type: 'runs-recalled', runs });
    return runs;
  } catch {
    store.dispatch({ type: 'runs-not-stored' });
    return [];
  }
}

/** Resolves with what the storage holds then. */
async function note(
  store: Store,
  opened: Promise<RunStorage>,
  known: readonly KeptRun[],
  kept: readonly KeptRun[],
): Promise<readonly KeptRun[]> {
  const added = kept.filter((run) => !known.includes(run));
  const removed = known.filter(({ id }) => kept.every((run) => run.id !== id)).map(({ id }) => id);
  try {
    await (await opened).change(added, removed);
    return kept;
  } catch {
    if (store.state.runs.storage === 'used') {
      store.dispatch({ type: 'runs-not-stored' });
    }
    return known;
  }
}
