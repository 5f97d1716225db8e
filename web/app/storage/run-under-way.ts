/** Writes the run under way down as far as it has got, so that closing the page does not lose it. */
import { Throttle } from '../../charts/drawing/throttle';
import { underWay } from '../../state/run/run-state';
import type { Snapshot } from '../../worker/protocol';
import type { Store } from '../session/store';
import type { RunDatabase } from './run-database';

/** Milliseconds between two writings while it trains; each holds a curve of some hundred points and the parameters. */
const INTERVAL = 5000;
const PREFIX = 'under way ';

/** What the run of a visit is stored by. */
export function idOfVisit(visit: string): string {
  return PREFIX + visit;
}

/** The ids, among stored values, of runs that some page was training or still is. */
export function idsUnderWay(stored: readonly unknown[]): readonly string[] {
  const ids = stored.map((value) => (value as { readonly id?: unknown } | null)?.id);
  return ids.filter((id): id is string => typeof id === 'string' && id.startsWith(PREFIX));
}

/** Paused, or trained a step further. */
function cameToRest(now: Snapshot, before: Snapshot | undefined): boolean {
  return !now.playing && (before?.playing === true || before?.progress.batch !== now.progress.batch);
}

/** At once when there first is something, when the run comes to rest and when the page is hidden or closed; every few seconds in between. */
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
  // Where the browser refuses, the page has said so already.
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
