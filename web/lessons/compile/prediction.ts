/** Compiles `:::predict` and its content. */
import type { List, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { PREDICTED_CURVES } from '../../figures/predicted-curves';
import type { PredictionBlock } from '../lesson';
import { ChoiceReader, isChoices, isElement, readNumberAnswer } from './answers';
import type { HtmlWriter } from './html';
import { attributesOf } from './markdown';
import { type Problems, unknownName } from './problems';

const ATTRIBUTES = ['id', 'answer', 'within', 'unit', 'curve', 'reveals'];

export class PredictionReader {
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
  read(prediction: ContainerDirective, id: string): PredictionBlock | undefined {
    const attributes = attributesOf(prediction, ATTRIBUTES, this.#problems);
    const [reveal, another] = prediction.children.filter((part) => isElement(part, 'reveal'));
    const choices = prediction.children.find(isChoices);
    const asked = prediction.children.filter((part) => part !== choices && !isElement(part, 'reveal'));
    if (reveal === undefined || another !== undefined) {
      this.#problems.report(prediction, 'A prediction needs one “:::reveal”: what is shown after it.');
    }
    if (asked.length === 0) this.#problems.report(prediction, 'This prediction asks nothing.');
    const answer = this.#answer(prediction, id, attributes, choices);
    if (answer === undefined) return undefined;
    return {
      kind: 'predict',
      id,
      html: this.#writer.write(asked),
      answer,
      reveals: attributes.get('reveals') ?? null,
      explanation: reveal === undefined ? '' : this.#revealed(reveal),
    };
  }

  #answer(
    prediction: ContainerDirective,
    id: string,
    attributes: ReadonlyMap<string, string>,
    choices: List | undefined,
  ): PredictionBlock['answer'] | undefined {
    const curve = attributes.get('curve');
    const ways = [attributes.has('answer'), choices !== undefined, curve !== undefined];
    if (ways.filter(Boolean).length !== 1) {
      this.#problems.report(
        prediction,
        'A prediction has one of these: “answer=…”, a number; a list of “- [x]” and “- [ ]” items; “curve=…”, to be drawn.',
      );
      return undefined;
    }
    if (!attributes.has('answer') && (attributes.has('within') || attributes.has('unit'))) {
      this.#problems.report(prediction, '“within” and “unit” belong to an “answer=…”.');
    }
    if (choices !== undefined) return this.#choice(choices, `${this.#page} ${id}`);
    if (curve === undefined) return readNumberAnswer(prediction, attributes, this.#problems);
    if (!Object.hasOwn(PREDICTED_CURVES, curve)) {
      this.#problems.report(prediction, unknownName('curve to predict', curve, Object.keys(PREDICTED_CURVES)));
    }
    return { kind: 'curve', curve };
  }

  #choice(list: List, seed: string): PredictionBlock['answer'] {
    const answer = this.#choices.read(list, seed);
    if (answer.options.filter(({ right }) => right).length > 1) {
      this.#problems.report(list, 'One item of a prediction comes true: mark only one “- [x]”.');
    }
    return answer;
  }

  #revealed(reveal: ContainerDirective): string {
    attributesOf(reveal, [], this.#problems);
    if (reveal.children.length === 0) this.#problems.report(reveal, 'This “reveal” says nothing.');
    return this.#writer.write(reveal.children as RootContent[]);
  }
}
