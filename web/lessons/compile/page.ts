/** Compiles one lesson's Markdown into the blocks of its page. */
import type { Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Block, FigureBlock, Html, LessonPage, PredictionBlock, QuestionBlock } from '../lesson';
import { readFigure } from './figure';
import { type FrontMatter, readFrontMatter } from './front-matter';
import { FOR_PAGES, HtmlWriter, type Writing } from './html';
import { attributesOf, parseMarkdown, reportUnknown, requiredAttribute } from './markdown';
import { PredictionReader } from './prediction';
import { type Problem, Problems, unknownName } from './problems';
import { QuestionReader } from './question';
import { type Reach, ReachReader } from './reach';
import type { References } from './references';
import { sourceInWords } from './source';

const LEAVES = ['figure', 'three-ways'];
const CONTAINERS = ['do', 'note', 'question', 'predict'];
/** Elements that belong inside another element, and inside which. */
const INSIDE: Readonly<Record<string, string>> = {
  hint: 'question',
  explain: 'question',
  wrong: 'question',
  reveal: 'predict',
};

export interface CompiledPage {
  readonly page: LessonPage;
  readonly front: FrontMatter;
  /** The states of figures that its tasks and questions ask for. */
  readonly reaches: readonly Reach[];
  readonly problems: readonly Problem[];
}

export function compilePage(text: string, id: string, references: References, writing = FOR_PAGES): CompiledPage {
  const problems = new Problems();
  const root = parseMarkdown(text, problems);
  // If an element does not end, everything after it is misread, so other problems are not reported.
  const isCutShort = problems.found.length > 0;
  const front = readFrontMatter(root, problems);
  const { title, question, leads, source } = front;
  const reader = new PageReader(id, references, problems, writing);
  const blocks = isCutShort ? [] : reader.blocks(root);
  const reaches = isCutShort ? [] : reader.reaches();
  if (!isCutShort) reportMissing(blocks, problems);
  const page = { id, title, question, leads, source: sourceInWords(source), blocks };
  return { page, front, reaches, problems: problems.found };
}

function reportMissing(blocks: readonly Block[], problems: Problems): void {
  const kinds = new Set(blocks.map(({ kind }) => kind));
  if (!kinds.has('do')) problems.report(1, 'The page has no task: add a “:::do”.');
  if (!kinds.has('question')) problems.report(1, 'The page has no question: add a “:::question”.');
}

