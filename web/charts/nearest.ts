/** Index of the point nearest to (x, y) within `reach`, all in the same unit; null where none is. */
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

/** `rows` in ascending order of their `values`, the order in which the arrow keys walk scattered points. */
export function ascendingOrder(values: Float64Array, rows: readonly number[]): number[] {
  return [...rows].sort((a, b) => (values[a] as number) - (values[b] as number));
}
