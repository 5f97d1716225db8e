/** Markdown as a tree, including the elements of a lesson. */
import type { Nodes, Root } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { nestFences } from './nest-fences';
import { type Problems, unknownName } from './problems';

export type Directive = ContainerDirective | LeafDirective | TextDirective;

const PARSER = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDirective).use(remarkFrontmatter);

export function parseMarkdown(text: string, problems: Problems): Root {
  const nested = nestFences(text, problems);
  const root = PARSER.parse(nested);
  setApart(root, nested);
  return root;
}

/** `$$…$$` alone in a paragraph is a displayed formula, even if it is written on one line. */
function setApart(node: Nodes, text: string): void {
  if (!('children' in node)) return;
  for (const [index, child] of node.children.entries()) {
    const [only, more] = child.type === 'paragraph' ? child.children : [];
    const isApart = only?.type === 'inlineMath' && more === undefined;
    if (isApart && text.startsWith('$$', only.position?.start.offset)) {
      const { value, position } = only;
      node.children[index] = { type: 'math', value, ...(position === undefined ? {} : { position }) };
    } else {
      setApart(child, text);
    }
  }
}

/** The attributes of an element; unknown ones are reported. */
export function attributesOf(
  directive: Directive,
  known: readonly string[],
  problems: Problems,
): ReadonlyMap<string, string> {
  const attributes = Object.entries(directive.attributes ?? {});
  for (const [name] of attributes.filter(([name]) => !known.includes(name))) {
    problems.report(
      directive,
      `“${directive.name}” has no attribute “${name}”; it has ${listed(known)}. (Put a value with spaces in quotes.)`,
    );
  }
  return new Map(attributes.map(([name, value]) => [name, value ?? '']));
}

/** A required attribute; if missing, it is reported and empty. */
export function requiredAttribute(
  directive: Directive,
  attributes: ReadonlyMap<string, string>,
  name: string,
  problems: Problems,
): string | undefined {
  const value = attributes.get(name);
  if (value === undefined) problems.report(directive, `“${directive.name}” needs “${name}”.`);
  return value;
}

export function reportUnknown(directive: Directive, known: readonly string[], problems: Problems): void {
  problems.report(directive, unknownName('element', directive.name, known));
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}
