/** Where the circles of a pass lie, the part of the picture each operation has, and the loss beside them; CSS pixels. */
import type { OperationRole } from '../../../explanations/parts';
import type { FoldedColumn } from '../../network/column-fold';
import { type Box, ROOF } from '../../network/factory-box';
import { type ColumnPlace, layOutNetwork, type NetworkLayout } from '../../network/layout';
import { type PassEdge, type Point, straight } from './rows';

export interface CirclesLayout {
  readonly width: number;
  readonly height: number;
  readonly network: NetworkLayout;
  /** Words above the columns that have room. */
  readonly words: readonly (readonly string[])[];
  /** Names and shapes below the columns are vertical, since there is no room for them side by side. */
  readonly isTurned: boolean;
  readonly isLossBelow: boolean;
  /** Base line of the name below a column. */
  readonly labelY: number;
  readonly loss: Box;
  /** The edge into the loss, and the one out of it. */
  readonly edges: readonly [PassEdge, PassEdge];
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
  /** As `NetworkSpace` has it. */
  readonly isConnected: readonly boolean[];
}

const LOSS_BOX = 40;
const LOSS_STRING = 20;
/** Room below the loss for what hangs from it. */
const LOSS_FOOT = 54;
/** Room below the network: for names and shapes in two lines, or vertical. */
const LABELS = 38;
const TURNED_LABELS = 86;
const CHARACTER = 0.56;

/** The loss stands beside the last column, or below it if only the shortest words have room. */
export function layOutCircles(
  counts: readonly number[],
  folded: readonly FoldedColumn[],
  space: CirclesSpace,
): CirclesLayout {
  const { em, label } = space;
  const layOut = (words: readonly (readonly string[])[], beside: number): NetworkLayout => {
    const widest = Math.max(...words.slice(1).flatMap((lines) => lines.map((line) => line.length)));
    const available = space.available - beside;
    const { nameWidth, isConnected } = space;
    const sizes = { available, em, nameWidth, targetWidth: 0, wordWidth: widest * CHARACTER * em, isConnected };
    return layOutNetwork(counts, sizes, folded);
  };
  const versions = space.words.map((words, i) => {
    const isBelow = i === space.words.length - 1;
    const beside = isBelow ? LOSS_STRING : LOSS_STRING + LOSS_BOX + LOSS_STRING;
    const network = layOut(words, beside);
    return { words, network, isBelow, width: network.width + beside };
  });
  const fitting = versions.find(({ width }) => width <= space.available);
  const { words, network, isBelow, width } = fitting ?? (versions.at(-1) as (typeof versions)[number]);

  const last = network.columns.at(-1) as ColumnPlace;
  const spacing = last.x - (network.columns.at(-2)?.x ?? 0);
  const isTurned = isBelow || spacing < label || (network.columns[0]?.x ?? 0) < label / 2;
  const labels = network.height + (isTurned ? TURNED_LABELS : LABELS);
  const { loss, into } = isBelow ? lossBelow(last, labels) : lossBeside(last, space.tag);
  const right = { x: loss.x + LOSS_BOX, y: loss.y + LOSS_BOX / 2 };
  const out = { x: right.x + LOSS_STRING - 4, y: right.y };
  return {
    width: Math.max(space.available, width),
    height: isBelow ? loss.y + LOSS_BOX + LOSS_FOOT : labels,
    network,
    words,
    isTurned,
    isLossBelow: isBelow,
    labelY: network.height + 14,
    loss,
    edges: [into, edge(right, out)],
  };
}

interface LossPlace {
  readonly loss: Box;
  readonly into: PassEdge;
}

function lossBeside({ units, box }: ColumnPlace, tag: number): LossPlace {
  const ys = units.map(({ y }) => y);
  const from = { x: (box?.x ?? 0) + (box?.width ?? 0), y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  const to = { x: from.x + LOSS_STRING + Math.max(0, (tag - LOSS_BOX) / 2), y: from.y };
  return { loss: { x: to.x, y: to.y - LOSS_BOX / 2, width: LOSS_BOX, height: LOSS_BOX }, into: edge(from, to) };
}

function lossBelow({ x, box }: ColumnPlace, top: number): LossPlace {
  const loss = { x: x - LOSS_BOX / 2, y: top + 2 * ROOF, width: LOSS_BOX, height: LOSS_BOX };
  const from = { x, y: (box?.y ?? 0) + (box?.height ?? 0) };
  return { loss, into: edge(from, { x, y: top + 1.5 * ROOF }) };
}

function edge(from: Point, to: Point): PassEdge {
  return { points: straight(from, to), labelX: (from.x + to.x) / 2, y: from.y };
}

/** Room below the circles of a box, for the curve of the activation. */
const FOOT = 1.75;

/** The part of the picture that is an operation: the lines into a column, its circles, or the curve below them. */
export function regionOf({ network }: CirclesLayout, role: OperationRole, column: number): Box {
  const { box } = network.columns[column] as ColumnPlace;
  const { x, y, width, height } = box as Box;
  const foot = FOOT * network.em;
  if (role === 'bias' || role === 'regulariser') return { x, y, width, height: height - foot };
  if (role === 'activation') return { x, y: y + height - foot, width, height: foot };
  const before = network.columns[column - 1] as ColumnPlace;
  const from = before.box ? before.box.x + before.box.width : before.x + network.radius;
  const ys = [...before.units, ...(network.columns[column]?.units ?? [])].map((unit) => unit.y);
  const top = Math.min(...ys) - network.radius;
  // Clear of the words above the boxes.
  const inset = Math.min(8, (x - from) / 6);
  return { x: from + inset, y: top, width: x - from - 2 * inset, height: Math.max(...ys) + network.radius - top };
}
