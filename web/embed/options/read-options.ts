/** Reads attributes or a fragment into usable options, with a sentence for each mistake. */
import { parseGoal } from '../../goals/parse';
import { nearest } from '../../recipe/nearest';
import { shown } from '../../recipe/problem';
import { OPTION_NAMES } from './option-names';
import { OPTIONS, type OptionKind, type OptionName, type Options } from './options';

export interface OptionProblem {
  /** An option as it was written, or an unknown name. */
  readonly option: string;
  /** One or two whole sentences: what was given, and what is possible. */
  readonly sentence: string;
}

export interface ReadOptions {
  /** Always usable: what cannot be read has its default. */
  readonly options: Options;
  readonly problems: readonly OptionProblem[];
}

export type OptionTexts = ReadonlyMap<string, string>;

/** Attributes that are not options belong to the page and are ignored. */
export function readAttributes(attributes: OptionTexts): ReadOptions {
  return readOptions(new Map([...attributes].filter(([name]) => isOption(name))));
}

/** As in `#part=loss&preset=chapter-3-deep`; every name in it must be an option. */
export function readFragment(hash: string): ReadOptions {
  const texts = new Map<string, string>();
  const problems: OptionProblem[] = [];
  for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ''))) {
    if (!isOption(name)) problems.push(unknownOption(name));
    else if (texts.has(name)) {
      problems.push({ option: name, sentence: `“${name}” is set more than once; the first value is used.` });
    } else texts.set(name, text);
  }
  const read = readOptions(texts);
  return { options: read.options, problems: [...problems, ...read.problems] };
}

/** The options that are not at their default, as text; reading it back gives the same options. */
export function writeOptions(options: Options): OptionTexts {
  const { options: defaults } = readOptions(new Map());
  const implied = options.figure !== null ? 'figure' : options.lesson !== null ? 'lesson' : defaults.part;
  const differs = (name: OptionName) =>
    name === 'part' ? options.part !== implied : String(options[name]) !== String(defaults[name]);
  return new Map(OPTION_NAMES.filter(differs).map((name) => [name, written(name, options)]));
}

/** The part after the `#` of `embed.html`. */
export function writeFragment(options: Options): string {
  return new URLSearchParams([...writeOptions(options)]).toString();
}

function written(name: OptionName, options: Options): string {
  return name === 'speed' && options.speed === null ? 'fastest' : String(options[name]);
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function unknownOption(name: string): OptionProblem {
  const similar = nearest(name, OPTION_NAMES);
  const advice = similar === undefined ? `there are ${OPTION_NAMES.join(', ')}` : `did you mean “${similar}”?`;
  return { option: name, sentence: `${shown(name)} is not an option; ${advice}${similar === undefined ? '.' : ''}` };
}

function readOptions(texts: OptionTexts): ReadOptions {
  const problems: OptionProblem[] = [];
  const read = (name: OptionName): string | readonly string[] | number | null => {
    const text = (texts.get(name) ?? '').trim();
    if (text === '') return fallback(name);
    const value = usable(OPTIONS[name].values, text);
    if (value !== null) return value;
    problems.push({ option: name, sentence: unusable(name, text) });
    return fallback(name);
  };
  const values = Object.fromEntries(OPTION_NAMES.map((name) => [name, read(name)]));
  const fastest = values.speed === 'fastest';
  // Each value has been read by the table's entry for its option, which matches `Options`.
  const options = { ...values, ...(fastest && { speed: null }) } as unknown as Options;
  const part = (texts.get('part') ?? '').trim() !== '' ? options.part : impliedPart(options);
  return { options: { ...options, part }, problems: [...problems, ...contradictions({ ...options, part }, texts)] };
}

function impliedPart({ figure, lesson, part }: Options): Options['part'] {
  if (figure !== null) return 'figure';
  return lesson !== null ? 'lesson' : part;
}

/** Null if there is no default. The recipe's default depends on other options, so it is not filled in here. */
function fallback(name: OptionName): string | readonly string[] | number | null {
  const { default: text, values } = OPTIONS[name];
  if (name === 'preset' || name === 'feature') return null;
  return text === '' ? (values.kind === 'names' ? [] : null) : usable(values, text);
}

function usable(values: OptionKind, text: string): string | readonly string[] | number | null {
  switch (values.kind) {
    case 'text':
      return text;
    case 'choice':
      return values.of.includes(text) ? text : null;
    case 'names': {
      const names = namesIn(text);
      return names.every((name) => values.of.includes(name)) ? [...new Set(names)] : null;
    }
    case 'number': {
      if (values.words.includes(text)) return text;
      const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
      const fits = number >= values.min && number <= values.max && (!values.whole || Number.isInteger(number));
      return fits ? number : null;
    }
  }
}

function namesIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function unusable(name: OptionName, text: string): string {
  const { values } = OPTIONS[name];
  switch (values.kind) {
    case 'text':
      return `“${name}” cannot be ${shown(text)}.`;
    case 'choice':
      return `“${name}” is ${shown(text)}; ${choices(text, values.of)}`;
    case 'names': {
      const wrong = namesIn(text).find((each) => !values.of.includes(each)) ?? '';
      return `“${name}” contains ${shown(wrong)}, so nothing is hidden; ${choices(wrong, values.of)}`;
    }
    case 'number': {
      const words = values.words.map((word) => ` or ${word}`).join('');
      const kind = values.whole ? 'a whole number' : 'a number';
      return `“${name}” is ${shown(text)}; it must be ${kind} from ${values.min} to ${values.max}${words}.`;
    }
  }
}

function choices(text: string, of: readonly string[]): string {
  const similar = nearest(text, of);
  return similar === undefined ? `it must be one of ${of.join(', ')}.` : `did you mean “${similar}”?`;
}

function contradictions(
  { part, preset, recipe, figure, lesson, values, goal }: Options,
  texts: OptionTexts,
): OptionProblem[] {
  const problems: OptionProblem[] = [];
  const add = (option: OptionName, sentence: string) => problems.push({ option, sentence });
  if (preset !== null && recipe !== null) add('preset', '“preset” and “recipe” are both set; the recipe is used.');
  if (part === 'figure' && figure === null && !texts.get('figure')) {
    add('figure', 'The part “figure” needs a name, such as figure="derivative".');
  }
  if (part === 'lesson' && lesson === null) {
    add('lesson', 'The part “lesson” needs a name, such as lesson="foundations/derivative".');
  }
  if (goal !== null) {
    const result = parseGoal(goal);
    if (!result.ok) add('goal', `“goal” cannot be judged. ${result.sentence}`);
    else if (part === 'figure' || part === 'lesson') add('goal', '“goal” needs a run, but this part has none.');
  }
  if (values !== null && part !== 'figure' && part !== 'lesson') {
    add('values', '“values” belong to a figure or a lesson, but this part is neither.');
  }
  return problems;
}
