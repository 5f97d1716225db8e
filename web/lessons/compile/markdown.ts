/** Markdown as a tree, with the elements of a lesson in it. */
import type { Root } from 'mdast';
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
  return PARSER.parse(nestFences(text, problems));
}

/** The attributes of an element; those it does not have are reported. */
export function attributesOf(
  directive: Directive,
  known: readonly string[],
  problems: Problems,
): ReadonlyMap<string, string> {
  const attributes = Object.entries(directive.attributes ?? {});
  for (const [name] of attributes.filter(([name]) => !known.includes(name))) {
    problems.report(directive, `“${directive.name}” has no attribute “${name}”; it has ${listed(known)}.`);
  }
  return new Map(attributes.map(([name, value]) => [name, value ?? '']));
}

/** An attribute that has to be there; reported and empty where it is not. */
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
