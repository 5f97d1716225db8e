/** Positions of the boxes and edges of a pass: layers in rows, as many in a row as fit; CSS pixels. */
import type { Box } from '../../network/factory-box';
import { edgeTo, flowInRows, labelRoom, type PassEdge, type Point, straight, TURN_ROOM } from './rows';

export interface PassLayout {
  readonly width: number;
  readonly height: number;
  /** One for each operation, then that of the loss. */
  readonly boxes: readonly Box[];
  /** The edge into each box, then the one out of the loss. */
  readonly edges: readonly PassEdge[];
  /** Walls around each layer, then around the loss. */
  readonly groups: readonly Box[];
}

/** In a group: room above the boxes for the title and the roof, below them for the parameters. */
const BOX_HEIGHT = 44;
const HEAD = 40;
const FOOT = 66;
const ROW_HEIGHT = HEAD + BOX_HEIGHT + FOOT;
const GROUP_PAD = 6;
/** Widths of a box; the first one that fits is used. */
const BOX_WIDTHS = [64, 44, 36];

/** `counts`: boxes of each group. `longest`: characters of the longest shape. */
export function layOutPass(counts: readonly number[], longest: number, available: number): PassLayout {
  const label = labelRoom(longest);
  const groupWidth = (count: number, box: number) => count * box + (count - 1) * label + 2 * GROUP_PAD;
  const needed = (box: number) => label + groupWidth(Math.max(...counts), box) + TURN_ROOM;
  const box = BOX_WIDTHS.find((one) => needed(one) <= available) ?? (BOX_WIDTHS.at(-1) as number);
  const width = Math.max(available, needed(box));
  const widths = counts.map((count) => groupWidth(count, box));
  const { places, height } = flowInRows(widths, ROW_HEIGHT, label, label / 2, width);

  const boxes: Box[] = [];
  const edges: PassEdge[] = [];
  let from: Point | null = null;
  for (const [group, place] of places.entries()) {
    const y = place.y + HEAD + BOX_HEIGHT / 2;
    for (let i = 0; i < (counts[group] as number); i++) {
      const x: number = place.x + GROUP_PAD + i * (box + label);
      // The first edge of a group ends inside its wall.
      const room = i === 0 ? label + GROUP_PAD : label;
      edges.push({ points: edgeTo(from, { x, y }, room, place.y), labelX: x - room + label / 2, y });
      boxes.push({ x, y: place.y + HEAD, width: box, height: BOX_HEIGHT });
      from = { x: x + box, y };
    }
  }
  if (from !== null) edges.push(lossEdge(from, GROUP_PAD, label));
  const groups = places.map(({ x, y }, i) => ({ x, y, width: widths[i] as number, height: ROW_HEIGHT }));
  return { width, height, boxes, edges, groups };
}

/** The edge that carries the loss out of the last group, whose wall is `pad` away; half as long as others. */
export function lossEdge({ x, y }: Point, pad: number, label: number): PassEdge {
  return {
    points: straight({ x, y }, { x: x + pad + label / 2 - 4, y }),
    labelX: x + pad + label / 4,
    y,
  };
}
