/** Where the boxes and strings of a graph lie: its columns from left to right, or from the top down where that is too wide. */
import type { Box } from '../diagrams/network-layout';

/** A function as a factory, or an end: what goes in, or what comes out. */
export interface GraphBox {
  readonly id: string;
  readonly kind: 'factory' | 'end';
  readonly title: string;
  /** A line under the title, e.g. the slope of a function at its input. */
  readonly note?: string;
  /** Place in the direction of the forward pass, and across it; fractions of a row are fine. */
  readonly column: number;
  readonly row: number;
}

export interface GraphString {
  readonly from: string;
  readonly to: string;
  /** What runs forward and what comes back; left out where nothing is said. */
  readonly forward?: string;
  readonly backward?: string;
}

export interface PlacedString {
  readonly string: GraphString;
  readonly path: string;
  /** Where the two labels stand. */
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
  readonly strings: readonly PlacedString[];
}

export const BOX_HEIGHT = 52;
const END_SIZE = 34;
/** Above a row of boxes for the roof and the labels. */
const ROOF_ROOM = 16;
const CHARACTER = 7.4;
const LEAST_STRING = 56;
const ROW = 74;
/** The length of a string that runs down the page, beside which its two labels stand. */
const DROP = 62;

const widthOf = ({ kind, title, note = '' }: GraphBox): number =>
  kind === 'end' ? END_SIZE : Math.max(76, Math.max(title.length, note.length) * CHARACTER + 18);

const heightOf = ({ kind }: GraphBox): number => (kind === 'end' ? END_SIZE : BOX_HEIGHT);

const labelWidth = ({ forward = '', backward = '' }: GraphString): number =>
  Math.max(forward.length, backward.length + 2) * CHARACTER;

/** Lays the graph out within `available` CSS pixels; only where even the standing graph is wider does it stick out. */
export function layOutGraph(
  boxes: readonly GraphBox[],
  strings: readonly GraphString[],
  available: number,
): GraphLayout {
  const level = layOutLevel(boxes, strings, available);
  return level.width <= available ? level : layOutUpright(boxes, strings, available);
}

function layOutLevel(boxes: readonly GraphBox[], strings: readonly GraphString[], available: number): GraphLayout {
  const columns = Math.max(...boxes.map(({ column }) => column)) + 1;
  const rows = Math.max(...boxes.map(({ row }) => row)) + 1;
  const widths = Array.from({ length: columns }, (_, i) => widest(boxes.filter(({ column }) => column === i)));
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const gaps = Array.from({ length: columns - 1 }, (_, i) =>
    Math.max(
      LEAST_STRING,
      ...strings.filter(({ from }) => byId.get(from)?.column === i).map((string) => labelWidth(string) + 14),
    ),
  );
  const needed = sum(widths) + sum(gaps);
  // Where there is room the strings take it, so that the picture fills its sheet without the boxes growing.
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
    strings: strings.map((string) => levelString(string, placeOf(places, string.from), placeOf(places, string.to))),
  };
}

function levelString(string: GraphString, from: Box, to: Box): PlacedString {
  const [x0, y0] = [from.x + from.width, from.y + from.height / 2];
  const [x1, y1] = [to.x, to.y + to.height / 2];
  const middle = (x0 + x1) / 2;
  const x = middle;
  // On a sloping string the labels keep to the flat part where it starts.
  const y = y0 + (y1 - y0) / 2;
  return {
    string,
    path: `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`,
    labels: [
      { x, y: y - 8, anchor: 'middle' },
      { x, y: y + 19, anchor: 'middle' },
    ],
  };
}

function layOutUpright(boxes: readonly GraphBox[], strings: readonly GraphString[], available: number): GraphLayout {
  const columns = Math.max(...boxes.map(({ column }) => column)) + 1;
  const rows = Math.max(...boxes.map(({ row }) => row)) + 1;
  const label = Math.max(...strings.map(labelWidth));
  const lane = Math.max(widest(boxes), label + 30);
  const width = Math.max(available, rows * lane);
  const pitch = ROOF_ROOM + BOX_HEIGHT + DROP;
  const placed = boxes.map((box) => {
    const [boxWidth, height] = [widthOf(box), heightOf(box)];
    const x = (width * (box.row + 0.5)) / rows - boxWidth / 2;
    return {
      box,
      place: { x, y: ROOF_ROOM + box.column * pitch + (BOX_HEIGHT - height) / 2, width: boxWidth, height },
    };
  });
  const places = new Map(placed.map(({ box, place }) => [box.id, place]));
  return {
    width,
    height: ROOF_ROOM + BOX_HEIGHT + (columns - 1) * pitch + 8,
    boxes: placed,
    strings: strings.map((string) => uprightString(string, placeOf(places, string.from), placeOf(places, string.to))),
  };
}

function uprightString(string: GraphString, from: Box, to: Box): PlacedString {
  const [x0, y0] = [from.x + from.width / 2, from.y + from.height];
  const [x1, y1] = [to.x + to.width / 2, to.y];
  const middle = (y0 + y1) / 2;
  const x = (x0 + x1) / 2 + 10;
  return {
    string,
    path: `M${x0} ${y0}C${x0} ${middle} ${x1} ${middle} ${x1} ${y1}`,
    labels: [
      { x, y: middle - 5, anchor: 'start' },
      { x, y: middle + 15, anchor: 'start' },
    ],
  };
}

const widest = (boxes: readonly GraphBox[]): number => Math.max(0, ...boxes.map(widthOf));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function placeOf(places: ReadonlyMap<string, Box>, id: string): Box {
  const place = places.get(id);
  if (place === undefined) throw new RangeError(`No box of the graph is called “${id}”.`);
  return place;
}
