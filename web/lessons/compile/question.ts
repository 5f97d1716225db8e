/** Compiles `:::question` and its content. */
import type { List, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Asked, ChoiceAnswer, Misconception, NumberAnswer, QuestionBlock } from '../lesson';
import { ChoiceReader, isChoices, isElement, numberOf, readNumberAnswer } from './answers';
import type { HtmlWriter } from './html';
import { attributesOf } from './markdown';
import type { Problems } from './problems';

const INSIDE = ['hint', 'explain', 'wrong'];
const ATTRIBUTES = ['id', 'answer', 'within', 'unit', 'asks', 'reach'];
const KINDS: readonly Asked[] = ['arithmetic', 'judgement'];

export class QuestionReader {
  readonly #page: string;
  readonly #writer: HtmlWriter;
  readonly #problems: Problems;
  readonly #choices: ChoiceReader;

  /** `page`: its id, which determines the order of choices. */
  constructor(page: string, writer: HtmlWriter, problems: Problems) {
    this.#page = page;
    this.#writer = writer;
    this.#problems = problems;
    this.#choices = new ChoiceReader(writer, problems);
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
      return this.#choices.read(choices, `${this.#page} ${id}`);
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
    const answer = readNumberAnswer(question, attributes, this.#problems);
    return {
      ...answer,
      misconceptions: wrongs.map((wrong) => this.#misconception(wrong, answer.value, answer.within)),
    };
  }

  /** A wrong number that reveals a known mistake, and the reply to it. */
  #misconception(wrong: ContainerDirective, right: number, within: number): Misconception {
    const html = this.#inside(wrong, ['answer']);
    const value = numberOf(wrong.attributes?.answer ?? undefined);
    if (Number.isNaN(value)) this.#problems.report(wrong, '“answer” must be a number.');
    if (Math.abs(value - right) <= within) this.#problems.report(wrong, 'This wrong answer would be taken as right.');
    return { value, html };
  }

  #inside(element: ContainerDirective, attributes: readonly string[]): string {
    attributesOf(element, attributes, this.#problems);
    if (element.children.length === 0) this.#problems.report(element, `This “${element.name}” says nothing.`);
    return this.#writer.write(element.children as RootContent[]);
  }
}
