import { niceStep } from '../numbers/nice-step';

export type LossScale = 'log' | 'linear';
export type Range = readonly [number, number];

const MANTISSAS = [1, 1.5, 2, 3, 5, 7, 10];

/** The least loss at the lower end of a logarithmic axis. */
const SMALLEST = 1e-300;

/**
 * A linear axis goes up to this many times the loss that matters: that of the exact fit, or the least so far. A run
 * that diverges would otherwise flatten everything else.
 */
const LINEAR_REACH = 100;

const power = (exponent: number): number => Number(`1e${exponent}`);

function roundDown(value: number): number {
  const decade = power(Math.floor(Math.log10(value)));
  return (MANTISSAS.findLast((m) => m * decade <= value) ?? 1) * decade;
}

function roundUp(value: number): number {
  const decade = power(Math.floor(Math.log10(value)));
  return Math.min((MANTISSAS.find((m) => m * decade >= value) ?? 10) * decade, Number.MAX_VALUE);
}

/**
 * The loss axis. Its ends are round numbers, so that it moves in steps and not with every report. `losses` are the
 * smallest and the largest one drawn, both positive; `baseline` is the loss of the exact fit, null or 0 if it is not
 * drawn.
 */
export function lossRange(losses: Range | null, baseline: number | null, scale: LossScale): Range {
  const drawn = [...(losses ?? []), ...(baseline ? [baseline] : [])];
  if (drawn.length === 0) return scale === 'log' ? [1, 100] : [0, 100];
  const low = Math.max(Math.min(...drawn), SMALLEST);
  const high = Math.max(...drawn, SMALLEST);
  if (scale === 'log') {
    const [bottom, top] = [roundDown(low), roundUp(high)];
    return bottom < top ? [bottom, top] : [bottom / 2, Math.min(top * 2, Number.MAX_VALUE)];
  }
  const matters = Math.max(baseline ?? 0, losses?.[0] ?? 0);
  const shown = Math.min(high, LINEAR_REACH * matters);
  const step = niceStep(shown / 5);
  return [0, Math.min(Math.ceil(shown / step) * step, Number.MAX_VALUE)];
}

/** How far a line may leave the axis, in lengths of the axis: enough to look vertical, but finite. */
const FAR = 100;

/** The position of a loss on the axis: 0 at its lower end, 1 at its upper one. NaN lies above. */
export function shareOfAxis(loss: number, [low, high]: Range, scale: LossScale): number {
  const share =
    scale === 'log'
      ? (Math.log10(loss) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
      : (loss - low) / (high - low);
  return Number.isNaN(share) ? FAR : Math.max(-FAR, Math.min(FAR, share));
}

/** The epoch axis: from 0 to a round number at or after the last point. */
export function epochRange(last: number): [number, number] {
  if (last <= 5) return [0, 5];
  const step = niceStep(last / 10);
  return [0, Math.ceil(last / step) * step];
}

/** Ticks of a linear axis from 0: as many round numbers as fit. */
export function linearTicks([, high]: Range, most: number): number[] {
  const step = niceStep(high / most);
  return Array.from({ length: Math.floor(high / step + 1e-9) + 1 }, (_, i) => i * step);
}

/**
 * Ticks of a logarithmic axis: several in each decade if they fit, else whole decades, else every second decade or
 * fewer.
 */
export function logTicks([low, high]: Range, most: number): number[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const decades = (mantissas: number[], stride: number): number[] => {
    const ticks: number[] = [];
    for (let exponent = Math.ceil(first / stride) * stride; exponent <= last; exponent += stride) {
      for (const mantissa of mantissas) ticks.push(mantissa * power(exponent));
    }
    return ticks.filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
  };
  for (const mantissas of [[1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 5], [1, 2, 5], [1, 3], [1]]) {
    const ticks = decades(mantissas, 1);
    if (ticks.length <= most) return ticks;
  }
  return decades([1], niceStep((last - first) / most));
}

/** At most `most` + 1 ticks. */
export function lossTicks(range: Range, scale: LossScale, most: number): number[] {
  return scale === 'log' ? logTicks(range, most) : linearTicks(range, most);
}
