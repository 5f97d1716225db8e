/** What an embed reports about its run. */
import type { PageState } from '../../state/page/page-state';
import type { RunState } from '../../state/run/run-state';
import type { RunProgress } from '../api';

export function progressOf({ latest: { playing, progress, loss, metrics } }: RunState, waiting: boolean): RunProgress {
  const { status, epoch, batch, fraction, learningRate } = progress;
  return { playing, waiting, status, epoch, batch, fraction, learningRate, loss, metrics };
}

/** Whether the run has just ended by training, for whatever reason; not if its end was restored. */
export function hasJustEnded({ run }: PageState, before: PageState): boolean {
  return (
    run !== null &&
    run.latest.progress.status !== 'training' &&
    !run.latest.restart &&
    before.run?.description.runId === run.description.runId &&
    before.run.latest.progress.status === 'training'
  );
}

/** A new failure as a sentence; null if there is none. */
export function newFailure({ engine, refusal, crash, unopened }: PageState, before: PageState): string | null {
  if (engine.status === 'failed' && before.engine.status !== 'failed') return engine.sentence;
  if (refusal !== before.refusal) return refusal;
  if (unopened !== before.unopened) return unopened;
  return crash !== before.crash ? (crash?.sentence ?? null) : null;
}
