/** The text between the `---` lines at the top of a lesson. */
import type { Root } from 'mdast';
import { parseDocument } from 'yaml';
import type { Problems } from './problems';
import { readSource, type Source } from './source';

export interface FrontMatter {
  readonly title: string;
  readonly question: string;
  readonly leads: string;
  /** What a reader can do after the page. */
  readonly goal: string;
  /** Common misconceptions. */
  readonly misconceptions: readonly string[];
  readonly source: Source;
  /** Each number the page prints, and the expressions that compute it (web/lessons/numbers). */
  readonly numbers: ReadonlyMap<string, readonly string[]>;
  /** Numbers that the page chooses itself, for an example or an exercise. */
  readonly given: readonly string[];
  /** Expressions that must be true for the page's statements to be true. */
  readonly claims: readonly string[];
}

const FIELDS = {
  title: 'what the page is called',
  question: 'the question it starts from',
  leads: 'where it leads',
  goal: 'what a reader can do after it',
} as const satisfies Partial<Record<keyof FrontMatter, string>>;

const OPTIONAL = ['misconceptions', 'source', 'numbers', 'given', 'claims'] as const satisfies (keyof FrontMatter)[];

export function readFrontMatter(root: Root, problems: Problems): FrontMatter {
  const node = root.children[0]?.type === 'yaml' ? root.children[0] : undefined;
  // Every value is text, so that a number keeps its digits as written.
  const document = parseDocument(node?.value ?? '', { schema: 'failsafe' });
  for (const error of document.errors) {
    // Line numbers are relative to the front matter, whose first line is the second of the file.
    problems.report(
      (error.linePos?.[0].line ?? 1) + 1,
      `The front matter cannot be read: ${error.message.split(' at line')[0]}.`,
    );
  }
  const isWhole = document.errors.length === 0;
  const fields: Record<string, unknown> = (isWhole ? document.toJS() : null) ?? {};
  const read = (name: keyof typeof FIELDS): string => {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (isWhole) problems.report(1, `The front matter needs “${name}: …”, ${FIELDS[name]}.`);
    return '';
  };
  const known = [...Object.keys(FIELDS), ...OPTIONAL];
  for (const name of Object.keys(fields).filter((name) => !known.includes(name))) {
    problems.report(1, `The front matter has no field “${name}”; it has ${known.join(', ')}.`);
  }
  return {
    title: read('title'),
    question: read('question'),
    leads: read('leads'),
    goal: read('goal'),
    misconceptions: listOf(fields.misconceptions, 'misconceptions', problems),
    source: readSource(fields.source, problems),
    numbers: numbersOf(fields.numbers, problems),
    given: wordsOf(fields.given, problems),
    claims: listOf(fields.claims, 'claims', problems),
  };
}

function listOf(value: unknown, name: string, problems: Problems): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  problems.report(1, `“${name}” must be a list, with a line “- …” for each entry.`);
  return [];
}

/** `0.2, 1.5, −3`, or without the commas. */
function wordsOf(value: unknown, problems: Problems): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return value.split(/,\s+|\s+/).filter((word) => word !== '');
  problems.report(1, '“given” must be a line of numbers, separated by spaces.');
  return [];
}

function numbersOf(value: unknown, problems: Problems): ReadonlyMap<string, readonly string[]> {
  if (value === undefined) return new Map();
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = Object.entries(isMap ? value : {}).map(([printed, given]): [string, readonly string[]] => [
    printed,
    Array.isArray(given) ? given : [given],
  ]);
  if (isMap && entries.every(([, given]) => given.every((one) => typeof one === 'string'))) return new Map(entries);
  problems.report(1, '“numbers” needs a line “number: expression” for each number.');
  return new Map();
}
