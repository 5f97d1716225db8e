import type { CurvePoint, Evaluation } from '../engine/types';

const finiteOrGap = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);

/**
 * A loss curve by columns, as the drawing wants it; a value that is not finite becomes a gap. A curve that only grew is
 * taken over from where it stood, so that a report costs what it adds and not what came before.
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
      this.training.push(finiteOrGap(point.training));
      this.validation.push(finiteOrGap(point.validation));
      this.test.push(finiteOrGap(point.test));
    }
    this.lastPoint = curve.at(-1) ?? null;
  }
}

/** Where on the epoch axis a batch lies, between the curve's points; training starts at epoch 0, batch 0. */
export function epochAtBatch(curve: readonly CurvePoint[], batch: number): number {
  if (curve.length === 0) return 0;
  // The first point at or after the batch; past the end the last stretch is carried on.
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

/** Smallest and largest of all that is drawn; null where nothing is. */
export function lossExtent(
  columns: LossColumns,
  evaluations: readonly Evaluation[],
  baselineLoss: number | null,
): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const include = (value: number | null): void => {
    if (value === null || !Number.isFinite(value)) return;
    if (value < low) low = value;
    if (value > high) high = value;
  };
  for (const column of [columns.training, columns.validation, columns.test]) for (const value of column) include(value);
  for (const evaluation of evaluations) include(evaluation.loss);
  if (low > high) return null;
  include(baselineLoss);
  return [low, high];
}
