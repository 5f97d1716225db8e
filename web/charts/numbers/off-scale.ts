/** Values beyond a scale: huge, infinite or NaN, as in a run that diverges. */
import { formatCount } from './format';

/** Beyond this a sum or the width of a scale would overflow. */
const LARGEST = 1e300;

export type Domain = readonly [number, number];

/** Whether a scale can hold `value`. */
export const isDrawable = (value: number): boolean => Math.abs(value) <= LARGEST;

/** −1 below the scale, 0 within, 1 above; NaN counts as above, since training has diverged. */
export function sideOf(value: number, [low, high]: Domain): -1 | 0 | 1 {
  if (value < low) return -1;
  return value <= high ? 0 : 1;
}

export interface Clamped {
  /** Each value, or the edge of the scale it lies beyond. */
  readonly shown: Float64Array;
  /** `sideOf` each value. */
  readonly off: Int8Array;
  /** How many values lie beyond. */
  readonly beyond: number;
}

export function clampToScale(values: Float64Array, domain: Domain): Clamped {
  const shown = Float64Array.from(values);
  const off = new Int8Array(values.length);
  let beyond = 0;
  for (let i = 0; i < values.length; i++) {
    const side = sideOf(values[i] as number, domain);
    if (side === 0) continue;
    shown[i] = side < 0 ? domain[0] : domain[1];
    off[i] = side;
    beyond++;
  }
  return { shown, off, beyond };
}

/** Rows in which all columns, of equal length, hold a drawable value. */
export function drawableRows(first: Float64Array, ...others: readonly Float64Array[]): number[] {
  const columns = [first, ...others];
  return Array.from(first.keys()).filter((row) => columns.every((column) => isDrawable(column[row] as number)));
}

type Point = readonly [x: number, y: number];

/**
 * Where the segment from (x0, y0) to (x1, y1) has the height `edge`. If one end is infinite, the segment is vertical at
 * the other.
 */
function crossing(x0: number, y0: number, x1: number, y1: number, edge: number): Point {
  const share = (edge - y0) / (y1 - y0);
  return [Number.isNaN(share) ? x1 : x0 + share * (x1 - x0), edge];
}

/** The parts of a polyline whose y lies within `domain`, cut where it crosses the edges; it breaks at NaN. */
export function linesInside(xs: ArrayLike<number>, ys: ArrayLike<number>, domain: Domain): Point[][] {
  const lines: Point[][] = [];
  let line: Point[] | null = null;
  for (let i = 1; i < xs.length; i++) {
    const [x0, y0, x1, y1] = [xs[i - 1], ys[i - 1], xs[i], ys[i]] as [number, number, number, number];
    const from = sideOf(y0, domain);
    const to = sideOf(y1, domain);
    if ([x0, y0, x1, y1].some(Number.isNaN) || (from !== 0 && from === to)) {
      line = null;
      continue;
    }
    if (line === null || from !== 0) {
      line = [from === 0 ? [x0, y0] : crossing(x0, y0, x1, y1, domain[from < 0 ? 0 : 1])];
      lines.push(line);
    }
    line.push(to === 0 ? [x1, y1] : crossing(x0, y0, x1, y1, domain[to < 0 ? 0 : 1]));
    if (to !== 0) line = null;
  }
  return lines;
}

/** A sentence to append to another; empty if nothing lies beyond. */
export function beyondWords(count: number, what: string): string {
  return count === 0 ? '' : ` ${formatCount(count, `${what} lies`, `${what}s lie`)} beyond the scale.`;
}

/** A sentence to append to another; empty if nothing is left out. */
export function leftOutWords(count: number): string {
  if (count === 0) return '';
  return ` ${formatCount(count, 'row without a finite value is', 'rows without a finite value are')} left out.`;
}
