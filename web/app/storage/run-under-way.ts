/** Stores the run that is being trained, so that closing the page does not lose it. */
import { Throttle } from '../../charts/drawing/throttle';
import { underWay } from '../../state/run/run-state';
import type { Snapshot } from '../../worker/protocol';
import type { Store } from '../session/store';
import type { RunDatabase } from './run-database';

/** Milliseconds between two writes while training. Each writes a curve of a few hundred points and the parameters. */
const INTERVAL = 5000;
const PREFIX = 'under way ';

/** The id under which a visit stores its run. */
export function idOfVisit(visit: string): string {
  return PREFIX + visit;
}

/** Of all stored values, the ids of runs that a page is training or was training when it was closed. */
export function idsUnderWay(stored: readonly unknown[]): readonly string[] {
  const ids = stored.map((value) => (value as { readonly id?: unknown } | null)?.id);
  return ids.filter((id): id is string => typeof id === 'string' && id.startsWith(PREFIX));
}

/** Training was paused, or a step was trained. */
function cameToRest(now: Snapshot, before: Snapshot | undefined): boolean {
  return !now.playing && (before?.playing === true || before?.progress.batch !== now.progress.batch);
}

/**
 * Writes the first result immediately, then every few seconds, and whenever the run pauses or ends, or the page is
 * hidden or closed.
 */
export function storeRunUnderWay(store: Store, opened: Promise<RunDatabase>): void {
  const id = idOfVisit(store.state.runs.visit);
  let isWritten = false;
  const write = async (): Promise<void> => {
    const result = underWay(store.state.run);
    if (result === null && !isWritten) {
      return;
    }
    isWritten = result !== null;
    const storage = await opened;
    await (result === null ? storage.change([], [id]) : storage.change([{ id, ...result }], []));
  };
  // If the browser refuses, the page has already shown a notice.
  const writeIfAllowed = (): void => void write().catch(() => {});
  const throttle = new Throttle(INTERVAL, writeIfAllowed);
  store.subscribe(({ run }, before) => {
    if (run === before.run) {
      return;
    }
    const isFirst = !isWritten && underWay(run) !== null;
    if (isFirst || (run !== null && cameToRest(run.latest, before.run?.latest))) {
      writeIfAllowed();
    } else {
      throttle.request();
    }
  });
  addEventListener('pagehide', writeIfAllowed);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      writeIfAllowed();
    }
  });
}
