/** Where a run can be rewound to, and where it stands among those points. */
import type { KeptPoint } from '../../worker/protocol';
import type { RunState } from './run-state';

export interface RewindTrack {
  /** By batch; the last one is as far as the run has come. */
  readonly points: readonly KeptPoint[];
  readonly position: number;
}

/** `goingTo`: the batch it is about to be rewound to, or null. */
export function rewindTrack({ latest }: RunState, goingTo: number | null): RewindTrack {
  const { epoch, batch } = latest.progress;
  const isAhead = batch > (latest.kept.at(-1)?.batch ?? -1);
  const points = isAhead ? [...latest.kept, { epoch, batch }] : latest.kept;
  return { points, position: points.findLastIndex((point) => point.batch <= (goingTo ?? batch)) };
}
