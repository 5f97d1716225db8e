/** Whether the current pass must be traced again, and whether its batch can be trained. */
import type { PageState } from '../page/page-state';
import { isFinal } from '../run/run-state';
import type { Pass } from './inside-state';

/** Whether to trace a pass now: the inside view is open, and its pass is outdated. */
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

/** The current pass, if it belongs to the current run and the chosen rows. */
export function shownPass({ run, inside: { pass, source } }: PageState): Pass | null {
  return pass !== null && pass.runId === run?.description.runId && pass.source === source ? pass : null;
}

/** Whether training would use exactly the batch whose pass is shown. */
export function canUpdate({ run, inside: { pass, source } }: PageState): boolean {
  return run !== null && source === 'next' && !isFinal(run) && !run.latest.playing && pass?.asked === run.latest;
}
