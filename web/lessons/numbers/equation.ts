/** Equations that a page shows in full: which of their numbers follow from the others, and which are wrong. */
import { evaluated, type Letters, Unreadable, type Value } from './arithmetic';
import { normalised, type Printed, rounds, significantDigits } from './printed';

export interface Shown {
  /** The numbers that the equation computes from others. */
  readonly results: readonly Printed[];
  /** What is wrong: “0.0918 · (−0.6075) is -0.0557685, not −0.0557”. */
  readonly faults: readonly string[];
}

const NUMERAL = String.raw`[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
/** A side without a computation: a number, or several in parentheses. */
const LITERAL = new RegExp(String.raw`^\(?\s*${NUMERAL}(?:\s*,\s*${NUMERAL})*\s*\)?$`);
const NUMERALS = new RegExp(NUMERAL, 'g');

/** Start values for letters. */
const SEEDS = [0.3, 0.7, 1.9];

interface Side {
  readonly text: string;
  /** Null if it contains letters or is not arithmetic. */
  readonly value: Value | null;
  readonly isLiteral: boolean;
}

/** `text`: LaTeX or plain text. */
export function shownBy(text: string): Shown {
  const chains = text.split(/\\q?quad(?![a-zA-Z])|\\\\|;/).map((part) => part.split(/=|≈|\\approx(?![a-zA-Z])/));
  const shown = chains.map((sides) => chainShown(sides.map(sideOf)));
  return { results: shown.flatMap(({ results }) => results), faults: shown.flatMap(({ faults }) => faults) };
}

function chainShown(sides: readonly Side[]): Shown {
  const results: Printed[] = [];
  const faults: string[] = [];
  let computed: Side | undefined = sides.find(({ value, isLiteral }) => value !== null && !isLiteral);
  for (const [place, side] of sides.entries()) {
    const before = sides[place - 1];
    if (side.value === null || before?.value === null) {
      if (before !== undefined && isIdentity(before.text, side.text))
        results.push(...numeralsOf(before), ...numeralsOf(side));
    }
    if (side.value === null || computed === undefined || side === computed) continue;
    if (!follows(side, computed)) {
      faults.push(`${computed.text.trim()} is ${written(computed.value as Value)}, not ${side.text.trim()}`);
    } else if (side.isLiteral) {
      results.push(...numeralsOf(side));
    }
    if (!side.isLiteral) computed = side;
  }
  return { results, faults };
}

function sideOf(text: string): Side {
  return { text, value: valueAt(text, noLetter), isLiteral: LITERAL.test(text.trim()) };
}

const noLetter: Letters = () => {
  throw new Unreadable('A letter');
};

function valueAt(text: string, letters: Letters): Value | null {
  try {
    return evaluated(text, letters);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/**
 * A number must equal the computed value to its last digit; another computation may differ by the rounding of its
 * inputs.
 */
function follows(side: Side, computed: Side): boolean {
  const value = computed.value as Value;
  if (!side.isLiteral) return isNear(value, side.value as Value, toleranceOf(side.text + computed.text));
  const numerals = numeralsOf(side);
  const values = [value].flat();
  return values.length === numerals.length && values.every((each, i) => rounds(each, numerals[i] as Printed));
}

/** Both sides give the same value for any letters. */
function isIdentity(left: string, right: string): boolean {
  return SEEDS.every((seed) => {
    const letters = (name: string) => seed + [...name].reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0) / 97;
    const [a, b] = [valueAt(left, letters), valueAt(right, letters)];
    return a !== null && b !== null && isNear(a, b, 1e-9);
  });
}

function numeralsOf({ text }: Side): readonly Printed[] {
  return (text.match(NUMERALS) ?? []).map(normalised);
}

/** Numbers with four or more digits are assumed to be rounded. */
function toleranceOf(text: string): number {
  const digits = (text.match(NUMERALS) ?? []).map((numeral) => significantDigits(normalised(numeral)));
  const rounded = digits.filter((count) => count >= 4);
  return rounded.length === 0 ? 1e-9 : 10 ** (1 - Math.min(...rounded));
}

function isNear(a: Value, b: Value, tolerance: number): boolean {
  const [left, right] = [[a].flat(), [b].flat()];
  const isEach = (value: number, other: number) => Math.abs(value - other) <= tolerance * Math.max(1, Math.abs(value));
  return left.length === right.length && left.every((value, i) => isEach(value, right[i] as number));
}

function written(value: Value): string {
  return [value]
    .flat()
    .map((each) => String(Number(each.toPrecision(7))))
    .join(', ');
}
