/** A curve drawn by hand: its points, how it is written down, and how far it is from what it should have been. */

/** Points of a curve that is drawn, evenly along the x axis. */
export const POINTS = 13;

/** The true curve is computed at so many more places between two points. */
export const FINER = 10;

/** `1 0.5 0`, as it is remembered. */
export function writeSketch(ys: readonly number[]): string {
  return ys.map((y) => Number(y.toPrecision(4))).join(' ');
}

/** Null for what is no drawn curve. */
export function readSketch(text: string): readonly number[] | null {
  const ys = text.split(' ').map(Number);
  return text !== '' && ys.length === POINTS && ys.every(Number.isFinite) ? ys : null;
}

/** What the pointer drew in one go, from one point to another: those it was too fast for lie on the line between them. */
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
  /** The largest distance, drawn less true, and the point where it lies. */
  readonly largest: number;
  readonly at: number;
}

/** `truth`: at the same points. */
export function differenceOf(ys: readonly number[], truth: readonly number[]): Difference {
  const distances = ys.map((y, i) => y - (truth[i] as number));
  const at = distances.reduce(
    (best, distance, i) => (Math.abs(distance) > Math.abs(distances[best] as number) ? i : best),
    0,
  );
  const mean = distances.reduce((sum, distance) => sum + Math.abs(distance), 0) / distances.length;
  return { mean, largest: distances[at] as number, at };
}
