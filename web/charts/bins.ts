import { extent } from './statistics';

export interface Bin {
  readonly from: number;
  /** Exclusive, but for the last bin. */
  readonly to: number;
  readonly count: number;
}

/** The smallest of 1, 2, 5 × 10ⁿ that is not below `size`; `size` positive. */
export function niceStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const mantissa = [1, 2, 5, 10].find((m) => m * power >= size * (1 - 1e-12)) ?? 10;
  return mantissa * power;
}

/** At most about `wanted` bins of one round width that start at a multiple of it; values that are not finite are left out. */
export function binValues(values: Float64Array, wanted: number): Bin[] {
  const [low, high] = extent(values);
  const step = high > low ? niceStep((high - low) / wanted) : 1;
  const first = Math.floor(low / step);
  const counts = new Array<number>(Math.max(1, Math.ceil(high / step - 1e-9) - first)).fill(0);
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    const bin = Math.min(counts.length - 1, Math.floor(value / step + 1e-9) - first);
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts.map((count, i) => ({ from: (first + i) * step, to: (first + i + 1) * step, count }));
}
