/** How one number of a pass came about, written out with the numbers it was made of, as the page of its part says. */
import { formatNumber } from '../../charts/numbers/format';
import type { Matrix } from '../../engine/types';
import type { ArithmeticRule, ArrayReference } from '../../explanations/part';
import type { ArrayKey, Element } from '../../state/inside/inside-state';
import type { PassStep } from '../../state/inside/steps';
import { partAt, passArrays } from './arrays';
import type { PassContext } from './names';
import { rulesOf, type ShownPart, settingNumbers } from './parts';

/** Elements used for a number: a whole row or column if the other one is null, all if both are. */
export interface Use {
  readonly key: ArrayKey;
  readonly row: number | null;
  readonly column: number | null;
}

export interface Arithmetic {
  /** `0.4700·1.200 + (−0.3000)·0.5500`; a longer sum says how many terms it leaves out. */
  readonly expression: string;
  readonly result: number;
  readonly uses: readonly Use[];
}

const DIGITS = 4;

export const resultText = (value: number): string => formatNumber(value, DIGITS);

/** `0.4700·1.200 + 1.000·0.5500 = 1.114` */
export function arithmeticText(found: Arithmetic): string {
  return `${found.expression} = ${resultText(found.result)}`;
}

/** Null if the element is not a result of the step, but comes from the operation before. */
export function arithmetic(
  context: PassContext,
  step: PassStep,
  { key, row, column }: Element,
  most: number,
  updated: number,
): Arithmetic | null {
  const arrays = passArrays(context, step, updated);
  const target = arrays.find((array) => array.key === key);
  const part = partAt(context, step);
  if (target === undefined || !target.isResult || part === null) return null;
  const matrices = new Map(arrays.map((array) => [array.key, array.matrix]));
  const worked = new WorkedNumber(matrices, scalars(context, part), row, column);
  // Of several parameters each is worked out by the rule of its array, `gradient` for `gradient V`.
  const rules = [...rulesOf(part, key), ...rulesOf(part, key.split(' ')[0] as string)];
  const rule = rules.find((each) => worked.isMeant(each));
  if (rule === undefined) return null;
  const result = target.matrix.values[row * target.matrix.columns + column] as number;
  return { expression: worked.expression(rule, most), result, uses: worked.uses(rule) };
}

/** Plain numbers that arithmetic can name: the rows of the pass, and settings. */
function scalars({ pass }: PassContext, part: ShownPart): ReadonlyMap<string, number> {
  const settings = settingNumbers(part).map(({ name, value }) => [name, value] as const);
  return new Map([...settings, ['rows', pass.trace.predictions.rows]]);
}

/** One number of an array, from the arrays of its step. */
class WorkedNumber {
  private readonly matrices: ReadonlyMap<string, Matrix>;
  private readonly scalars: ReadonlyMap<string, number>;
  private readonly place: Readonly<Record<string, number>>;

  constructor(
    matrices: ReadonlyMap<string, Matrix>,
    scalars: ReadonlyMap<string, number>,
    row: number,
    column: number,
  ) {
    this.matrices = matrices;
    this.scalars = scalars;
    this.place = { i: row, j: column, '0': 0 };
  }

  isMeant({ ifPositive }: ArithmeticRule): boolean {
    return ifPositive === null || this.value(ifPositive, {}) > 0;
  }

  expression({ before, over, body, after }: ArithmeticRule, most: number): string {
    const tail = after.map((piece) => this.text(piece, {})).join('');
    if (over.length === 0) return `${before}${body.map((piece) => this.text(piece, {})).join('')}${tail}`;
    const sizes = over.map((index) => this.sizeOf(index, body));
    const count = sizes.reduce((product, size) => product * size, 1);
    const written = Array.from({ length: Math.min(count, most) }, (_, term) => {
      const indices = indicesOf(term, over, sizes);
      return body.map((piece) => this.text(piece, indices)).join('');
    });
    const left = count - written.length;
    return `${before}${written.join(' + ')}${left > 0 ? ` + … (${left} more)` : ''}${tail}`;
  }

  uses({ over, body, after }: ArithmeticRule): readonly Use[] {
    const uses = [...body, ...after].flatMap((piece): Use[] => {
      if (typeof piece === 'string' || !this.matrices.has(piece.array)) return [];
      const at = (index: string) => (over.includes(index) ? null : this.index(index, {}));
      return [{ key: piece.array, row: at(piece.row), column: at(piece.column) }];
    });
    const isSame = (one: Use, other: Use) =>
      one.key === other.key && one.row === other.row && one.column === other.column;
    return uses.filter((use, i) => uses.findIndex((other) => isSame(use, other)) === i);
  }

  private text(piece: string | ArrayReference, indices: Readonly<Record<string, number>>): string {
    if (typeof piece === 'string') return piece;
    const value = this.value(piece, indices) * (piece.isNegated ? -1 : 1);
    const isCount = piece.array === 'rows';
    const text = isCount ? String(value) : formatNumber(value, DIGITS);
    return value < 0 && !piece.isBracketed ? `(${text})` : text;
  }

  private value({ array, row, column }: ArrayReference, indices: Readonly<Record<string, number>>): number {
    const matrix = this.matrices.get(array);
    if (matrix === undefined) return this.scalars.get(array) ?? Number.NaN;
    const at = this.index(row, indices) * matrix.columns + this.index(column, indices);
    return matrix.values[at] as number;
  }

  private index(name: string, indices: Readonly<Record<string, number>>): number {
    return indices[name] ?? this.place[name] ?? 0;
  }

  /** How many values a summed index takes: as many as the array it points into has rows or columns. */
  private sizeOf(index: string, body: ArithmeticRule['body']): number {
    for (const piece of body) {
      const matrix = typeof piece === 'string' ? undefined : this.matrices.get(piece.array);
      if (typeof piece === 'string' || matrix === undefined) continue;
      if (piece.row === index) return matrix.rows;
      if (piece.column === index) return matrix.columns;
    }
    return 0;
  }
}

/** The indices of the `term`-th of all combinations, the last index running fastest. */
function indicesOf(term: number, over: readonly string[], sizes: readonly number[]): Readonly<Record<string, number>> {
  let rest = term;
  const indices: Record<string, number> = {};
  for (let i = over.length - 1; i >= 0; i--) {
    const size = sizes[i] as number;
    indices[over[i] as string] = rest % size;
    rest = Math.floor(rest / size);
  }
  return indices;
}
