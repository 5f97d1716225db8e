/** The loss over two parameters as a map: shades between lines of equal loss, and their levels. */
import { ringsBelow } from '../contours';
import type { PlaneArea, PlaneNote } from '../plane';
import type { Surface } from './descent-surface';

/** Levels of the loss between which the surface has one shade, in ($1000s)². */
const LEVELS = [50, 75, 100, 150, 200, 300, 400, 600, 800];

export function levelsOf({ best }: Surface): readonly number[] {
  return LEVELS.filter((level) => level > best.loss);
}

/** The whole map in the lightest shade, and a darker one for each lower level. */
export function areasOf({ grid }: Surface, levels: readonly number[]): readonly PlaneArea[] {
  const { xs, ys } = grid;
  const [left, right, low, high] = [xs[0], xs.at(-1), ys[0], ys.at(-1)] as [number, number, number, number];
  const whole = [
    [left, low],
    [right, low],
    [right, high],
    [left, high],
    [left, low],
  ] as const;
  const shade = (place: number): string =>
    `color-mix(in srgb, var(--series-training) ${6 + place * 6}%, var(--surface))`;
  return [
    { rings: [whole], fill: shade(0) },
    ...levels.toReversed().map((level, i) => ({ rings: ringsBelow(grid, level), fill: shade(i + 1) })),
  ];
}

/** The level of each ring, at its lowest position on the map. */
export function notesOf({ grid, best }: Surface, levels: readonly number[], low: number): readonly PlaneNote[] {
  return levels.flatMap((level) => {
    const below = ringsBelow(grid, level)
      .flat()
      .filter(([x, y]) => Math.abs(x - best.w) < 1 && y < best.b && y > low + 1);
    const [first] = below.toSorted(([a], [b]) => Math.abs(a - best.w) - Math.abs(b - best.w));
    return first === undefined ? [] : [{ x: first[0], y: first[1], text: String(level) }];
  });
}
