/** A series that keeps its shape in bounded memory, for a run of any length. */

const MOST_POINTS = 4096;

/**
 * Points in the order they came. Every `stride`-th point is stored: 1 until the series is full, then 2, 4, … The newest
 * point is always stored, so that the series ends where the run is.
 */
export interface Series<Point> {
  readonly points: readonly Point[];
  readonly stride: number;
  /** All points given so far, stored or not. */
  readonly seen: number;
}

export const EMPTY_SERIES: Series<never> = { points: [], stride: 1, seen: 0 };

/** The series with more points at its end; the given series is not changed. */
export function extended<Point>(series: Series<Point>, more: readonly Point[]): Series<Point> {
  if (more.length === 0) {
    return series;
  }
  let { stride, seen } = series;
  // The last point may be stored only because it was the newest.
  let points = isKept(seen - 1, stride) ? [...series.points] : series.points.slice(0, -1);
  for (const point of more) {
    if (isKept(seen, stride)) {
      points.push(point);
    }
    seen += 1;
    if (points.length > MOST_POINTS) {
      points = points.filter((_, index) => index % 2 === 0);
      stride *= 2;
    }
  }
  if (!isKept(seen - 1, stride)) {
    points.push(more[more.length - 1] as Point);
  }
  return { points, stride, seen };
}

function isKept(index: number, stride: number): boolean {
  return index % stride === 0;
}
