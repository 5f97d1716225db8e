/** The layout of a network drawing; CSS pixels, y downwards. */
import { type FoldedColumn, foldColumn } from './column-fold';
import { type Box, ROOF } from './factory-box';

const MOST_WIDTH = 920;

/** Distance between a unit and the wall, floor and words of its box; in em. */
const WALL = 0.95;
/** The wall's largest share of the space between two columns. */
const MOST_WALL = 0.44;
const CEILING = 0.6;
const FLOOR = 2.1;
const LINE = 1.25;
/** From the last circle to the name of the target, along its edge; in em. */
const OUTPUT = 2.4;

/** A feature or a unit. Column 0 holds the features, column n the units of layer n. */
export interface UnitPlace {
  readonly column: number;
  /** Counted from 0 within its column, including hidden units. */
  readonly unit: number;
  readonly x: number;
  readonly y: number;
}

export interface ColumnPlace {
  readonly x: number;
  /** All units of the column, and those that are drawn. */
  readonly count: number;
  readonly units: readonly UnitPlace[];
  /** Where a folded column says how many units it leaves out. */
  readonly folds: readonly { readonly y: number; readonly hidden: number }[];
  /** The walls of a layer; null for features. */
  readonly box: Box | null;
  /** Base line of the lowest words above the column. */
  readonly wordsY: number;
}

/** One weight: layer `to.column`, row `from.unit`, column `to.unit`. */
export interface EdgePlace {
  readonly from: UnitPlace;
  readonly to: UnitPlace;
}

export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  readonly em: number;
  /** Radius of a unit's circle; a feature's is half as large. */
  readonly radius: number;
  /**
   * Where the edge that leaves the network ends; null if there is no room, and the target's name stands under the last
   * box.
   */
  readonly outputX: number | null;
  readonly columns: readonly ColumnPlace[];
  readonly edges: readonly EdgePlace[];
}

export interface NetworkSpace {
  /** The available width; the drawing is wider if it must be, and the page scrolls it. */
  readonly available: number;
  /** Height of small text. */
  readonly em: number;
  /** Distance between units, compared with the usual one; 1 if left out. */
  readonly stretch?: number;
  /** Widths of the widest feature name, of the target's name, and of the widest words above a layer. */
  readonly nameWidth: number;
  readonly targetWidth: number;
  readonly wordWidth: number;
  /** For each layer whether its units see all units before them, or only the one in their own place. */
  readonly isConnected: readonly boolean[];
}

/** Height of the words above a box, including its roof. */
function headHeight(em: number, radius: number): number {
  return radius + CEILING * em + ROOF + 0.55 * em + 3 * LINE * em;
}

/** Lays out `counts`: features first, then the units of each layer; `folded` says which of them are drawn. */
export function layOutNetwork(
  counts: readonly number[],
  space: NetworkSpace,
  folded: readonly FoldedColumn[] = counts.map((count) => foldColumn(count)),
): NetworkLayout {
  const { em } = space;
  const layers = counts.length - 1;
  const left = space.nameWidth + em;
  const least = left + layers * (space.wordWidth + 0.4 * em);
  const rightWithOutput = (OUTPUT + 1.2) * em + space.targetWidth;
  const roomy = space.available >= least + rightWithOutput;
  const right = roomy ? rightWithOutput : Math.max(1.7 * em, space.wordWidth / 2, space.targetWidth / 2);
  const width = Math.max(Math.min(space.available, MOST_WIDTH), least + right);
  const spacing = (width - left - right) / layers;
  const usual = (spacing < 110 ? 1.75 : 1.95) * em;
  const pitch = usual * (space.stretch ?? 1);
  const radius = 0.34 * Math.min(1.4 * usual, pitch);
  const most = Math.max(...folded.map(({ slots }) => slots));
  const above = ({ slots }: FoldedColumn): number => ((most - slots) * pitch) / 2;
  const head = headHeight(em, radius);
  const top = Math.max(...folded.map((one, column) => (column === 0 ? 2.6 * em : head) - above(one)));
  const footHeight = (column: number): number => {
    if (column === 0) return em;
    return radius + FLOOR * em + 2 + (column === layers && !roomy ? 1.5 * em : 0);
  };
  const foot = Math.max(...folded.map((one, column) => footHeight(column) - above(one)));

  const columns = folded.map((one, column): ColumnPlace => {
    const x = left + column * spacing;
    const firstY = top + above(one);
    const units = one.units.map(({ unit, slot }): UnitPlace => ({ column, unit, x, y: firstY + slot * pitch }));
    const folds = one.gaps.map(({ slot, hidden }) => ({ y: firstY + (slot + 0.5) * pitch, hidden }));
    const count = counts[column] as number;
    if (column === 0) return { x, count, units, folds, box: null, wordsY: firstY - 1.4 * em };
    const wall = Math.min(radius + WALL * em, MOST_WALL * spacing);
    const boxTop = firstY - radius - CEILING * em;
    const lastY = firstY + (one.slots - 1) * pitch;
    const box = { x: x - wall, y: boxTop, width: 2 * wall, height: lastY + radius + FLOOR * em - boxTop };
    return { x, count, units, folds, box, wordsY: boxTop - ROOF - 0.55 * em };
  });

  const edges = columns.slice(1).flatMap((to, i) => {
    const from = columns[i] as ColumnPlace;
    const isConnected = space.isConnected[i] ?? true;
    return to.units.flatMap((target) =>
      from.units
        .filter(({ unit }) => isConnected || unit === target.unit)
        .map((source): EdgePlace => ({ from: source, to: target })),
    );
  });
  const height = top + (most - 1) * pitch + foot;
  const outputX = roomy ? (columns.at(-1) as ColumnPlace).x + radius + OUTPUT * em : null;
  return { width, height, em, radius, outputX, columns, edges };
}

/** The ends of an edge: it leaves a circle at its right and enters the next at its left. */
export function edgeEnds(layout: NetworkLayout, { from, to }: EdgePlace) {
  return { x0: from.x + (from.column === 0 ? layout.radius / 2 : layout.radius), x1: to.x - layout.radius };
}

/** An edge is horizontal at both ends. */
export function edgePath(layout: NetworkLayout, edge: EdgePlace): string {
  const { x0, x1 } = edgeEnds(layout, edge);
  const middle = (x0 + x1) / 2;
  const round = (value: number): string => value.toFixed(1);
  return `M${round(x0)} ${round(edge.from.y)}C${round(middle)} ${round(edge.from.y)} ${round(middle)} ${round(edge.to.y)} ${round(x1)} ${round(edge.to.y)}`;
}

/**
 * Height of an edge at `share` of its way along x, 0 to 1. Both control points are in the middle, so that along the
 * curve x runs as 3t(1 − t)/2 + t³ and y as the smooth step 3t² − 2t³; t is found by bisection.
 */
export function edgeHeight({ from, to }: EdgePlace, share: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2;
    const x = 1.5 * t * (1 - t) + t * t * t;
    if (x < share) low = t;
    else high = t;
  }
  const t = (low + high) / 2;
  return from.y + (to.y - from.y) * (3 * t * t - 2 * t * t * t);
}
