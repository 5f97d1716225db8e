/** Where the boxes and strings of a pass lie: layers in rows, as many in a row as the width has room for; CSS pixels. */
import type { Box } from './network-layout';

export interface PassLayout {
  readonly width: number;
  readonly height: number;
  /** One for each operation, then that of the loss. */
  readonly boxes: readonly Box[];
  /** The string into each box, then the one out of the loss. */
  readonly strings: readonly PassString[];
  /** Walls around each layer, then around the loss. */
  readonly groups: readonly Box[];
}

export interface PassString {
  readonly path: string;
  /** Middle of the level part that has the name above and the shape below. */
  readonly labelX: number;
  readonly y: number;
}

/** Within a group: over the boxes the title and the roof, under them what hangs from them. */
export const BOX_HEIGHT = 44;
const HEAD = 40;
const FOOT = 66;
const GROUP_PAD = 6;
const ROW_GAP = 22;
/** From the bottom of a box to the top of what hangs from it. */
export const HANG = 14;
const MOST_BOX = 64;
const LEAST_BOX = 44;
const CHARACTER = 6.6;

/** `counts`: boxes of each group. `longest`: characters of the longest shape. */
export function layOutPass(counts: readonly number[], longest: number, available: number): PassLayout {
  const label = longest * CHARACTER + 6;
  const most = Math.max(...counts);
  const groupWidth = (count: number, box: number) => count * box + (count - 1) * label + 2 * GROUP_PAD;
  const roomy = label + groupWidth(most, MOST_BOX) + label <= available;
  const box = roomy ? MOST_BOX : LEAST_BOX;
  const width = Math.max(available, label + groupWidth(most, box));

  const boxes: Box[] = [];
  const groups: Box[] = [];
  const strings: PassString[] = [];
  let x = 0;
  let y = 0;
  let from: { readonly x: number; readonly y: number } | null = null;
  counts.forEach((count, group) => {
    const isLast = group === counts.length - 1;
    const needed: number = label + groupWidth(count, box) + (isLast ? label / 2 : 0);
    if (group > 0 && x + needed > width) {
      x = 0;
      y += HEAD + BOX_HEIGHT + FOOT + ROW_GAP;
    }
    const level = y + HEAD + BOX_HEIGHT / 2;
    groups.push({ x: x + label, y, width: groupWidth(count, box), height: HEAD + BOX_HEIGHT + FOOT });
    for (let i = 0; i < count; i++) {
      const start = x;
      const left = start + label + (i === 0 ? GROUP_PAD : 0);
      strings.push({ path: stringTo(from, start, left, level, y), labelX: start + label / 2, y: level });
      boxes.push({ x: left, y: y + HEAD, width: box, height: BOX_HEIGHT });
      x = left + box;
      from = { x, y: level };
    }
    if (isLast) {
      strings.push({
        path: `M${x} ${level}H${x + GROUP_PAD + label / 2 - 4}`,
        labelX: x + GROUP_PAD + label / 4,
        y: level,
      });
    }
    x += GROUP_PAD;
  });
  return { width, height: y + HEAD + BOX_HEIGHT + FOOT, boxes, strings, groups };
}

/** Level where both ends are in one row; else out, down between the rows, back to the left and in. */
function stringTo(
  from: { readonly x: number; readonly y: number } | null,
  start: number,
  end: number,
  level: number,
  top: number,
): string {
  if (from === null) return `M${start} ${level}H${end}`;
  if (from.y === level) return `M${from.x} ${level}H${end}`;
  const out = from.x + GROUP_PAD + 6;
  const between = top - ROW_GAP / 2;
  return `M${from.x} ${from.y}H${out}V${between}H${start + 2}V${level}H${end}`;
}
