/** The layout of a graph's boxes and edges: columns from left to right, or from the top down if that is too wide. */

import { formatTick } from '../charts/numbers/format';
import type { Box } from '../diagrams/network/factory-box';

/** A function as a factory, or an end: an input or the output. */
export interface GraphBox {
  readonly id: string;
  readonly kind: 'factory' | 'end';
  readonly title: string;
  /** A line under the title: what it computes, or its slope at its input. */
  readonly note?: string;
  readonly slope?: string;
  /** Position in the direction of the forward pass, and across it; fractions of a row are allowed. */
  readonly column: number;
  readonly row: number;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** The forward value and the backward derivative; optional. */
  readonly forward?: string;
  readonly backward?: string;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly path: string;
  /** Positions of the two labels. */
  readonly labels: readonly [LabelPlace, LabelPlace];
}

interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly { readonly box: GraphBox; readonly place: Box }[];
  readonly edges: readonly PlacedEdge[];
}

export const BOX_HEIGHT = 52;
const END_SIZE = 34;
/** Space above a row of boxes for the roof and the labels. */
const ROOF_ROOM = 16;
const CHARACTER = 7.4;
/** Space for a number of usual length, so that boxes do not move when the numbers on their edges change. */
const LEAST_EDGE = 82;
const LEAST_SLOPED = 114;
/** The part of an edge that leads from one row to another. */
const SLOPE = 44;
const ROW = 74;
/** The length of an edge that runs down the page, with its two labels beside it. */
const DROP = 62;

/** The text under the title of a box, if any. */
export const lineUnder = ({ note, slope }: GraphBox): string | undefined =>
  slope === undefined ? note : `slope ${slope}`;

const widthOf = (box: GraphBox): number =>
  box.kind === 'end'
    ? END_SIZE
    : Math.max(
        box.slope === undefined ? 76 : LEAST_SLOPED,
        Math.max(box.title.length, lineUnder(box)?.length ?? 0) * CHARACTER + 12,
      );

const heightOf = ({ kind }: GraphBox): number => (kind === 'end' ? END_SIZE : BOX_HEIGHT);

const labelWidth = ({ forward = '', backward = '' }: GraphEdge): number =>
  Math.max(forward.length, backward.length + 2) * CHARACTER;

/** The smallest scale of a graph before it is arranged vertically. */
const LEAST_SCALE = 0.85;

/** Arranges the graph for `available` CSS pixels; a wider result must be drawn smaller. */
export function layOutGraph(boxes: readonly GraphBox[], edges: readonly GraphEdge[], available: number): GraphLayout {
  const level = layOutLevel(boxes, edges, available);
  return level.width * LEAST_SCALE <= available ? level : layOutUpright(boxes, edges, available);
}

function layOutLevel(boxes: readonly GraphBox[], edges: readonly GraphEdge[], available: number): GraphLayout {
  const columns = Math.max(...boxes.map(({ column }) => column)) + 1;
  const rows = rowsOf(boxes);
  const widths = Array.from({ length: columns }, (_, i) => widest(boxes.filter(({ column }) => column === i)));
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const gaps = Array.from({ length: columns - 1 }, (_, i) =>
    Math.max(
      ...edges
        .filter(({ from }) => byId.get(from)?.column === i)
        .map((edge) => {
          const isLevel = byId.get(edge.from)?.row === byId.get(edge.to)?.row;
          return Math.max(LEAST_EDGE, labelWidth(edge) + 6) + (isLevel ? 0 : SLOPE);
        }),
    ),
  );
  const needed = sum(widths) + sum(gaps);
  // If there is room, the edges get longer, so that the picture fills its sheet but the boxes stay the same.
  const extra = columns > 1 ? Math.min(70, Math.max(0, (available - needed) / (columns - 1))) : 0;
  const centres: number[] = [];
  let x = 0;
  widths.forEach((width, i) => {
    centres.push(x + width / 2);
    x += width + (gaps[i] ?? 0) + extra;
  });
  const placed = boxes.map((box) => {
    const [width, height] = [widthOf(box), heightOf(box)];
    const middle = ROOF_ROOM + BOX_HEIGHT / 2 + box.row * ROW;
    return { box, place: { x: (centres[box.column] ?? 0) - width / 2, y: middle - height / 2, width, height } };
  });
  const places = new Map(placed.map(({ box, place }) => [box.id, place]));
  return {
    width: needed + extra * (columns - 1),
    height: ROOF_ROOM + BOX_HEIGHT + (rows - 1) * ROW + 8,
    boxes: placed,
    edges: edges.map((edge) => levelEdge(edge, placeOf(places, edge.from), placeOf(places, edge.to))),
  };
}

