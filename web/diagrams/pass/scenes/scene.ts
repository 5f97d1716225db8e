/**
 * A drawing as a list of named shapes. Drawings of the same pass share names, so that one can turn into the other:
 * common shapes move, and the others unfold from, or fold into, the shape they belong to. CSS pixels.
 */

/** What the numbers of a shape's geometry are. */
export const GEOMETRY = {
  /** The roof is above the height. */
  box: ['x', 'y', 'width', 'height', 'roof'],
  /** Six corners. */
  edge: ['x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y'],
  /** From the right of one circle to the left of the next. */
  line: ['x', 'y', 'x', 'y'],
  circle: ['x', 'y', 'radius'],
  /** The middle of the base line, and the rotation in degrees. */
  text: ['x', 'y', 'turn'],
  /** The middle, and the size. */
  curve: ['x', 'y', 'width', 'height'],
} as const;

export type ShapeKind = keyof typeof GEOMETRY;

export interface Shape {
  readonly key: string;
  readonly kind: ShapeKind;
  /** Numbers as `GEOMETRY` lists them for its kind. */
  readonly geometry: readonly number[];
  /** Class names. */
  readonly style: string;
  /** The key of the shape it belongs to. */
  readonly home: string;
  /** The words of a text. */
  readonly text?: string;
  /** The values of a curve, evenly along x. */
  readonly values?: readonly number[];
  /** Of a line or a circle: how strong its weight or bias is and of which sign, as `NetworkWeights.strength` has it. */
  readonly strength?: number;
  /** The name of the array it shows or carries: `W1`, `M1`, `L`. */
  readonly shows?: string;
  /** The box of the walk it belongs to. */
  readonly box?: number;
  /** The unit it stands for, by column and index. */
  readonly unit?: readonly [column: number, unit: number];
  /** The column that unfolds when it is chosen. */
  readonly unfolds?: number;
  /** 1 except during a transition. */
  readonly opacity?: number;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  /** From the back to the front. */
  readonly shapes: readonly Shape[];
}

/** New shapes appear after this share of a transition; shapes that leave are gone as long before its end. */
const OVERLAP = 0.35;

/** The drawing at `time` of the transition: 0 is `from`, 1 is `to`. */
export function between(from: Scene, to: Scene, time: number): Scene {
  if (time <= 0) return from;
  if (time >= 1) return to;
  const share = eased(time);
  const before = shapesByKey(from);
  const after = shapesByKey(to);
  const leaving = from.shapes.flatMap((shape): Shape[] => {
    if (after.has(shape.key)) return [];
    const geometry = mix(shape.geometry, foldedInto(shape, homeOf(shape, before, after)), share);
    return [{ ...shape, geometry, opacity: (shape.opacity ?? 1) * Math.max(0, 1 - share / (1 - OVERLAP)) }];
  });
  const arriving = to.shapes.map((shape): Shape => {
    const source = before.get(shape.key);
    const start = source?.geometry ?? foldedInto(shape, homeOf(shape, after, before));
    const opacity = source
      ? mixed(source.opacity ?? 1, shape.opacity ?? 1, share)
      : Math.max(0, (share - OVERLAP) / (1 - OVERLAP));
    return { ...shape, geometry: mix(start, shape.geometry, share), opacity };
  });
  return {
    width: mixed(from.width, to.width, share),
    height: mixed(from.height, to.height, share),
    shapes: [...leaving, ...arriving],
  };
}

/** Slow at both ends: 3t² − 2t³. */
function eased(time: number): number {
  return time * time * (3 - 2 * time);
}

function mixed(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

function mix(from: readonly number[], to: readonly number[], share: number): number[] {
  return to.map((value, i) => mixed(from[i] as number, value, share));
}

function shapesByKey({ shapes }: Scene): ReadonlyMap<string, Shape> {
  return new Map(shapes.map((shape) => [shape.key, shape]));
}

/** The home of a shape in the other drawing; if that is missing, its home's home. */
function homeOf(
  { home }: Shape,
  own: ReadonlyMap<string, Shape>,
  other: ReadonlyMap<string, Shape>,
): Shape | undefined {
  return other.get(home) ?? other.get(own.get(home)?.home ?? '');
}

/** The geometry of a shape folded into its home; its own geometry if the home is not drawn. */
function foldedInto({ kind, geometry }: Shape, home: Shape | undefined): readonly number[] {
  if (home === undefined) return geometry;
  if (kind === 'box' && home.kind === 'box') return home.geometry;
  if (kind === 'line' && home.kind === 'edge') return [...home.geometry.slice(0, 2), ...home.geometry.slice(-2)];
  const middle = middleOf(home);
  return GEOMETRY[kind].map((part, i) => {
    if (part === 'x') return middle.x;
    if (part === 'y') return middle.y;
    return part === 'turn' ? (geometry[i] as number) : 0;
  });
}

function middleOf({ kind, geometry }: Shape): { readonly x: number; readonly y: number } {
  const [x = 0, y = 0, width = 0, height = 0] = geometry;
  if (kind === 'box') return { x: x + width / 2, y: y + height / 2 };
  const count = kind === 'edge' ? 6 : kind === 'line' ? 2 : 1;
  const mean = (axis: number) =>
    Array.from({ length: count }, (_, i) => geometry[2 * i + axis] as number).reduce((sum, one) => sum + one, 0) /
    count;
  return { x: mean(0), y: mean(1) };
}
