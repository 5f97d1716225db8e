/** The prose of a lesson as HTML: only our own elements, no styles, no images, nothing from other sites. */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Link, Nodes, Root, RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { type Handler, type Raw, toHast } from 'mdast-util-to-hast';
import { toString as textOf } from 'mdast-util-to-string';
import { formula } from '../../explanations/compiler/mathml.js';
import { hashOf, hashOfPage } from '../place';
import { attributesOf, type Directive, reportUnknown, requiredAttribute } from './markdown';
import { type Problems, unknownName } from './problems';
import { type References, slug } from './references';

const INLINE = ['term', 'page', 'playground'];

/** How to write prose: for our own page, or for export. */
export interface Writing {
  /** MathML, or LaTeX between `\(` and `\)` for a page that can display it. */
  readonly formulas: 'mathml' | 'latex';
  /** Whether terms and pages become links; otherwise only their words are kept. */
  readonly links: boolean;
  /** XML requires an end for every tag. */
  readonly isXml: boolean;
}

export const FOR_PAGES: Writing = { formulas: 'mathml', links: true, isXml: false };

export class HtmlWriter {
  readonly #references: References;
  readonly #problems: Problems;
  readonly #writing: Writing;

  constructor(references: References, problems: Problems, writing = FOR_PAGES) {
    this.#references = references;
    this.#problems = problems;
    this.#writing = writing;
  }

  write(nodes: readonly Nodes[]): string {
    const root: Root = { type: 'root', children: nodes as RootContent[] };
    const tree = toHast(root, {
      allowDangerousHtml: true,
      handlers: {
        math: this.#formula(true),
        inlineMath: this.#formula(false),
        textDirective: (_, node: TextDirective) => this.#inline(node),
        leafDirective: this.#misplaced,
        containerDirective: this.#misplaced,
        heading: this.#heading,
        link: this.#outside,
        html: this.#refused('HTML is not allowed here; use the elements of a lesson.'),
        image: this.#refused('Images are not allowed in a lesson; use a figure, which computes what it shows.'),
        imageReference: this.#refused(
          'Images are not allowed in a lesson; use a figure, which computes what it shows.',
        ),
        footnoteReference: this.#refused('A lesson has no footnotes; use “:::note”.'),
      },
    });
    return toHtml(tree, { allowDangerousHtml: true, closeSelfClosing: this.#writing.isXml }).trim();
  }

  #formula(display: boolean): Handler {
    return (_, node) => {
      if (this.#writing.formulas === 'latex') {
        return { type: 'text', value: display ? `\\[${node.value}\\]` : `\\(${node.value}\\)` };
      }
      try {
        return raw(formula(node.value, display ? 'block' : 'inline'));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.#problems.report(node, `The formula cannot be read: ${reason}`);
        return undefined;
      }
    };
  }

  #inline(node: TextDirective): ElementContent[] {
    const words = textOf(node);
    const attributes = node.attributes ?? {};
    if (!INLINE.includes(node.name)) {
      // The colon of `13:1` or `x:y` does not start an element.
      if (words === '' && Object.keys(attributes).length === 0) return [{ type: 'text', value: `:${node.name}` }];
      reportUnknown(node, INLINE, this.#problems);
      return [];
    }
    if (words === '') this.#problems.report(node, `“${node.name}” needs its words: “:${node.name}[words]”.`);
    return [this.#reference(node, words)];
  }

  #reference(node: TextDirective, words: string): ElementContent {
    switch (node.name) {
      case 'term': {
        const of = attributesOf(node, ['of'], this.#problems).get('of') ?? words;
        const { terms } = this.#references;
        const id = slug(of);
        if (!terms.has(id)) this.#problems.report(node, unknownName('glossary entry', of, terms));
        return this.#link(node, hashOf({ kind: 'glossary', term: id }), 'term');
      }
      case 'page': {
        const attributes = attributesOf(node, ['to'], this.#problems);
        const to = requiredAttribute(node, attributes, 'to', this.#problems) ?? '';
        const { pages } = this.#references;
        if (attributes.has('to') && !pages.has(to)) this.#problems.report(node, unknownName('page', to, pages));
        return this.#link(node, hashOfPage(to), 'page');
      }
      default: {
        const attributes = attributesOf(node, ['preset'], this.#problems);
        const preset = requiredAttribute(node, attributes, 'preset', this.#problems) ?? '';
        const { presets } = this.#references;
        if (attributes.has('preset') && !presets.has(preset)) {
          this.#problems.report(node, unknownName('preset', preset, presets));
        }
        return this.#link(node, `#train?preset=${preset}`, 'playground');
      }
    }
  }

  #link(node: TextDirective, href: string, kind: string): ElementContent {
    if (!this.#writing.links) return raw(this.write(node.children));
    return {
      type: 'element',
      tagName: 'a',
      properties: { href, className: [kind] },
      children: [raw(this.write(node.children))],
    };
  }

  readonly #misplaced: Handler = (_, node: Directive) => {
    this.#problems.report(node, `“${node.name}” cannot stand here.`);
    return undefined;
  };

  readonly #heading: Handler = (state, node) => {
    if (node.depth === 1)
      this.#problems.report(node, 'The title stands in the front matter; headings begin with “##”.');
    return { type: 'element', tagName: `h${node.depth}`, properties: {}, children: state.all(node) };
  };

  readonly #outside: Handler = (state, node: Link) => {
    if (!/^https:\/\//.test(node.url)) {
      this.#problems.report(
        node,
        `A link leads to “https://…”; within the lessons it is written “:page[words]{to=…}”.`,
      );
    }
    const properties = { href: node.url, rel: ['noreferrer'] };
    return { type: 'element', tagName: 'a', properties, children: state.all(node) };
  };

  #refused(sentence: string): Handler {
    return (_, node) => {
      this.#problems.report(node, sentence);
      return undefined;
    };
  }
}

function raw(value: string): Raw {
  return { type: 'raw', value };
}
