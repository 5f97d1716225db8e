/** Loads the runs of earlier visits, and stores every change of the list of runs. */

import { readRunUnderWay, readStoredRuns } from '../../state/runs/read-stored-runs';
import type { StoredRun } from '../../state/runs/stored-run';
import type { Store } from '../session/store';
import { holdWhileOpen, whenReleased } from './page-lock';
import { RunDatabase } from './run-database';
import { idOfVisit, idsUnderWay, storeRunUnderWay } from './run-under-way';

export function syncStoredRuns(store: Store): void {
  const opened = RunDatabase.open();
  let queue = recall(store, opened);
  store.subscribe((state, before) => {
    const { stored } = state.runs;
    if (stored !== before.runs.stored) {
      queue = queue.then((known) => note(store, opened, known, stored));
    }
  });
  holdWhileOpen(idOfVisit(store.state.runs.visit));
  storeRunUnderWay(store, opened);
  void recallCutOff(store, opened, () => queue);
}

/** Resolves with the runs in the database. */
async function recall(store: Store, opened: Promise<RunDatabase>): Promise<readonly StoredRun[]> {
  try {
    const runs = readStoredRuns(await (await opened).all());
    store.dispatch({ type: 'runs-recalled', runs });
    return runs;
  } catch {
    store.dispatch({ type: 'runs-not-stored' });
    return [];
  }
}

/**
 * Takes over the runs that other pages were training, each when its page is closed. `noted` resolves when all changes
 * are stored.
 */
async function recallCutOff(store: Store, opened: Promise<RunDatabase>, noted: () => Promise<unknown>): Promise<void> {
  await noted();
  try {
    const storage = await opened;
    for (const id of idsUnderWay(await storage.all())) {
      if (id !== idOfVisit(store.state.runs.visit)) {
        // After a failure, the next visit tries again.
        void whenReleased(id, () => takeOver(store, storage, id, noted)).catch(() => {});
      }
    }
  } catch {
    // `recall` has reported that there is no storage.
  }
}

async function takeOver(store: Store, storage: RunDatabase, id: string, noted: () => Promise<unknown>): Promise<void> {
  const result = readRunUnderWay(await storage.get(id));
  if (result !== null) {
    store.dispatch({ type: 'run-cut-off', result });
  }
  await noted();
  await storage.change([], [id]);
}

/** Resolves with the runs that the database holds afterwards. */
async function note(
  store: Store,
  opened: Promise<RunDatabase>,
  known: readonly StoredRun[],
  stored: readonly StoredRun[],
): Promise<readonly StoredRun[]> {
  const added = stored.filter((run) => !known.includes(run));
  const removed = known.filter(({ id }) => stored.every((run) => run.id !== id)).map(({ id }) => id);
  try {
    await (await opened).change(added, removed);
    return stored;
  } catch {
    if (store.state.runs.storage === 'used') {
      store.dispatch({ type: 'runs-not-stored' });
    }
    return known;
  }
}
