import { isDrawable } from './off-scale';

/** Summaries of a column, for the sentences beside the pictures. Callers pass at least one value. */

export function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Linear interpolation between order statistics; `sorted` ascending, `share` from 0 to 1. */
export function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (position - below);
}

function largestDeviation(values: Float64Array, from: number): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value - from)), 0);
}

/** Pearson's correlation of two columns of equal length; NaN if either does not vary. */
export function correlation(x: Float64Array, y: Float64Array): number {
  const meanX = mean(x);
  const meanY = mean(y);
  // In units of the largest deviation, so that no square overflows.
  const unitX = largestDeviation(x, meanX);
  const unitY = largestDeviation(y, meanY);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let row = 0; row < x.length; row++) {
    const dx = ((x[row] as number) - meanX) / unitX;
    const dy = ((y[row] as number) - meanY) / unitY;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

/** Smallest and largest drawable value of all `columns`; [0, 1] if there is none. */
export function extent(...columns: readonly Float64Array[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    for (const value of column) {
      if (!isDrawable(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? [low, high] : [0, 1];
}

/** `extent` widened on both sides by `share` of its width, so that no point lies on the frame. */
export function paddedExtent(share: number, ...columns: readonly Float64Array[]): [number, number] {
  const [low, high] = extent(...columns);
  const pad = (high - low) * share || Math.abs(high) * share || share;
  return [low - pad, high + pad];
}

/** Infinite or NaN if a prediction is. */
export function meanAbsoluteError(actual: Float64Array, predicted: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < actual.length; i++) sum += Math.abs((predicted[i] as number) - (actual[i] as number));
  return sum / actual.length;
}
