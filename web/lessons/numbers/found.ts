/** Finds every number in a lesson's Markdown, with its line and the kind of its place. */
import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { NUMBER, normalised, type Printed } from './printed';

/**
 * `text`: running text. `formula`: LaTeX. `code`: a listing or a name in the text. `answer`: what a question or a prediction takes as right.
 */
export type Place = 'text' | 'formula' | 'code' | 'answer';

export interface Passage {
  readonly place: Place;
  readonly line: number;
  /** As written: a paragraph without its markup, a formula's LaTeX, a listing, or the value of an attribute. */
  readonly text: string;
  /** The fields that a task asks the reader to set: `f1.rate=0.6`. */
  readonly reach: string;
}

export interface FoundNumber {
  readonly printed: Printed;
  readonly line: number;
  /** Where it begins and ends in its passage. */
  readonly start: number;
  readonly end: number;
}

/** Stands for a formula or a name within a paragraph; neither a digit nor a letter. */
const GAP = '\u{FFFC}';

/** Fields of the front matter that readers see. */
const SEEN_FIELDS = /^(title|question|leads|goal):(.*)$/;

/** Wrong items of a choice are left out, because they state false things; the replies to them are not. */
export function passagesOf(root: Root): readonly Passage[] {
  return root.children.flatMap((node) => passagesIn(node, ''));
}

function passagesIn(node: Nodes, reach: string): readonly Passage[] {
  const passage = (place: Place, text: string, line = lineOf(node)): Passage => ({ place, line, text, reach });
  switch (node.type) {
    case 'yaml':
      return node.value.split('\n').flatMap((text, index) => {
        const words = SEEN_FIELDS.exec(text)?.[2];
        return words === undefined ? [] : [passage('text', words, lineOf(node) + 1 + index)];
      });
    case 'code':
      return [passage('code', node.value, lineOf(node) + 1)];
    case 'math':
      return [passage('formula', node.value)];
    case 'leafDirective':
      return [];
    case 'containerDirective':
      return elementPassages(node, reach);
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return linePassages(node.children, reach);
    case 'listItem':
      return node.children
        .filter(({ type }) => node.checked !== false || type === 'list')
        .flatMap((child) => passagesIn(child, reach));
    default:
      return 'children' in node ? node.children.flatMap((child) => passagesIn(child, reach)) : [];
  }
}

function elementPassages(element: ContainerDirective, before: string): readonly Passage[] {
  const { answer, reach = before } = element.attributes ?? {};
  const inside = element.children.flatMap((child) => passagesIn(child, reach ?? ''));
  if (answer == null) return inside;
  const place = element.name === 'question' || element.name === 'predict' ? 'answer' : 'text';
  return [{ place, line: lineOf(element), text: answer, reach: before }, ...inside];
}

/** A paragraph's words as one passage; formulas and names are passages of their own. */
function linePassages(children: readonly PhrasingContent[], reach: string): readonly Passage[] {
  const [first] = children;
  if (first === undefined) return [];
  const aside: Passage[] = [];
  const text = children.map((child) => wordsOf(child, reach, aside)).join('');
  return [{ place: 'text', line: lineOf(first), text, reach }, ...aside];
}

function wordsOf(node: PhrasingContent, reach: string, aside: Passage[]): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineMath':
      aside.push({ place: 'formula', line: lineOf(node), text: node.value, reach });
      return GAP;
    case 'inlineCode':
      aside.push({ place: 'code', line: lineOf(node), text: node.value, reach });
      return GAP;
    case 'break':
      return '\n';
    default: {
      if (!('children' in node)) return GAP;
      // The colon of `13:x` does not start an element.
      if (node.type === 'textDirective' && node.children.length === 0) return `:${node.name}`;
      return node.children.map((child) => wordsOf(child, reach, aside)).join('');
    }
  }
}

/** The passages in running text and in listings. */
export function numbersIn({ place, line, text }: Passage): readonly FoundNumber[] {
  const readable = place === 'formula' ? withoutIndices(text) : text;
  return [...readable.matchAll(NUMBER)].map(({ 0: found, index }) => ({
    printed: normalised(found),
    line: line + (readable.slice(0, index).match(/\n/g)?.length ?? 0),
    start: index,
    end: index + found.length,
  }));
}

/** Removes indices, exponents and words, which cannot be wrong by a digit; everything else keeps its position. */
function withoutIndices(latex: string): string {
  return latex
    .replace(/\\(?:text|mathrm|mathsf|begin|end)\{[^}]*\}/g, (all) => ' '.repeat(all.length))
    .replace(/[_^]\s*(?:\{[^{}]*\}|\\?[A-Za-z0-9]+|.)/g, (all) => ' '.repeat(all.length))
    .replace(/\\[A-Za-z]+/g, (all) => ' '.repeat(all.length));
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
