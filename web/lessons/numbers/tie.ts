/**
 * Checks that every number of a lesson has a source: the page's `numbers` compute it, an equation on the page computes
 * it, it is in a phrase of facts.yaml, a task's `reach` sets it, the page lists it under `given`, it names a place
 * (`chapter 2`, `row 7`), or it is a small count.
 */
import type { FrontMatter } from '../compile/front-matter';
import { parseMarkdown } from '../compile/markdown';
import { Problems } from '../compile/problems';
import { shownBy } from './equation';
import { type FoundNumber, numbersIn, type Passage, passagesOf } from './found';
import { isSmall, normalised, type Printed, rounds, significantDigits } from './printed';

export interface Finding {
  readonly line: number;
  readonly sentence: string;
}

/** The value of an expression, computed by the engine. */
export type Compute = (expression: string) => unknown;

/** A phrase with one number in it, and the expression that computes the number. */
export interface Fact {
  readonly phrase: string;
  readonly expression: string;
}

/**
 * The most digits of a number that a page may choose itself; a number with more digits is the result of a computation.
 */
const MOST_GIVEN_DIGITS = 3;

/** Words before a number that make it a name: `chapters 1 to 3`, `row 445`, `figures 1-6 and 1-7`. */
const NAMES_A_PLACE =
  /(?:chapter|page|figure|row|column|axis|unit|question|seed|part|section|appendix)s? (?:\d+(?:-\d+)?(?: to |, | and ))*(?:\d+-)?$/i;

/** Units and names that contain digits. */
const NOT_A_NUMBER = /\$1000s?|(?<!\d)[1-4]-D\b/g;

/** An equation in running text: numbers and signs around `=` or `≈`. */
const IN_TEXT = /[-−(]?\d[\d\s.,()·×+−/-]*(?:[=≈]\s*[\d\s.,()·×+−/-]*\d\)?)+/g;

export class PageNumbers {
  readonly #front: FrontMatter;
  readonly #facts: readonly Fact[];
  readonly #compute: Compute;
  readonly #passages: readonly Passage[];
  readonly #findings: Finding[] = [];
  /** The results of the page's equations, as numbers. */
  readonly #results = new Set<number>();

  constructor(markdown: string, front: FrontMatter, facts: readonly Fact[], compute: Compute) {
    this.#front = front;
    this.#facts = facts;
    this.#compute = compute;
    this.#passages = passagesOf(parseMarkdown(markdown, new Problems()));
  }

  /** In the order of their lines; empty if every number has a source and is right. */
  findings(): readonly Finding[] {
    for (const passage of this.#passages) this.#readEquations(passage);
    for (const passage of this.#passages) this.#readNumbers(passage);
    this.#checkNumbers();
    this.#checkGiven();
    this.#checkClaims();
    return this.#findings.toSorted((a, b) => a.line - b.line);
  }

  #readEquations({ place, line, text }: Passage): void {
    const equations = place === 'formula' ? [text] : place === 'text' ? (text.match(IN_TEXT) ?? []) : [];
    for (const equation of equations) {
      const { results, faults } = shownBy(equation);
      for (const result of results) this.#results.add(Number(result));
      for (const fault of faults) this.#findings.push({ line, sentence: `The equation is wrong: ${fault}.` });
    }
  }

  #readNumbers(passage: Passage): void {
    const known = [...passage.text.matchAll(NOT_A_NUMBER), ...this.#facts.flatMap((fact) => factsIn(passage, fact))];
    for (const number of numbersIn(passage)) {
      const isKnown = known.some(({ index, 0: words }) => number.start >= index && number.end <= index + words.length);
      if (!isKnown && !this.#isTied(number, passage)) {
        this.#findings.push({
          line: number.line,
          sentence: `${number.printed} has no source: list it under “numbers” with its expression, or under “given”.`,
        });
      }
    }
  }

  #isTied({ printed, start }: FoundNumber, { place, text, reach }: Passage): boolean {
    const value = Number(printed);
    const isListed = (list: Iterable<string>) => [...list].some((one) => Number(normalised(one)) === value);
    if (this.#results.has(value) || isListed(this.#front.numbers.keys())) return true;
    // The answer of a question needs a source, not only `given`.
    if (place === 'answer') return false;
    if (isSmall(printed) || isListed(this.#front.given)) return true;
    if (place === 'code') return significantDigits(printed) <= MOST_GIVEN_DIGITS;
    return NAMES_A_PLACE.test(text.slice(0, start)) || isListed(reach.match(/-?\d+(?:\.\d+)?/g) ?? []);
  }

  #checkNumbers(): void {
    const printed = new Set(
      this.#passages.flatMap((passage) => numbersIn(passage).map((number) => Number(number.printed))),
    );
    for (const [key, expressions] of this.#front.numbers) {
      const number = normalised(key);
      if (!printed.has(Number(number))) {
        this.#report(`“numbers” lists ${key}, which the page does not print.`);
      }
      for (const expression of expressions) this.#checkNumber(number, expression);
    }
  }

  #checkNumber(number: Printed, expression: string): void {
    const value = this.#valueOf(expression);
    if (value === undefined) return;
    if (typeof value !== 'number')
      this.#report(`${number}: ${expression} is not a number but ${JSON.stringify(value)}.`);
    else if (!rounds(value, number)) this.#report(`${number} is wrong: ${expression} is ${value}.`);
  }

  #checkGiven(): void {
    const printed = new Set(
      this.#passages.flatMap((passage) => numbersIn(passage).map((number) => Number(number.printed))),
    );
    for (const given of this.#front.given) {
      const number = normalised(given);
      if (!/^-?\d+(\.\d+)?$/.test(number)) this.#report(`“given” lists ${given}, which is not a number.`);
      else if (!printed.has(Number(number))) this.#report(`“given” lists ${given}, which the page does not print.`);
      else if (significantDigits(number) > MOST_GIVEN_DIGITS) {
        this.#report(`${given} has too many digits for “given”: list it under “numbers” with its expression.`);
      }
    }
  }

  #checkClaims(): void {
    for (const claim of this.#front.claims) {
      const value = this.#valueOf(claim);
      if (value !== true && value !== undefined) this.#report(`The claim is wrong: ${claim} is ${String(value)}.`);
    }
  }

  /** Undefined, and reported, if the expression cannot be computed. */
  #valueOf(expression: string): unknown {
    try {
      return this.#compute(expression) ?? null;
    } catch (error) {
      this.#report(`“${expression}” cannot be computed: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  /** The line in the front matter, which begins the file. */
  #report(sentence: string): void {
    this.#findings.push({ line: 1, sentence });
  }
}

/** The value of a fact's number, or the problem with the fact. */
export function checkFact({ phrase, expression }: Fact, compute: Compute): string | null {
  const [number, more] = numbersIn({ place: 'text', line: 1, text: phrase, reach: '' });
  if (number === undefined || more !== undefined) return `“${phrase}” must contain one number.`;
  const value = compute(expression);
  if (typeof value === 'number' && rounds(value, number.printed)) return null;
  return `“${phrase}” is wrong: ${expression} is ${String(value)}.`;
}

function factsIn({ text }: Passage, { phrase }: Fact): readonly RegExpExecArray[] {
  const words = phrase.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return [...text.matchAll(new RegExp(String.raw`(?<![\p{L}\d.])${words.join(String.raw`\s+`)}(?!\p{L})`, 'giu'))];
}
