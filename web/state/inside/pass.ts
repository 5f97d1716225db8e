/** The pass on show: whether it is to be traced again, and what can be done with it. */
import type { PageState } from '../page/page-state';
import { isFinal } from '../run/run-state';
import type { Pass } from './inside-state';

/** Whether a pass is to be traced now: where someone looks, and the one there is does not show the run as it stands. */
export function isPassDue({ view, run, crash, engine, inside }: PageState): boolean {
  if (view !== 'inside' || run === null || crash !== null || engine.status !== 'ready') {
    return false;
  }
  const { pass, source, isStale } = inside;
  if (pass === null || isStale || pass.runId !== run.description.runId || pass.source !== source) {
    return true;
  }
  return !run.latest.playing && pass.asked !== run.latest;
}

/** The pass on show, if it is one of the run and rows that are asked for. */
export function shownPass({ run, inside: { pass, source } }: PageState): Pass | null {
  return pass !== null && pass.runId === run?.description.runId && pass.source === source ? pass : null;
}

/** Whether training would now take the very batch whose pass is on show. */
export function canUpdate({ run, inside: { pass, source } }: PageState): boolean {
  return run !== null && source === 'next' && !isFinal(run) && !run.latest.playing && pass?.asked === run.latest;
}
