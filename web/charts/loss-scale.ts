import { niceStep } from './bins';

export type LossScale = 'log' | 'linear';
export type Range = [number, number];

const MANTISSAS = [1, 1.5, 2, 3, 5, 7, 10];

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return (MANTISSAS.findLast((m) => m * power <= value) ?? 1) * power;
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return (MANTISSAS.find((m) => m * power >= value) ?? 10) * power;
}

/** The loss axis: its ends are round, so that it moves in steps and not with every report. */
export function lossRange(extent: readonly [number, number] | null, scale: LossScale): Range {
  const [low, high] = extent ?? [1, 100];
  if (scale === 'linear') {
    const step = niceStep((high || 1) / 5);
    return [0, Math.ceil(high / step) * step || step];
  }
  const top = roundUp(Math.max(high, Number.MIN_VALUE * 1e20));
  // A loss of exactly 0 has no place on a logarithmic axis; ten decades below the top are deep enough.
  const bottom = roundDown(Math.max(low, top * 1e-10));
  return bottom < top ? [bottom, top] : [bottom / 2, top * 2];
}

/** The epoch axis: from 0 to a round number at or after the last point. */
export function epochRange(last: number): Range {
  if (last <= 5) return [0, 5];
  const step = niceStep(last / 10);
  return [0, Math.ceil(last / step) * step];
}

/** Ticks of a logarithmic axis: 1-2-5 in each decade where they fit, else whole decades, else every so many. */
export function logTicks([low, high]: readonly [number, number], most: number): number[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const within = (ticks: number[]): number[] =>
    ticks.filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
  const decades = (mantissas: number[], stride: number): number[] => {
    const ticks: number[] = [];
    for (let exponent = first; exponent <= last; exponent += stride) {
      for (const mantissa of mantissas) ticks.push(mantissa * 10 ** exponent);
    }
    return within(ticks);
  };
  for (const mantissas of [[1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 5], [1, 2, 5], [1, 3], [1]]) {
    const ticks = decades(mantissas, 1);
    if (ticks.length <= most) return ticks;
  }
  return decades([1], Math.ceil((last - first) / most));
}
