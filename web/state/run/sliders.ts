/** The positions of two sliders: the speed, on a logarithmic scale, and the points a run can be rewound to. */
import type { RunPoint, Speed } from '../../worker/protocol';
import type { RunState } from './run-state';

/** Ten positions for each factor of ten, from 1 to 10,000 batches a second; one more for unlimited speed. */
const POSITIONS_PER_DECADE = 10;
const FASTEST_PACED = 10_000;

export const LAST_POSITION = POSITIONS_PER_DECADE * Math.log10(FASTEST_PACED) + 1;

export function speedAt(position: number): Speed {
  if (position >= LAST_POSITION) {
    return null;
  }
  return Number((10 ** (Math.max(0, position) / POSITIONS_PER_DECADE)).toPrecision(2));
}

export function positionOf(speed: Speed): number {
  return speed === null ? LAST_POSITION : Math.round(POSITIONS_PER_DECADE * Math.log10(speed));
}

export function speedText(speed: Speed): string {
  if (speed === null) {
    return 'as fast as it goes';
  }
  return speed === 1 ? '1 batch a second' : `${speed.toLocaleString('en')} batches a second`;
}

export interface RewindTrack {
  /** By batch; the last one is the furthest the run has come. */
  readonly points: readonly RunPoint[];
  readonly position: number;
}

/** `goingTo`: the batch it is about to be rewound to, or null. */
export function rewindTrack({ latest }: RunState, goingTo: number | null): RewindTrack {
  const { epoch, batch } = latest.progress;
  const isAhead = batch > (latest.checkpoints.at(-1)?.batch ?? -1);
  const points = isAhead ? [...latest.checkpoints, { epoch, batch }] : latest.checkpoints;
  return { points, position: points.findLastIndex((point) => point.batch <= (goingTo ?? batch)) };
}
