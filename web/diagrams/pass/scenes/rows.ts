/**
 * Layout shared by the drawings by boxes and by layers: groups flow in rows, edges lead from one to the next; CSS
 * pixels.
 */

export interface PassEdge {
  /** x and y of its six corners; all edges have six, so that any edge can turn into any other. */
  readonly points: readonly number[];
  /** Middle of the horizontal part with the name above and the shape below. */
  readonly labelX: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const CORNERS = 6;
const ROW_GAP = 22;
/** From where an edge leaves a group to where it turns towards the next row. */
const TURN = 12;
/** Room to the right of a group whose edge goes on in the next row. */
export const TURN_ROOM = TURN + 2;

const CHARACTER = 6.6;

/** Room on an edge for a shape of this many characters. */
export const labelRoom = (characters: number): number => characters * CHARACTER + 6;
export const wordWidth = (words: string): number => words.length * CHARACTER;

export interface Rows {
  /** The top left corner of each group. */
  readonly places: readonly Point[];
  readonly height: number;
}

/**
 * Groups of these widths in rows, each with the room `label` for the edge before it; the last one needs `last` after
 * it.
 */
export function flowInRows(
  widths: readonly number[],
  rowHeight: number,
  label: number,
  last: number,
  available: number,
): Rows {
  let x = 0;
  let y = 0;
  const places = widths.map((width, i): Point => {
    const right = i === widths.length - 1 ? last : TURN_ROOM;
    if (i > 0 && x + label + width + right > available) {
      x = 0;
      y += rowHeight + ROW_GAP;
    }
    const place = { x: x + label, y };
    x = place.x + width;
    return place;
  });
  return { places, height: y + rowHeight };
}

/** A straight edge, with its corners evenly spaced. */
export function straight(from: Point, to: Point): readonly number[] {
  return Array.from({ length: CORNERS }, (_, i) => i / (CORNERS - 1)).flatMap((share) => [
    from.x + (to.x - from.x) * share,
    from.y + (to.y - from.y) * share,
  ]);
}

/**
 * A straight edge if both ends are in one row; otherwise right, down between the rows, left and in. It starts at the
 * left margin if nothing is before it. `top` is the top of the row it leads to.
 */
export function edgeTo(from: Point | null, to: Point, label: number, top: number): readonly number[] {
  const start = to.x - label;
  if (from === null) return straight({ x: start, y: to.y }, to);
  if (from.y === to.y) return straight(from, to);
  const between = top - ROW_GAP / 2;
  const out = from.x + TURN;
  const back = start + 2;
  return [from.x, from.y, out, from.y, out, between, back, between, back, to.y, to.x, to.y];
}
