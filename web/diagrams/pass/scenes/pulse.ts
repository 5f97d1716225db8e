/** What is on its way through a drawing of a pass: from the middle of one highlighted edge to the middle of the next. */
import type { Lit } from './lit';
import type { Scene, Shape } from './scene';
import { edgeKey } from './shapes';

type Point = readonly [x: number, y: number];

const RADIUS = 7;

/** `share`: 0 where the step begins, 1 where it ends. Null in a drawing without edges, such as that of the circles. */
export function pulseShape({ shapes }: Scene, { edges, isBackward }: Lit, share: number): Shape | null {
  const lines = edges.flatMap((edge) => {
    const found = shapes.find(({ key, kind }) => key === edgeKey(edge) && kind === 'edge');
    return found === undefined ? [] : [cornersOf(found.geometry)];
  });
  const [first, second] = isBackward ? lines.map((line) => line.toReversed()).toReversed() : lines;
  if (first === undefined) return null;
  const way = second === undefined ? part(first, 0, 0.5) : [...part(first, 0.5, 1), ...part(second, 0, 0.5)];
  const [x, y] = along(way, share);
  const style = `pulse ${isBackward ? 'back' : 'forth'}`;
  return { key: 'pulse', kind: 'circle', geometry: [x, y, RADIUS], style, home: '' };
}

function cornersOf(geometry: readonly number[]): Point[] {
  return Array.from(
    { length: geometry.length / 2 },
    (_, i) => [geometry[2 * i], geometry[2 * i + 1]] as unknown as Point,
  );
}

/** The part of a line between two shares of its length. */
function part(line: readonly Point[], from: number, to: number): Point[] {
  const distances = distancesOf(line);
  const length = distances.at(-1) as number;
  const inside = line.filter((_, i) => {
    const distance = distances[i] as number;
    return distance > from * length && distance < to * length;
  });
  return [along(line, from), ...inside, along(line, to)];
}

/** The point at a share of the length of a line. */
function along(line: readonly Point[], share: number): Point {
  const distances = distancesOf(line);
  const wanted = share * (distances.at(-1) as number);
  const next = Math.max(
    1,
    distances.findIndex((distance) => distance >= wanted),
  );
  const [x0, y0] = line[next - 1] as Point;
  const [x1, y1] = line[next] as Point;
  const [before, after] = [distances[next - 1] as number, distances[next] as number];
  const rest = after === before ? 0 : (wanted - before) / (after - before);
  return [x0 + rest * (x1 - x0), y0 + rest * (y1 - y0)];
}

/** Of each corner from the first, along the line. */
function distancesOf(line: readonly Point[]): number[] {
  let distance = 0;
  return line.map(([x, y], i) => {
    const [beforeX, beforeY] = line[i - 1] ?? [x, y];
    distance += Math.hypot(x - beforeX, y - beforeY);
    return distance;
  });
}
