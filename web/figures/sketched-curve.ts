/** A curve drawn by hand: its points, its form as text, and its distance from the true curve. */

/** The number of points of a drawn curve, evenly spaced along the x axis. */
export const POINTS = 13;

/** The true curve is computed at this many positions for each of these points. */
export const FINER = 10;

/** The points as stored text: `1 0.5 0`. */
export function writeSketch(ys: readonly number[]): string {
  return ys.map((y) => Number(y.toPrecision(4))).join(' ');
}

/** Null if the text is not a drawn curve. */
export function readSketch(text: string): readonly number[] | null {
  const ys = text.split(' ').map(Number);
  return text !== '' && ys.length === POINTS && ys.every(Number.isFinite) ? ys : null;
}

/** The points that one movement of the pointer draws. Points that it skipped lie on the straight line between. */
export function drawnTo(ys: readonly number[], from: number | null, to: number, y: number): readonly number[] {
  const start = from ?? to;
  const [low, high] = [Math.min(start, to), Math.max(start, to)];
  const first = ys[start] as number;
  return ys.map((old, i) => {
    if (i === to) return y;
    if (i <= low || i >= high) return old;
    return first + ((y - first) * (i - start)) / (to - start);
  });
}

export interface Difference {
  /** Mean of the distances at all points. */
  readonly mean: number;
  /** The largest difference, drawn minus true, and the index of its point. */
  readonly largest: number;
  readonly at: number;
}

/** `truth`: the true values at the same points. */
export function differenceOf(ys: readonly number[], truth: readonly number[]): Difference {
  const distances = ys.map((y, i) => y - (truth[i] as number));
  const at = distances.reduce(
    (best, distance, i) => (Math.abs(distance) > Math.abs(distances[best] as number) ? i : best),
    0,
  );
  const mean = distances.reduce((sum, distance) => sum + Math.abs(distance), 0) / distances.length;
  return { mean, largest: distances[at] as number, at };
}
