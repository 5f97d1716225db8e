/** What an embed tells of its run. */
import type { PageState } from '../../state/page/page-state';
import type { RunState } from '../../state/run/run-state';
import type { RunProgress } from '../api';

export function progressOf({ latest: { playing, progress, metrics } }: RunState, waiting: boolean): RunProgress {
  const { status, epoch, batch, fraction, learningRate } = progress;
  return { playing, waiting, status, epoch, batch, fraction, learningRate, metrics };
}

/** The run has just come to its end, of whatever kind. */
export function hasJustEnded({ run }: PageState, before: PageState): boolean {
  return (
    run !== null &&
    run.latest.progress.status !== 'training' &&
    before.run?.description.runId === run.description.runId &&
    before.run.latest.progress.status === 'training'
  );
}

/** What has just gone wrong, as a sentence; null where nothing has. */
export function newFailure({ engine, refusal, crash, unopened }: PageState, before: PageState): string | null {
  if (engine.status === 'failed' && before.engine.status !== 'failed') return engine.sentence;
  if (refusal !== before.refusal) return refusal;
  if (unopened !== before.unopened) return unopened;
  return crash !== before.crash ? (crash?.sentence ?? null) : null;
}
