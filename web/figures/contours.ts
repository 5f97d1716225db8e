/** Contours of values on a grid, by marching squares: the area below a level as closed rings. Pure. */

export interface Grid {
  /** Positions of the columns and of the rows, each ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** One value for each position, row by row. */
  readonly values: ArrayLike<number>;
}

export type Ring = readonly (readonly [x: number, y: number])[];

interface Crossing {
  /** The edge it lies on, the same for both cells that share the edge. */
  readonly key: string;
  readonly point: readonly [number, number];
  /** Whether the value rises above the level here, going round the cell. */
  readonly isExit: boolean;
}

/**
 * Closed rings around all places whose value is at most `level`, cut off at the edges of the grid: inner rings are holes
 * under the even-odd rule.
 */
export function ringsBelow({ xs, ys, values }: Grid, level: number): readonly Ring[] {
  // An additional infinitely high line on each side closes the rings at the edges of the grid.
  const at = (column: number, row: number): number => {
    const isInside = column >= 0 && row >= 0 && column < xs.length && row < ys.length;
    return isInside ? (values[row * xs.length + column] as number) : Number.POSITIVE_INFINITY;
  };
  const place = (column: number, row: number): readonly [number, number] => [
    xs[Math.min(xs.length - 1, Math.max(0, column))] as number,
    ys[Math.min(ys.length - 1, Math.max(0, row))] as number,
  ];
  const links = new Map<string, Crossing>();
  const points = new Map<string, readonly [number, number]>();
  for (let row = -1; row < ys.length; row++) {
    for (let column = -1; column < xs.length; column++) {
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ] as const;
      const crossings = corners.flatMap((from, i): readonly Crossing[] => {
        const to = corners[(i + 1) % 4] as (typeof corners)[number];
        const [a, b] = [at(...from), at(...to)];
        if (a <= level === b <= level) return [];
        const point = between(place(...from), place(...to), crossingShare(a, b, level));
        return [{ key: [`${from}`, `${to}`].sort().join(' '), point, isExit: a <= level }];
      });
      crossings.forEach((crossing, i) => {
        if (!crossing.isExit) return;
        links.set(crossing.key, crossings[(i + 1) % crossings.length] as Crossing);
        points.set(crossing.key, crossing.point);
      });
    }
  }
  return followed(links, points);
}

/** The position of the level between `a` and `b`, 0 to 1; an infinite end is ignored. */
function crossingShare(a: number, b: number, level: number): number {
  if (!Number.isFinite(a)) return 1;
  return Number.isFinite(b) ? (level - a) / (b - a) : 0;
}

function between(from: readonly [number, number], to: readonly [number, number], share: number) {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])] as const;
}

/** Each crossing leads to exactly one other. Follow them until the ring is closed. */
function followed(links: Map<string, Crossing>, points: ReadonlyMap<string, readonly [number, number]>): Ring[] {
  const rings: Ring[] = [];
  for (let [first] = links.keys(); first !== undefined; [first] = links.keys()) {
    const ring = [points.get(first) as readonly [number, number]];
    let next = links.get(first);
    links.delete(first);
    while (next !== undefined) {
      ring.push(next.point);
      const { key } = next;
      next = links.get(key);
      links.delete(key);
    }
    rings.push(ring);
  }
  return rings;
}
