/**
 * Finds the place where a text stops being JSON. JavaScript engines report `JSON.parse` errors differently, some
 * without a position; this follows the grammar of RFC 8259 and gives the same result everywhere.
 */
export interface JsonFault {
  /** Both counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

/** Deeper than any recipe; stops before the call stack overflows. */
const DEEPEST = 200;

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const STRING = /"([ !#-[\]-\uffff]|\\(["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const STRING_START = /"([ !#-[\]-\uffff]|\\(["\\/bfnrt]|u[\da-fA-F]{4}))*/y;

class Fault {
  constructor(
    readonly at: number,
    readonly expected: string,
  ) {}
}

class Walk {
  at = 0;

  constructor(readonly text: string) {}

  document(): void {
    this.value(0);
    if (this.at < this.text.length) this.fail('the end of the text');
  }

  private value(depth: number): void {
    if (depth > DEEPEST) this.fail('less nesting');
    this.match(SPACE);
    const start = this.text[this.at];
    if (start === '{') this.list('}', () => this.member(depth));
    else if (start === '[') this.list(']', () => this.value(depth + 1));
    else if (start === '"') this.string();
    else if (!this.match(WORD) && !this.match(NUMBER)) this.fail('a value');
    this.match(SPACE);
  }

  /** Entries between commas, from the opening bracket to `close`. */
  private list(close: string, entry: () => void): void {
    this.at += 1;
    this.match(SPACE);
    if (this.skip(close)) return;
    do entry();
    while (this.skip(','));
    if (!this.skip(close)) this.fail(`a comma or ${close}`);
  }

  private member(depth: number): void {
    this.match(SPACE);
    if (this.text[this.at] !== '"') this.fail('a field name in double quotes');
    this.string();
    this.match(SPACE);
    if (!this.skip(':')) this.fail('a colon');
    this.value(depth + 1);
  }

  private string(): void {
    if (this.match(STRING)) return;
    this.match(STRING_START);
    this.fail(this.text[this.at] === '\\' ? 'an escape that JSON knows' : 'a closing double quote');
  }

  private skip(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0].length ?? 0;
    this.at += found;
    return found > 0;
  }

  private fail(expected: string): never {
    throw new Fault(this.at, expected);
  }
}

function foundAt(text: string, at: number): string {
  if (at >= text.length) return 'the end of the text';
  if (text[at] === '\n' || text[at] === '\r') return 'the end of the line';
  const word = /^[\w$.+-]+/.exec(text.slice(at, at + 20))?.[0];
  return JSON.stringify(word ?? String.fromCodePoint(text.codePointAt(at) as number));
}

/** The place and the reason why `text` is not JSON; undefined if it is. */
export function jsonFault(text: string): JsonFault | undefined {
  try {
    new Walk(text).document();
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = text.slice(0, error.at).split('\n');
    return {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      found: foundAt(text, error.at),
      expected: error.expected,
    };
  }
}
