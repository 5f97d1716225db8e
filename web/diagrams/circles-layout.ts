/** Where the circles of a pass lie, the part of the picture each operation has, and the loss beside them; CSS pixels. */
import type { FoldedColumn } from './column-fold';
import { type Box, layOutNetwork, type NetworkLayout } from './network-layout';
import { type PassString, type Point, straight } from './pass-rows';

export interface CirclesLayout {
  readonly width: number;
  readonly height: number;
  readonly network: NetworkLayout;
  /** Words above the columns that have room. */
  readonly words: readonly (readonly string[])[];
  /** Names and shapes below the columns stand upright where there is no room for them side by side. */
  readonly isTurned: boolean;
  /** Base line of the name below a column. */
  readonly labelY: number;
  readonly loss: Box;
  /** The string into the loss, and the one out of it. */
  readonly strings: readonly [PassString, PassString];
}

export interface CirclesSpace {
  readonly available: number;
  /** Height of small text. */
  readonly em: number;
  readonly nameWidth: number;
  /** Room for a name and a shape below a column. */
  readonly label: number;
  /** Width of what hangs below the loss. */
  readonly tag: number;
  /** Words above the columns, from the longest version to the shortest. */
  readonly words: readonly (readonly (readonly string[])[])[];
}

const LOSS_BOX = 44;
const LOSS_STRING = 26;
/** Below the network: names and shapes in two lines, or upright. */
const LABELS = 38;
const TURNED_LABELS = 86;
const CHARACTER = 0.56;

export function layOutCircles(
  counts: readonly number[],
  folded: readonly FoldedColumn[],
  space: CirclesSpace,
): CirclesLayout {
  const { em, label } = space;
  const lossRoom = LOSS_STRING + LOSS_BOX + LOSS_STRING;
  const overhang = Math.max(0, (space.tag - LOSS_BOX) / 2);
  const layOut = (words: readonly (readonly string[])[]): NetworkLayout => {
    const widest = Math.max(...words.slice(1).flatMap((lines) => lines.map((line) => line.length)));
    const available = space.available - lossRoom;
    const sizes = { available, em, nameWidth: space.nameWidth, targetWidth: 0, wordWidth: widest * CHARACTER * em };
    return layOutNetwork(counts, sizes, folded);
  };
  const versions = space.words.map((words) => ({ words, network: layOut(words) }));
  const fitting = versions.find(({ network }) => network.width + lossRoom <= space.available);
  const { words, network } = fitting ?? (versions.at(-1) as (typeof versions)[number]);

  const last = network.columns.at(-1) as NetworkLayout['columns'][number];
  const lastBox = last.box as Box;
  const spacing = last.x - (network.columns.at(-2)?.x ?? 0);
  const isTurned = spacing < label || (network.columns[0]?.x ?? 0) < label / 2;
  const y = middle(last.units.map((unit) => unit.y));
  const left = lastBox.x + lastBox.width + LOSS_STRING + overhang;
  const right = left + LOSS_BOX;
  const loss = { x: left, y: y - LOSS_BOX / 2, width: LOSS_BOX, height: LOSS_BOX };
  const out = { x: right + LOSS_STRING, y };
  return {
    width: Math.max(space.available, out.x),
    height: network.height + (isTurned ? TURNED_LABELS : LABELS),
    network,
    words,
    isTurned,
    labelY: network.height + 14,
    loss,
    strings: [
      string({ x: lastBox.x + lastBox.width, y }, { x: left, y }),
      string({ x: right, y }, { x: out.x - 4, y }),
    ],
  };
}

function string(from: Point, to: Point): PassString {
  return { points: straight(from, to), labelX: (from.x + to.x) / 2, y: from.y };
}

function middle(ys: readonly number[]): number {
  return (Math.min(...ys) + Math.max(...ys)) / 2;
}

/** Below the circles of its box, where the curve of the activation stands. */
const FOOT = 1.75;

/** The part of the picture that is an operation: the lines into a column, its circles, or the curve below them. */
export function regionOf({ network }: CirclesLayout, kind: string, column: number): Box {
  const { box } = network.columns[column] as NetworkLayout['columns'][number];
  const { x, y, width, height } = box as Box;
  const foot = FOOT * network.em;
  if (kind === 'BiasAdd') return { x, y, width, height: height - foot };
  if (kind !== 'WeightMultiply') return { x, y: y + height - foot, width, height: foot };
  const before = network.columns[column - 1] as NetworkLayout['columns'][number];
  const from = before.box ? before.box.x + before.box.width : before.x + network.radius;
  const ys = [...before.units, ...(network.columns[column]?.units ?? [])].map((unit) => unit.y);
  const top = Math.min(...ys) - network.radius;
  return { x: from, y: top, width: x - from, height: Math.max(...ys) + network.radius - top };
}
