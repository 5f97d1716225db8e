/** The timeline of a run: its marks, and the points it can be rewound to. */
import type { RunPoint, Sprint } from '../../worker/protocol';
import { counted, plain } from '../page/format';
import { plannedBatches } from './pace';
import type { RunState } from './run-state';

export interface RewindTrack {
  /** Sorted by batch; the last one is the furthest point of the run. */
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

/** The point closest to a batch; undefined if there is none. */
export function nearestPoint(points: readonly RunPoint[], batch: number): RunPoint | undefined {
  const distance = (point: RunPoint) => Math.abs(point.batch - batch);
  return points.reduce<RunPoint | undefined>(
    (best, point) => (best === undefined || distance(point) < distance(best) ? point : best),
    undefined,
  );
}

/** The position that a key moves to from `position`: one point, ten points, or to an end; null for other keys. */
export function keyedPoint(points: readonly RunPoint[], position: number, key: string): RunPoint | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -10,
    PageUp: 10,
    Home: -points.length,
    End: points.length,
  };
  const by = steps[key];
  if (by === undefined) return null;
  return points[Math.min(points.length - 1, Math.max(0, position + by))] ?? null;
}

export interface TimelineMarks {
  /** See `timelineEnd`. */
  readonly end: number;
  /** The starts of epochs, evenly thinned; a label is the epoch's number. */
  readonly ticks: readonly { readonly batch: number; readonly label: string | null }[];
  /** The batches of evaluations, evenly thinned. */
  readonly evaluations: readonly number[];
  /** The batch with the lowest loss so far; null before there is one. */
  readonly best: number | null;
  /** Returns the same object while the marks are the same. */
  readonly key: string;
}

const MOST_TICKS = 100;
const MOST_LABELS = 10;
const MOST_EVALUATIONS = 60;

/** The batch at the timeline's end: the recipe's last, or the furthest the run has come. */
export function timelineEnd(run: RunState): number {
  const { latest } = run;
  return Math.max(plannedBatches(run), latest.progress.batch, latest.checkpoints.at(-1)?.batch ?? 0, 1);
}

export function timelineMarks(run: RunState): TimelineMarks {
  const { latest, evaluations } = run;
  const { batchesInEpoch } = latest.progress;
  const end = timelineEnd(run);
  const epochs = end / batchesInEpoch;
  const step = roundStep(epochs / MOST_TICKS);
  const labelled = roundStep(epochs / MOST_LABELS);
  const ticks = Array.from({ length: Math.floor(epochs / step) + 1 }, (_, index) => index * step).map((epoch) => ({
    batch: epoch * batchesInEpoch,
    label: epoch % labelled === 0 ? String(epoch) : null,
  }));
  const stride = Math.ceil(evaluations.points.length / MOST_EVALUATIONS);
  const shown = evaluations.points.filter((_, index) => index % stride === 0).map((evaluation) => evaluation.batch);
  const best = latest.best.batch > 0 ? latest.best.batch : null;
  return { end, ticks, evaluations: shown, best, key: `${end} ${batchesInEpoch} ${shown.join()} ${best}` };
}

/** The smallest of 1, 2, 5, 10, 20 … that is not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, least))));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 10 * power;
}

/** `600 batches in 6.2 ms`. */
export function sprintText({ batches, milliseconds }: Sprint): string {
  const time =
    milliseconds < 1000
      ? `${plain(Number(milliseconds.toPrecision(2)))} ms`
      : `${plain(Number((milliseconds / 1000).toPrecision(3)))} s`;
  return `${counted(batches, 'batch', 'batches')} in ${time}`;
}
