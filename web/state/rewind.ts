/** Where a run can be rewound to, and where it stands among those points. */
import type { KeptPoint } from '../worker/protocol';
import type { RunState } from './run-state';

export interface RewindTrack {
  /** By batch; the last one is as far as the run has come. */
  readonly points: readonly KeptPoint[];
  readonly position: number;
}

export function rewindTrack({ latest }: RunState): RewindTrack {
  const { epoch, batch } = latest.progress;
  const isAhead = batch > (latest.kept.at(-1)?.batch ?? -1);
  const points = isAhead ? [...latest.kept, { epoch, batch }] : latest.kept;
  return { points, position: points.findLastIndex((point) => point.batch <= batch) };
}
