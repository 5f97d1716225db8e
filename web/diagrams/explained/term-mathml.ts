/** Names and numbers of a network as MathML. */
import { formatNumber } from '../../charts/numbers/format';
import type { Matrix } from '../../engine/types';

/** As many digits as in the tables of arrays. */
const DIGITS = 4;

/** Longer rows and columns show their two ends with dots between. */
const MOST_WHOLE = 3;

/**
 * `W1` with its index as a subscript, `W1′` with its prime, `∂L/∂W1` as a fraction; any other name letter by letter.
 */
export function nameMathml(name: string): string {
  const [over, under] = name.split('/');
  if (over !== undefined && under !== undefined) {
    return `<mfrac><mrow>${nameMathml(over)}</mrow><mrow>${nameMathml(under)}</mrow></mfrac>`;
  }
  if (name.startsWith('∂')) return `<mo>∂</mo>${nameMathml(name.slice(1))}`;
  const [, letters = name, index, prime] = /^(\p{L}+)(\d+)(′?)$/u.exec(name) ?? [];
  if (index === undefined) return `<mi>${letters}</mi>`;
  const parts = `<mi>${letters}</mi><mn>${index}</mn>`;
  return `<msub>${parts}</msub>${prime ? '<mo lspace="0" rspace="0">′</mo>' : ''}`;
}

/** A number as in the tables; a count as a whole number. */
export function numberMathml(value: number): string {
  return `<mn>${Number.isInteger(value) ? value : formatNumber(value, DIGITS)}</mn>`;
}

/** The positions shown of `count`; null stands for those left out. */
function shownPlaces(count: number): readonly (number | null)[] {
  return count <= MOST_WHOLE ? Array.from({ length: count }, (_, i) => i) : [0, null, count - 1];
}

/** A matrix in brackets; of a large one only the corners. */
export function matrixMathml({ rows, columns, values }: Matrix): string {
  const cell = (row: number | null, column: number | null): string => {
    if (row === null) return `<mo>${column === null ? '⋱' : '⋮'}</mo>`;
    return column === null
      ? '<mo>⋯</mo>'
      : `<mn>${formatNumber(values[row * columns + column] as number, DIGITS)}</mn>`;
  };
  const lines = shownPlaces(rows).map((row) => {
    const cells = shownPlaces(columns).map((column) => `<mtd>${cell(row, column)}</mtd>`);
    return `<mtr>${cells.join('')}</mtr>`;
  });
  return `<mrow><mo>[</mo><mtable>${lines.join('')}</mtable><mo>]</mo></mrow>`;
}
