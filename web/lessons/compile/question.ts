/** `:::question` with what stands in it. */
import type { BlockContent, DefinitionContent, List, ListItem, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { ChoiceAnswer, NumberAnswer, Option, QuestionBlock } from '../lesson';
import type { HtmlWriter } from './html';
import { attributesOf } from './markdown';
import type { Problems } from './problems';

type Part = BlockContent | DefinitionContent;

export class QuestionReader {
  readonly #writer: HtmlWriter;
  readonly #problems: Problems;

  constructor(writer: HtmlWriter, problems: Problems) {
    this.#writer = writer;
    this.#problems = problems;
  }

  /** `id`: its name within its page. */
  read(question: ContainerDirective, id: string): QuestionBlock | undefined {
    const hints = question.children.filter((part) => isElement(part, 'hint'));
    const explanations = question.children.filter((part) => isElement(part, 'explain'));
    const choices = question.children.find(isChoices);
    const asked = question.children.filter((part) => part !== choices && !isElement(part, 'hint', 'explain'));
    const [explanation] = explanations;
    if (explanation === undefined || explanations.length > 1) {
      this.#problems.report(question, 'A question needs one “:::explain”: what is shown after the right answer.');
    }
    if (asked.length === 0) this.#problems.report(question, 'This question asks nothing.');
    const answer = this.#answer(question, choices);
    if (answer === undefined) return undefined;
    return {
      kind: 'question',
      id,
      html: this.#writer.write(asked),
      answer,
      hints: hints.map((hint) => this.#inside(hint)),
      explanation: explanation === undefined ? '' : this.#inside(explanation),
    };
  }

  #answer(question: ContainerDirective, choices: List | undefined): NumberAnswer | ChoiceAnswer | undefined {
    const attributes = attributesOf(question, ['answer', 'within', 'unit'], this.#problems);
    if (choices === undefined && attributes.has('answer')) return this.#number(question, attributes);
    if (choices !== undefined && attributes.size === 0) return this.#choice(choices);
    this.#problems.report(
      question,
      'A question has either “answer=…”, a number, or a list of “- [x]” and “- [ ]” items to choose from.',
    );
    return undefined;
  }

  #number(question: ContainerDirective, attributes: ReadonlyMap<string, string>): NumberAnswer {
    const value = numberOf(attributes.get('answer'));
    const within = numberOf(attributes.get('within') ?? '0');
    if (Number.isNaN(value)) this.#problems.report(question, '“answer” must be a number.');
    if (!(within >= 0))
      this.#problems.report(question, '“within” must be a number from 0: how far off is still right.');
    return { kind: 'number', value, within, unit: attributes.get('unit') ?? '' };
  }

  #choice(list: List): ChoiceAnswer {
    const options = list.children.map((item) => this.#option(item));
    if (options.length < 2) this.#problems.report(list, 'A choice needs at least two items.');
    if (!options.some(({ right }) => right))
      this.#problems.report(list, 'None of the items is right: mark one “- [x]”.');
    if (options.every(({ right }) => right))
      this.#problems.report(list, 'All of the items are right; one has to be wrong.');
    return { kind: 'choice', options };
  }

  /** A list inside an item is what is said to whoever chooses it. */
  #option(item: ListItem): Option {
    if (typeof item.checked !== 'boolean') this.#problems.report(item, 'This item has no “[x]” or “[ ]”.');
    const text = item.children.flatMap((part) => (part.type === 'paragraph' ? part.children : []));
    const remarks = item.children.flatMap((part) => (part.type === 'list' ? part.children : []));
    const feedback = remarks.flatMap((remark) => remark.children);
    return { html: this.#writer.write(text), right: item.checked === true, feedback: this.#writer.write(feedback) };
  }

  #inside(element: ContainerDirective): string {
    attributesOf(element, [], this.#problems);
    if (element.children.length === 0) this.#problems.report(element, `This “${element.name}” says nothing.`);
    return this.#writer.write(element.children as RootContent[]);
  }
}

function isElement(part: Part, ...names: string[]): part is ContainerDirective {
  return part.type === 'containerDirective' && names.includes(part.name);
}

function isChoices(part: Part): part is List {
  return part.type === 'list' && part.children.some(({ checked }) => typeof checked === 'boolean');
}

function numberOf(text = ''): number {
  return /^[-+]?\d/.test(text) ? Number(text) : Number.NaN;
}
