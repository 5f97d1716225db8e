import type { CurvePoint, Evaluation } from '../../engine/types';
import type { RunBehind } from '../frame/line-styles';
import { sideOf } from '../numbers/off-scale';
import type { Range } from './scale';

/**
 * A loss curve in columns, as the drawing needs it; null if the split has no validation rows. If a curve only grew,
 * only its new points are added.
 */
export class LossColumns {
  readonly epochs: number[] = [];
  readonly training: (number | null)[] = [];
  readonly validation: (number | null)[] = [];
  readonly test: (number | null)[] = [];
  private lastPoint: CurvePoint | null = null;

  update(curve: readonly CurvePoint[]): void {
    const known = this.epochs.length;
    const grew = known > 0 && curve.length >= known && curve[known - 1] === this.lastPoint;
    if (!grew) for (const column of [this.epochs, this.training, this.validation, this.test]) column.length = 0;
    for (let i = this.epochs.length; i < curve.length; i++) {
      const point = curve[i] as CurvePoint;
      this.epochs.push(point.epoch);
      this.training.push(point.training);
      this.validation.push(point.validation);
      this.test.push(point.test);
    }
    this.lastPoint = curve.at(-1) ?? null;
  }
}

/** The position of a batch on the epoch axis, between the curve's points; training starts at epoch 0, batch 0. */
export function epochAtBatch(curve: readonly CurvePoint[], batch: number): number {
  if (curve.length === 0) return 0;
  // The first point at or after the batch; after the last point the last stretch is continued.
  let low = 0;
  let high = curve.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((curve[middle] as CurvePoint).batch < batch) low = middle + 1;
    else high = middle;
  }
  const right = curve[low] as CurvePoint;
  const left = curve[low - 1] ?? { epoch: 0, batch: 0 };
  if (right.batch === left.batch) return right.epoch;
  return left.epoch + ((right.epoch - left.epoch) * (batch - left.batch)) / (right.batch - left.batch);
}

/** A run behind the live one may have diverged: it widens the axis to this many times its own least loss at most. */
const REACH_BEHIND = 1000;

/** Smallest and largest positive, finite loss; null if there is none. */
export function lossExtent(
  columns: LossColumns,
  evaluations: readonly Evaluation[],
  behind: readonly RunBehind[] = [],
): Range | null {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  const include = (value: number | null): void => {
    if (value === null || !(value > 0 && value < Number.POSITIVE_INFINITY)) return;
    if (value < low) low = value;
    if (value > high) high = value;
  };
  for (const column of [columns.training, columns.validation, columns.test]) for (const value of column) include(value);
  for (const evaluation of evaluations) include(evaluation.loss);
  for (const { curve } of behind) {
    const losses = curve.map(({ test }) => test).filter((loss) => loss > 0);
    const least = Math.min(...losses);
    include(least);
    include(Math.min(Math.max(...losses), REACH_BEHIND * least));
  }
  return high > 0 ? [low, high] : null;
}

/**
 * The last epoch on the axis: the live run's planned end while it trains, so that nothing moves while the curve grows; at
 * its end, the last epoch of it or of runs behind it, up to the planned end.
 */
export function lastEpochOf(
  curve: readonly CurvePoint[],
  behind: readonly RunBehind[],
  plannedEpochs: number,
  hasEnded: boolean,
): number {
  const ends = behind.map((run) => Math.min(run.curve.at(-1)?.epoch ?? 0, plannedEpochs));
  return Math.max(curve.at(-1)?.epoch ?? 0, ...ends, hasEnded ? 0 : plannedEpochs);
}

/** The epochs at which the live curve or one behind it has a point. */
export function epochsOf(curve: readonly CurvePoint[], behind: readonly RunBehind[]): number[] {
  const epochs = new Set(
    [curve, ...behind.map((run) => run.curve)].flatMap((points) => points.map(({ epoch }) => epoch)),
  );
  return [...epochs].sort((one, other) => one - other);
}

/** An epoch with a loss beyond the scale, and on which side. */
export interface Beyond {
  readonly epoch: number;
  readonly side: -1 | 1;
}

/** Where losses lie beyond the scale: those of the curve by epoch, then those of evaluations between them. */
export function beyondRange(
  { epochs, training, validation, test }: LossColumns,
  evaluations: readonly { readonly epoch: number; readonly loss: number }[],
  range: Range,
): Beyond[] {
  const found: Beyond[] = [];
  const sides = (values: readonly (number | null | undefined)[]): number[] =>
    values.map((value) => (value == null ? 0 : sideOf(value, range)));
  const add = (epoch: number, beyond: readonly number[]): void => {
    if (beyond.includes(1)) found.push({ epoch, side: 1 });
    else if (beyond.includes(-1)) found.push({ epoch, side: -1 });
  };
  for (const [i, epoch] of epochs.entries()) add(epoch, sides([training[i], validation[i], test[i]]));
  const known = new Set(found.map(({ epoch }) => epoch));
  for (const { epoch, loss } of evaluations) if (!known.has(epoch)) add(epoch, sides([loss]));
  return found;
}

/** At most `most` rows, evenly spread, including the first and the last. */
export function thinRows<Row>(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const stride = (rows.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => rows[Math.round(i * stride)] as Row);
}
