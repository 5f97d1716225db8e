import type { Matrix } from '../../engine/types';

export interface MatrixPlace {
  readonly row: number;
  readonly column: number;
}

export interface MatrixContent {
  readonly caption: string;
  readonly matrix: Matrix;
  readonly rowName: (row: number) => string;
  readonly columnName: (column: number) => string;
}

/** Rows that Page Up and Page Down move. */
const PAGE = 8;

/** The place a key leads to; null for other keys. */
export function placeByKey(
  key: string,
  { row, column }: MatrixPlace,
  rows: number,
  columns: number,
): MatrixPlace | null {
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    PageUp: [row - PAGE, column],
    PageDown: [row + PAGE, column],
    Home: [row, 0],
    End: [row, columns - 1],
    Enter: [row, column],
  };
  const move = moves[key];
  return move === undefined ? null : { row: clamp(move[0], rows), column: clamp(move[1], columns) };
}

function clamp(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place));
}