function levelEdge(edge: GraphEdge, from: Box, to: Box): PlacedEdge {
  const [x0, y0] = [from.x + from.width, from.y + from.height / 2];
  const [x1, y1] = [to.x, to.y + to.height / 2];
  // Labels need a horizontal part of the edge; a sloping part comes after it.
  const bend = y0 === y1 ? x1 : x1 - SLOPE;
  const middle = (bend + x1) / 2;
  const x = (x0 + bend) / 2;
  return {
    edge,
    path: `M${x0} ${y0}H${bend}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`,
    labels: [
      { x, y: y0 - 8, anchor: 'middle' },
      { x, y: y0 + 19, anchor: 'middle' },
    ],
  };
}

function layOutUpright(boxes: readonly GraphBox[], edges: readonly GraphEdge[], available: number): GraphLayout {
  const columns = Math.max(...boxes.map(({ column }) => column)) + 1;
  const rows = rowsOf(boxes);
  const width = Math.max(available, rows * laneWidth(boxes, edges));
  const tops: number[] = [];
  let y = ROOF_ROOM;
  for (let column = 0; column < columns; column++) {
    tops.push(y);
    y += BOX_HEIGHT + ROOF_ROOM + DROP + (isLevel(boxes, column) ? 0 : SLOPE / 2);
  }
  const placed = boxes.map((box) => {
    const [boxWidth, height] = [widthOf(box), heightOf(box)];
    const x = (width * (box.row + 0.5)) / rows - boxWidth / 2;
    const top = (tops[box.column] ?? 0) + (BOX_HEIGHT - height) / 2;
    return { box, place: { x, y: top, width: boxWidth, height } };
  });
  const places = new Map(placed.map(({ box, place }) => [box.id, place]));
  return {
    width,
    height: (tops.at(-1) ?? 0) + BOX_HEIGHT + 8,
    boxes: placed,
    edges: edges.map((edge) => uprightEdge(edge, placeOf(places, edge.from), placeOf(places, edge.to))),
  };
}

/** Wide enough that neighbours do not touch, and that no label reaches the next edge or leaves the drawing. */
function laneWidth(boxes: readonly GraphBox[], edges: readonly GraphEdge[]): number {
  const rows = rowsOf(boxes);
  const needed = boxes.flatMap((box) => {
    const label = Math.max(0, ...edges.filter(({ from }) => from === box.id).map(labelWidth)) + 14;
    return [
      label / (rows - box.row - 0.5),
      ...boxes
        .filter(({ column, row }) => column === box.column && row > box.row)
        .map((next) => Math.max(label, (widthOf(box) + widthOf(next)) / 2 + 10) / (next.row - box.row)),
    ];
  });
  return Math.max(...needed);
}

function uprightEdge(edge: GraphEdge, from: Box, to: Box): PlacedEdge {
  const [x0, y0] = [from.x + from.width / 2, from.y + from.height];
  const [x1, y1] = [to.x + to.width / 2, to.y];
  const bend = x0 === x1 ? y1 : y0 + DROP - 10;
  const middle = (bend + y1) / 2;
  const label = (y0 + bend) / 2;
  return {
    edge,
    path: `M${x0} ${y0}V${bend}C${x0} ${middle} ${x1} ${middle} ${x1} ${y1}`,
    labels: [
      { x: x0 + 8, y: label - 4, anchor: 'start' },
      { x: x0 + 8, y: label + 15, anchor: 'start' },
    ],
  };
}

const widest = (boxes: readonly GraphBox[]): number => Math.max(0, ...boxes.map(widthOf));
const rowsOf = (boxes: readonly GraphBox[]): number => Math.max(...boxes.map(({ row }) => row)) + 1;
/** Whether all boxes of a column are in the row of the only box after them. */
const isLevel = (boxes: readonly GraphBox[], column: number): boolean =>
  new Set(boxes.filter((box) => box.column === column || box.column === column + 1).map(({ row }) => row)).size === 1;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function placeOf(places: ReadonlyMap<string, Box>, id: string): Box {
  const place = places.get(id);
  if (place === undefined) throw new RangeError(`No box of the graph is called “${id}”.`);
  return place;
}

/** Significant digits of a number on an edge. */
const DIGITS = 4;

/** A number on an edge, where there is room for only a few digits. */
export function onEdge(value: number): string {
  return formatTick(Number(value.toPrecision(DIGITS)));
}
