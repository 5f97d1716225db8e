/** Compiles `:::question` and its content. */
import type { BlockContent, DefinitionContent, List, ListItem, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Asked, ChoiceAnswer, Misconception, NumberAnswer, Option, QuestionBlock } from '../lesson';
import type { HtmlWriter } from './html';
import { attributesOf } from './markdown';
import type { Problems } from './problems';
import { shuffled } from './shuffle';

type Part = BlockContent | DefinitionContent;

const INSIDE = ['hint', 'explain', 'wrong'];
const ATTRIBUTES = ['answer', 'within', 'unit', 'asks', 'reach'];
const KINDS: readonly Asked[] = ['arithmetic', 'judgement'];

export class QuestionReader {
  readonly #page: string;
  readonly #writer: HtmlWriter;
  readonly #problems: Problems;

  /** `page`: its id, which determines the order of choices. */
  constructor(page: string, writer: HtmlWriter, problems: Problems) {
    this.#page = page;
    this.#writer = writer;
    this.#problems = problems;
  }

  /** `id`: its name on its page. */
  read(question: ContainerDirective, id: string): QuestionBlock | undefined {
    const all = (name: string) => question.children.filter((part) => isElement(part, name));
    const [hints, explanations, wrongs] = [all('hint'), all('explain'), all('wrong')];
    const choices = question.children.find(isChoices);
    const asked = question.children.filter((part) => part !== choices && !isElement(part, ...INSIDE));
    const [explanation] = explanations;
    if (explanation === undefined || explanations.length > 1) {
      this.#problems.report(question, 'A question needs one “:::explain”, which is shown after the right answer.');
    }
    if (hints.length === 0) this.#problems.report(question, 'A question needs a “:::hint”.');
    if (asked.length === 0) this.#problems.report(question, 'This question has no text.');
    const attributes = attributesOf(question, ATTRIBUTES, this.#problems);
    const answer = this.#answer(question, id, attributes, choices, wrongs);
    if (answer === undefined) return undefined;
    return {
      kind: 'question',
      id,
      asks: this.#asks(question, attributes.get('asks'), answer),
      html: this.#writer.write(asked),
      answer,
      hints: hints.map((hint) => this.#inside(hint, [])),
      explanation: explanation === undefined ? '' : this.#inside(explanation, []),
    };
  }

  #asks(question: ContainerDirective, given: string | undefined, { kind }: QuestionBlock['answer']): Asked {
    const asked = KINDS.find((candidate) => candidate === given);
    if (given !== undefined && asked === undefined) {
      this.#problems.report(question, `“asks” must be one of ${KINDS.join(', ')}, not “${given}”.`);
    }
    return asked ?? (kind === 'number' ? 'arithmetic' : 'judgement');
  }

  #answer(
    question: ContainerDirective,
    id: string,
    attributes: ReadonlyMap<string, string>,
    choices: List | undefined,
    wrongs: readonly ContainerDirective[],
  ): NumberAnswer | ChoiceAnswer | undefined {
    const isNumber = attributes.has('answer');
    if (choices === undefined && isNumber) return this.#number(question, attributes, wrongs);
    if (choices !== undefined && !['answer', 'within', 'unit'].some((name) => attributes.has(name))) {
      const [wrong] = wrongs;
      if (wrong !== undefined) {
        this.#problems.report(wrong, 'Write the reply to a wrong choice as a list below its “- [ ]” item.');
      }
      return this.#choice(choices, `${this.#page} ${id}`);
    }
    this.#problems.report(
      question,
      'A question has either “answer=…”, a number, or a list of “- [x]” and “- [ ]” items to choose from.',
    );
    return undefined;
  }

  #number(
    question: ContainerDirective,
    attributes: ReadonlyMap<string, string>,
    wrongs: readonly ContainerDirective[],
  ): NumberAnswer {
    const value = numberOf(attributes.get('answer'));
    const within = numberOf(attributes.get('within') ?? '0');
    if (Number.isNaN(value)) this.#problems.report(question, '“answer” must be a number.');
    if (!(within >= 0)) this.#problems.report(question, '“within”, the tolerance, must be a number from 0.');
    const misconceptions = wrongs.map((wrong) => this.#misconception(wrong, value, within));
    return { kind: 'number', value, within, unit: attributes.get('unit') ?? '', misconceptions };
  }

  /** A wrong number that reveals a known mistake, and the reply to it. */
  #misconception(wrong: ContainerDirective, right: number, within: number): Misconception {
    const html = this.#inside(wrong, ['answer']);
    const value = numberOf(wrong.attributes?.answer ?? '');
    if (Number.isNaN(value)) this.#problems.report(wrong, '“answer” must be a number.');
    if (Math.abs(value - right) <= within) this.#problems.report(wrong, 'This wrong answer would be taken as right.');
    return { value, html };
  }

  /** `seed` determines the order of the items, so that the position of the right one shows nothing. */
  #choice(list: List, seed: string): ChoiceAnswer {
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

  #inside(element: ContainerDirective, attributes: readonly string[]): string {
    attributesOf(element, attributes, this.#problems);
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
