/** Index of the point nearest to (x, y) within `reach`, all in the same unit; null if there is none. */
export function nearestPoint(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  x: number,
  y: number,
  reach: number,
): number | null {
  let best: number | null = null;
  let bestDistance = reach * reach;
  for (let i = 0; i < xs.length; i++) {
    const dx = (xs[i] as number) - x;
    const dy = (ys[i] as number) - y;
    const distance = dx * dx + dy * dy;
    if (distance <= bestDistance) {
      bestDistance = distance;
      best = i;
    }
  }
  return best;
}

/** `rows` in ascending order of their `values`: the order in which the arrow keys visit scattered points. */
export function ascendingOrder(values: Float64Array, rows: readonly number[]): number[] {
  return [...rows].sort((a, b) => (values[a] as number) - (values[b] as number));
}

/**
 * Index into `points` of the one nearest to x along `xs`, the first if several are equally near; null if there are
 * none.
 */
export function nearestAlong(xs: ArrayLike<number>, points: readonly number[], x: number): number | null {
  const distance = (point: number): number => Math.abs((xs[point] as number) - x);
  return points.reduce<number | null>((best, point, i) => {
    return best === null || distance(point) < distance(points[best] as number) ? i : best;
  }, null);
}