class PageReader {
  readonly #references: References;
  readonly #problems: Problems;
  readonly #writer: HtmlWriter;
  readonly #questions: QuestionReader;
  readonly #predictions: PredictionReader;
  readonly #figures = new Map<string, FigureBlock>();
  /** Tasks and questions with the states they ask for; read when all figures are known. */
  readonly #asked: { readonly directive: ContainerDirective; readonly reach: string | undefined }[] = [];
  #figureCount = 0;
  /** Predictions that hide a figure, which has to follow them. */
  readonly #keeping: {
    readonly directive: ContainerDirective;
    readonly figure: string;
    readonly above: readonly string[];
  }[] = [];
  /** The ids of its questions and predictions. */
  readonly #ids = new Set<string>();

  constructor(page: string, references: References, problems: Problems, writing: Writing) {
    this.#references = references;
    this.#problems = problems;
    this.#writer = new HtmlWriter(references, problems, writing);
    this.#questions = new QuestionReader(page, this.#writer, problems);
    this.#predictions = new PredictionReader(page, this.#writer, problems);
  }

  blocks(root: Root): Block[] {
    const blocks: Block[] = [];
    let prose: RootContent[] = [];
    const flush = () => {
      if (prose.length > 0) blocks.push({ kind: 'text', html: this.#writer.write(prose) });
      prose = [];
    };
    for (const node of root.children) {
      if (node.type === 'yaml') continue;
      if (node.type === 'leafDirective' || node.type === 'containerDirective') {
        flush();
        const block = node.type === 'leafDirective' ? this.#leaf(node) : this.#container(node);
        if (block !== undefined) blocks.push(block);
      } else {
        prose.push(node);
      }
    }
    flush();
    this.#checkKept();
    return blocks;
  }

  /** A hidden figure has to follow its prediction, because a figure that is already visible cannot be predicted. */
  #checkKept(): void {
    for (const { directive, figure, above } of this.#keeping) {
      if (!this.#figures.has(figure)) {
        this.#problems.report(directive, unknownName('figure on this page', figure, this.#figures.keys()));
      } else if (above.includes(figure)) {
        this.#problems.report(directive, `The figure “${figure}” is above its prediction, but has to follow it.`);
      }
    }
  }

  /** Called after `blocks`, because a task may ask for a figure below it. */
  reaches(): readonly Reach[] {
    const reader = new ReachReader(this.#figures, this.#references.figures, this.#problems);
    return this.#asked.flatMap(({ directive, reach }) => {
      if (reach !== undefined) return [reader.read(directive, reach)];
      // A page without figures has nothing to set.
      if (directive.name === 'do' && this.#figures.size > 0) {
        this.#problems.report(directive, 'A task needs the state of a figure that it asks for: add “reach=…”.');
      }
      return [];
    });
  }

  #leaf(directive: LeafDirective): Block | undefined {
    switch (directive.name) {
      case 'figure':
        return this.#figure(directive);
      case 'three-ways':
        return this.#threeWays(directive);
      default:
        return this.#unknown(directive, LEAVES, CONTAINERS);
    }
  }

  #container(directive: ContainerDirective): Block | undefined {
    switch (directive.name) {
      case 'do': {
        const reach = attributesOf(directive, ['reach'], this.#problems).get('reach');
        this.#asked.push({ directive, reach });
        const figures = [...new Set((reach ?? '').match(/(?<![\w.-])[a-z][a-z0-9-]*(?=\.)/g))];
        return { kind: 'do', html: this.#words(directive), figures };
      }
      case 'note':
        attributesOf(directive, [], this.#problems);
        return { kind: 'note', html: this.#words(directive) };
      case 'question':
        return this.#question(directive);
      case 'predict':
        return this.#prediction(directive);
      default:
        return this.#unknown(directive, CONTAINERS, LEAVES);
    }
  }

  #words(directive: ContainerDirective): Html {
    if (directive.children.length === 0) this.#problems.report(directive, `This “${directive.name}” says nothing.`);
    return this.#writer.write(directive.children);
  }

  #figure(directive: LeafDirective): FigureBlock | undefined {
    this.#figureCount += 1;
    const figure = readFigure(directive, `f${this.#figureCount}`, this.#references.figures, this.#problems);
    if (figure === undefined) return undefined;
    if (this.#figures.has(figure.id)) {
      this.#problems.report(directive, `There is another figure “${figure.id}” on this page; give it its own id.`);
    }
    this.#figures.set(figure.id, figure);
    return figure;
  }

  #question(directive: ContainerDirective): QuestionBlock | undefined {
    const reach = directive.attributes?.reach;
    this.#asked.push({ directive, reach: reach ?? undefined });
    return this.#questions.read(directive, this.#ownId(directive, 'q'));
  }

  #prediction(directive: ContainerDirective): PredictionBlock | undefined {
    const figure = directive.attributes?.reveals ?? undefined;
    if (figure !== undefined) this.#keeping.push({ directive, figure, above: [...this.#figures.keys()] });
    return this.#predictions.read(directive, this.#ownId(directive, 'p'));
  }

  /**
   * The id under which answers are stored: `q` or `p` and a number. It is written in the source and never changes, so
   * that a stored answer belongs to the same question when questions are added, moved or reworded.
   */
  #ownId(directive: ContainerDirective, letter: 'q' | 'p'): string {
    const id = directive.attributes?.id ?? '';
    if (!new RegExp(`^${letter}[1-9]\\d*$`).test(id)) {
      this.#problems.report(
        directive,
        `“${directive.name}” needs its own id, such as “id=${letter}1”: “${letter}” and a number.`,
      );
    } else if (this.#ids.has(id)) {
      this.#problems.report(directive, `Another “${directive.name}” on this page has the id “${id}”.`);
    }
    this.#ids.add(id);
    return id;
  }

  #threeWays(directive: LeafDirective): Block | undefined {
    const attributes = attributesOf(directive, ['subject'], this.#problems);
    const subject = requiredAttribute(directive, attributes, 'subject', this.#problems);
    if (subject === undefined) return undefined;
    const { subjects } = this.#references;
    if (!subjects.has(subject)) this.#problems.report(directive, unknownName('subject', subject, subjects));
    return { kind: 'three-ways', subject };
  }

  /** `here`: elements that can be written with this number of colons; `elsewhere`: those with another number. */
  #unknown(
    directive: ContainerDirective | LeafDirective,
    here: readonly string[],
    elsewhere: readonly string[],
  ): undefined {
    if (elsewhere.includes(directive.name)) {
      const colons = LEAVES.includes(directive.name) ? '::' : ':::';
      this.#problems.report(directive, `“${directive.name}” is written “${colons}${directive.name}”.`);
    } else if (Object.hasOwn(INSIDE, directive.name)) {
      this.#problems.report(directive, `“${directive.name}” belongs inside a “:::${INSIDE[directive.name]}”.`);
    } else {
      reportUnknown(directive, [...here, ...elsewhere], this.#problems);
    }
  }
}
