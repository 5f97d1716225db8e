/** One lesson's Markdown as the blocks of its page. */
import type { Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Block, FigureBlock, LessonPage, QuestionBlock } from '../lesson';
import { readFigure } from './figure';
import { readFrontMatter } from './front-matter';
import { HtmlWriter } from './html';
import { attributesOf, parseMarkdown, reportUnknown, requiredAttribute } from './markdown';
import { type Problem, Problems, unknownName } from './problems';
import { QuestionReader } from './question';
import type { References } from './references';

const LEAVES = ['figure', 'three-ways'];
const CONTAINERS = ['do', 'note', 'question'];

export interface CompiledPage {
  readonly page: LessonPage;
  readonly problems: readonly Problem[];
}

export function compilePage(text: string, id: string, references: References): CompiledPage {
  const problems = new Problems();
  const root = parseMarkdown(text, problems);
  // Where elements do not end, everything after them is read amiss: that is not worth telling.
  const isCutShort = problems.found.length > 0;
  const frontMatter = readFrontMatter(root, problems);
  const blocks = isCutShort ? [] : new PageReader(references, problems).blocks(root);
  if (!isCutShort) reportMissing(blocks, problems);
  return { page: { id, ...frontMatter, blocks }, problems: problems.found };
}

function reportMissing(blocks: readonly Block[], problems: Problems): void {
  const kinds = new Set(blocks.map(({ kind }) => kind));
  if (!kinds.has('do')) problems.report(1, 'The page has nothing to do: add a “:::do”.');
  if (!kinds.has('question')) problems.report(1, 'The page asks nothing: add a “:::question”.');
}

class PageReader {
  readonly #references: References;
  readonly #problems: Problems;
  readonly #writer: HtmlWriter;
  readonly #questions: QuestionReader;
  readonly #figureIds = new Set<string>();
  #figureCount = 0;
  #questionCount = 0;

  constructor(references: References, problems: Problems) {
    this.#references = references;
    this.#problems = problems;
    this.#writer = new HtmlWriter(references, problems);
    this.#questions = new QuestionReader(this.#writer, problems);
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
    return blocks;
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
      case 'do':
      case 'note': {
        attributesOf(directive, [], this.#problems);
        if (directive.children.length === 0) this.#problems.report(directive, `This “${directive.name}” says nothing.`);
        return { kind: directive.name, html: this.#writer.write(directive.children) };
      }
      case 'question':
        return this.#question(directive);
      default:
        return this.#unknown(directive, CONTAINERS, LEAVES);
    }
  }

  #figure(directive: LeafDirective): FigureBlock | undefined {
    this.#figureCount += 1;
    const figure = readFigure(directive, `f${this.#figureCount}`, this.#references.figures, this.#problems);
    if (figure !== undefined && this.#figureIds.has(figure.id)) {
      this.#problems.report(
        directive,
        `There is another figure “${figure.id}” on this page; give it an id of its own.`,
      );
    }
    if (figure !== undefined) this.#figureIds.add(figure.id);
    return figure;
  }

  #question(directive: ContainerDirective): QuestionBlock | undefined {
    this.#questionCount += 1;
    return this.#questions.read(directive, `q${this.#questionCount}`);
  }

  #threeWays(directive: LeafDirective): Block | undefined {
    const attributes = attributesOf(directive, ['subject'], this.#problems);
    const subject = requiredAttribute(directive, attributes, 'subject', this.#problems);
    if (subject === undefined) return undefined;
    const { subjects } = this.#references;
    if (!subjects.has(subject)) this.#problems.report(directive, unknownName('subject', subject, subjects));
    return { kind: 'three-ways', subject };
  }

  /** `here`: what can be written with as many colons; `elsewhere`: what is written with another number of them. */
  #unknown(
    directive: ContainerDirective | LeafDirective,
    here: readonly string[],
    elsewhere: readonly string[],
  ): undefined {
    if (elsewhere.includes(directive.name)) {
      const colons = LEAVES.includes(directive.name) ? '::' : ':::';
      this.#problems.report(directive, `“${directive.name}” is written “${colons}${directive.name}”.`);
    } else if (['hint', 'explain'].includes(directive.name)) {
      this.#problems.report(directive, `“${directive.name}” stands inside a “:::question”.`);
    } else {
      reportUnknown(directive, [...here, ...elsewhere], this.#problems);
    }
  }
}
