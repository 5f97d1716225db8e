import { niceStep } from './nice-step';
import { isDrawable } from './off-scale';
import { extent } from './statistics';

export interface Bin {
  readonly from: number;
  /** Exclusive, except for the last bin. */
  readonly to: number;
  readonly count: number;
}

/** Below this share of the values a bin's two ends would round to the same number. */
const FINEST = 1e-12;
const SMALLEST_STEP = 1e-300;

function binWidth(low: number, high: number, wanted: number): number {
  const finest = Math.max(Math.abs(low), Math.abs(high)) * FINEST;
  if (low === high) return Math.max(1, niceStep(finest));
  return niceStep(Math.max((high - low) / wanted, finest, SMALLEST_STEP));
}

/**
 * About `wanted` bins at most, of one round width, starting at a multiple of it. Values that cannot be drawn are left
 * out.
 */
export function binValues(values: Float64Array, wanted: number): Bin[] {
  const held = values.filter(isDrawable);
  if (held.length === 0) return [];
  const [low, high] = extent(held);
  const step = binWidth(low, high, wanted);
  const first = Math.floor(low / step);
  const counts = new Array<number>(Math.max(1, Math.ceil(high / step - 1e-9) - first)).fill(0);
  for (const value of held) {
    const bin = Math.min(counts.length - 1, Math.floor(value / step + 1e-9) - first);
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts.map((count, i) => ({ from: (first + i) * step, to: (first + i + 1) * step, count }));
}
