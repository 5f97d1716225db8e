/**
 * Evaluates arithmetic on a page, in LaTeX or in plain text: `$(4 + 1) / 2 = 2.5$`, `4 − 1 + 2.5 = 5.5`. Letters
 * may stand for any number, so that `$3(2x + 1) - 2 = 6x + 1$` can be checked, too.
 */

/** A number, or several in parentheses: `(1, 0, 2) + (4, 3, -1)`. */
export type Value = number | readonly number[];

/** The value of each letter. */
export type Letters = (name: string) => number;

/** The text is not arithmetic that this module can read. */
export class Unreadable extends Error {}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

const FUNCTIONS: Readonly<Record<string, (...given: number[]) => number>> = {
  σ: sigmoid,
  'σ′': (x) => sigmoid(x) * (1 - sigmoid(x)),
  max: Math.max,
  min: Math.min,
  exp: Math.exp,
  ln: Math.log,
  sqrt: Math.sqrt,
};

const LATEX: readonly (readonly [RegExp, string])[] = [
  [/\\(?:left|right|[!,;: ]|quad|displaystyle)(?![a-zA-Z])/g, ' '],
  [/\\(?:cdot|times)(?![a-zA-Z])|[·×]/g, '*'],
  [/\\(?:Delta)(?![a-zA-Z])/g, 'Δ'],
  [/\\(?:eta)(?![a-zA-Z])/g, 'η'],
  [/\\sigma(?:'|\^\{?\\prime\}?)/g, 'σ′'],
  [/σ'/g, 'σ′'],
  [/\\sigma(?![a-zA-Z])/g, 'σ'],
  [/\\(max|min|exp|ln|sqrt)(?![a-zA-Z])/g, '$1'],
  [/−/g, '-'],
];

/** LaTeX as plain arithmetic; other commands are kept and rejected when they are read. */
function plain(text: string): string {
  return LATEX.reduce((before, [pattern, by]) => before.replace(pattern, by), text).replace(/\{,\}/g, '');
}

/** Reads from left to right, one character at a time; throws Unreadable for unknown text. */
class Reader {
  readonly #text: string;
  readonly #letters: Letters;
  #place = 0;

  constructor(text: string, letters: Letters) {
    this.#text = plain(text);
    this.#letters = letters;
  }

  whole(): Value {
    const value = this.#sum();
    if (this.#next() !== '') throw new Unreadable(this.#text);
    return value;
  }

  /** The next character that is not a space; empty at the end. */
  #next(): string {
    while (/\s/.test(this.#text[this.#place] ?? '')) this.#place += 1;
    return this.#text[this.#place] ?? '';
  }

  #take(pattern: RegExp): string | undefined {
    this.#next();
    const found = new RegExp(pattern.source, 'uy');
    found.lastIndex = this.#place;
    const text = found.exec(this.#text)?.[0];
    if (text !== undefined) this.#place += text.length;
    return text;
  }

  #expect(pattern: RegExp): void {
    if (this.#take(pattern) === undefined) throw new Unreadable(this.#text);
  }

  #sum(): Value {
    let value = this.#product();
    for (let sign = this.#take(/[-+]/); sign !== undefined; sign = this.#take(/[-+]/)) {
      const factor = sign === '-' ? -1 : 1;
      value = combined(value, this.#product(), (a, b) => a + factor * b);
    }
    return value;
  }

  #product(): Value {
    let value = this.#signed();
    for (;;) {
      if (this.#take(/[*]/) !== undefined) value = multiplied(value, this.#signed());
      else if (this.#take(/\//) !== undefined) value = combined(value, this.#signed(), (a, b) => a / b);
      // Side by side: `2x`, `3(4 + 1)`, `w x`.
      else if (/[\p{L}(\\]/u.test(this.#next())) value = multiplied(value, this.#power());
      else return value;
    }
  }

  #signed(): Value {
    const sign = this.#take(/[-+]/);
    const value = sign === undefined ? this.#power() : this.#signed();
    return sign === '-' ? combined(-1, value, (a, b) => a * b) : value;
  }

  #power(): Value {
    const value = this.#atom();
    return this.#take(/\^/) === undefined ? value : combined(value, this.#group(), (a, b) => a ** b);
  }

  /** The argument of `^`, `\frac` or `\sqrt`: `{…}`, or only the next sign. */
  #group(): Value {
    if (this.#take(/\{/) === undefined) return this.#atom();
    const value = this.#sum();
    this.#expect(/\}/);
    return value;
  }

  #atom(): Value {
    const number = this.#take(/\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/);
    if (number !== undefined) return Number(number.replaceAll(',', ''));
    if (this.#take(/\(/) !== undefined) return this.#parenthesis();
    if (this.#take(/\\[dt]?frac/) !== undefined) return combined(this.#group(), this.#group(), (a, b) => a / b);
    const name = this.#take(/σ′|σ|max|min|exp|ln|sqrt/);
    if (name !== undefined) return this.#applied(name);
    const letter = this.#take(/\p{L}(?:_(?:\{[\p{L}\d]+\}|[\p{L}\d]))?/u);
    if (letter === undefined) throw new Unreadable(this.#text);
    return letter === 'e' ? Math.E : this.#letters(letter);
  }

  #parenthesis(): Value {
    const values = [this.#sum()];
    while (this.#take(/,/) !== undefined) values.push(this.#sum());
    this.#expect(/\)/);
    const [only] = values;
    return values.length === 1 ? (only as Value) : values.map(single);
  }

  #applied(name: string): Value {
    const apply = FUNCTIONS[name] as (...given: number[]) => number;
    const given = name === 'sqrt' && this.#next() === '{' ? this.#group() : this.#power();
    return typeof given === 'number' || name === 'max' || name === 'min'
      ? apply(...(typeof given === 'number' ? [given] : given))
      : given.map((value) => apply(value));
  }
}

/** The value of one side of an equation. Throws Unreadable if it is not arithmetic. */
export function evaluated(text: string, letters: Letters): Value {
  return new Reader(text, letters).whole();
}

function single(value: Value): number {
  if (typeof value !== 'number') throw new Unreadable('(… (…) …)');
  return value;
}

/** Number by number for two lists of the same length; a single number is combined with each number of a list. */
function combined(a: Value, b: Value, combine: (a: number, b: number) => number): Value {
  if (typeof a === 'number' && typeof b === 'number') return combine(a, b);
  if (typeof a === 'number') return (b as readonly number[]).map((value) => combine(a, value));
  if (typeof b === 'number') return a.map((value) => combine(value, b));
  if (a.length !== b.length) throw new Unreadable('Lists of different lengths');
  return a.map((value, i) => combine(value, b[i] as number));
}

/** Two lists side by side would be a product of vectors or matrices, which is not supported. */
function multiplied(a: Value, b: Value): Value {
  if (typeof a !== 'number' && typeof b !== 'number') throw new Unreadable('A product of lists');
  return combined(a, b, (x, y) => x * y);
}
