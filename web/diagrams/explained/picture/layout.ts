/** Where the boxes and edges of an explanation lie; CSS pixels, y downwards. */

import type { PictureTerm, TermPicture } from '../../../explanations/explanation';
import { type Box, ROOF } from '../../network/factory-box';

type Point = readonly [x: number, y: number];

export interface TermPlace {
  readonly term: PictureTerm;
  readonly isBackward: boolean;
  /** Its edge, from the first end to the second in the direction of flow. */
  readonly ends: readonly [Point, Point];
  /** Middle of its words, and the base lines of the name and the shape. */
  readonly x: number;
  readonly nameY: number;
  readonly shapeY: number;
  /** At the end of an edge that hangs from a box. */
  readonly tag: Box | null;
}

export interface TermPictureLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly terms: readonly TermPlace[];
  /** Edges with nothing written on them. */
  readonly bare: readonly (readonly [Point, Point])[];
}

/** Least width; a box is as wide as all that hangs from it. */
const BOX = 48;
/** Height of one edge with its name above and its shape below. */
const LANE = 46;
const CHARACTER = 7;
const PAD = 10;
/** Least length of an edge with nothing written on it, and of any other. */
const BARE_EDGE = 22;
const LEAST_EDGE = 44;
const LEAST_TAG = 34;
const TOP = ROOF + 2;
const HANG = 20;
const TAG_HEIGHT = 36;
const TAG_GAP = 8;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** `characters`: the length of the longer of a term's name and its shape. */
export function layOutTerms(
  { boxes, edges }: TermPicture,
  characters: (term: PictureTerm) => number,
): TermPictureLayout {
  const widthOf = (term: PictureTerm) => Math.max(LEAST_TAG, characters(term) * CHARACTER + PAD);
  const edgeWidths = edges.map(({ forward, backward }) =>
    forward.length + backward.length === 0
      ? BARE_EDGE
      : Math.max(LEAST_EDGE, ...[...forward, ...backward].map(widthOf)),
  );
  const tagged = boxes.map(({ hanging, gradients }) => [...hanging, ...gradients]);
  const boxWidths = tagged.map((tags) => Math.max(BOX, sum(tags.map(widthOf)) + TAG_GAP * (tags.length - 1)));
  const boxX = (i: number) => sum(boxWidths.slice(0, i)) + sum(edgeWidths.slice(0, i + 1));

  const lanes = Math.max(1, ...edges.map(({ forward }) => forward.length));
  const backLanes = Math.max(0, ...edges.map(({ backward }) => backward.length));
  const height = (lanes + backLanes) * LANE;
  const placed = boxes.map((_, i): Box => {
    return { x: boxX(i), y: TOP, width: boxWidths[i] as number, height };
  });

  const total = sum(boxWidths) + sum(edgeWidths);
  const level = edges.flatMap(({ forward, backward }, i): TermPlace[] => {
    const before = placed[i - 1];
    const [left, right] = [before ? before.x + before.width : 0, placed[i]?.x ?? total];
    // A single edge runs in the middle of the lanes that several edges take elsewhere.
    const top = TOP + ((lanes - forward.length) * LANE) / 2;
    return [
      ...forward.map((term, lane) => levelPlace(term, false, left, right, top + (lane + 0.5) * LANE)),
      ...backward.map((term, lane) => levelPlace(term, true, right, left, TOP + (lanes + lane + 0.5) * LANE)),
    ];
  });
  const bare = edges.flatMap(({ forward, backward }, i): (readonly [Point, Point])[] => {
    const [before, after] = [placed[i - 1], placed[i]];
    if (forward.length + backward.length > 0 || !before || !after) return [];
    const y = TOP + (lanes * LANE) / 2;
    return [
      [
        [before.x + before.width, y],
        [after.x, y],
      ],
    ];
  });
  const hung = boxes.flatMap(({ hanging }, i): TermPlace[] => {
    const terms = tagged[i] as readonly PictureTerm[];
    const box = placed[i] as Box;
    const widths = terms.map(widthOf);
    const start = box.x + box.width / 2 - (sum(widths) + TAG_GAP * (terms.length - 1)) / 2;
    return terms.map((term, n) => {
      const x = start + sum(widths.slice(0, n)) + TAG_GAP * n;
      const tag: Box = { x, y: TOP + height + HANG, width: widths[n] as number, height: TAG_HEIGHT };
      return tagPlace(term, n >= hanging.length, box, tag);
    });
  });
  const foot = tagged.some((tags) => tags.length > 0) ? HANG + TAG_HEIGHT : 0;
  return { width: total, height: TOP + height + foot + 2, boxes: placed, terms: [...level, ...hung], bare };
}

function levelPlace(term: PictureTerm, isBackward: boolean, from: number, to: number, y: number): TermPlace {
  const ends = [
    [from, y],
    [to, y],
  ] as const;
  return { term, isBackward, ends, x: (from + to) / 2, nameY: y - 7, shapeY: y + 16, tag: null };
}

/** A gradient leaves the box; the parameter itself enters it. */
function tagPlace(term: PictureTerm, isBackward: boolean, box: Box, tag: Box): TermPlace {
  const middle = tag.x + tag.width / 2;
  const bottom: Point = [middle, box.y + box.height];
  const top: Point = [middle, tag.y];
  const ends = isBackward ? ([bottom, top] as const) : ([top, bottom] as const);
  return { term, isBackward, ends, x: middle, nameY: tag.y + 15, shapeY: tag.y + 30, tag };
}
