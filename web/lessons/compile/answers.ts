/** What questions and predictions have in common: a number, or items to choose from. */
import type { BlockContent, DefinitionContent, List, ListItem } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { ChoiceAnswer, NumberAnswer, Option } from '../lesson';
import type { HtmlWriter } from './html';
import type { Problems } from './problems';
import { shuffled } from './shuffle';

export type Part = BlockContent | DefinitionContent;

/** `answer`, `within` and `unit` of an element. */
export function readNumberAnswer(
  element: ContainerDirective,
  attributes: ReadonlyMap<string, string>,
  problems: Problems,
): NumberAnswer {
  const value = numberOf(attributes.get('answer'));
  const within = numberOf(attributes.get('within') ?? '0');
  if (Number.isNaN(value)) problems.report(element, '“answer” must be a number.');
  if (!(within >= 0)) problems.report(element, '“within”, the tolerance, must be a number from 0.');
  return { kind: 'number', value, within, unit: attributes.get('unit') ?? '', misconceptions: [] };
}

export class ChoiceReader {
  readonly #writer: HtmlWriter;
  readonly #problems: Problems;

  constructor(writer: HtmlWriter, problems: Problems) {
    this.#writer = writer;
    this.#problems = problems;
  }

  /** `seed` determines the order of the items, so that the position of the right one shows nothing. */
  read(list: List, seed: string): ChoiceAnswer {
    const options = list.children.map((item) => this.#option(item));
    if (options.length < 2) this.#problems.report(list, 'A choice needs at least two items.');
    if (!options.some(({ right }) => right))
      this.#problems.report(list, 'None of the items is right: mark one “- [x]”.');
    if (options.every(({ right }) => right))
      this.#problems.report(list, 'All of the items are right; at least one must be wrong.');
    return { kind: 'choice', options: shuffled(options, seed) };
  }

  /** A list inside an item is the reply to readers who choose it. */
  #option(item: ListItem): Option {
    if (typeof item.checked !== 'boolean') this.#problems.report(item, 'This item has no “[x]” or “[ ]”.');
    const text = item.children.flatMap((part) => (part.type === 'paragraph' ? part.children : []));
    const remarks = item.children.flatMap((part) => (part.type === 'list' ? part.children : []));
    const feedback = remarks.flatMap((remark) => remark.children);
    return { html: this.#writer.write(text), right: item.checked === true, feedback: this.#writer.write(feedback) };
  }
}

export function isElement(part: Part, ...names: string[]): part is ContainerDirective {
  return part.type === 'containerDirective' && names.includes(part.name);
}

export function isChoices(part: Part): part is List {
  return part.type === 'list' && part.children.some(({ checked }) => typeof checked === 'boolean');
}

/** NaN if the text is not a number. */
export function numberOf(text = ''): number {
  return /^[-+]?\d/.test(text) ? Number(text) : Number.NaN;
}
