/** The glossary's Markdown: a `###` heading for each term, with its meaning below. */
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { GlossaryEntry } from '../lesson';
import { HtmlWriter } from './html';
import { parseMarkdown } from './markdown';
import { type Problem, Problems } from './problems';
import { type References, slug } from './references';

interface Section {
  readonly heading: RootContent;
  readonly term: string;
  readonly body: RootContent[];
}

export function termIds(text: string): ReadonlySet<string> {
  return new Set(sectionsOf(text, new Problems()).map(({ term }) => slug(term)));
}

export function compileGlossary(
  text: string,
  references: References,
): { readonly entries: readonly GlossaryEntry[]; readonly problems: readonly Problem[] } {
  const problems = new Problems();
  const writer = new HtmlWriter(references, problems);
  const seen = new Set<string>();
  const entries = sectionsOf(text, problems).map(({ heading, term, body }) => {
    const id = slug(term);
    if (seen.has(id)) problems.report(heading, `“${term}” has two entries.`);
    if (body.length === 0) problems.report(heading, `“${term}” has no text.`);
    seen.add(id);
    return { id, term, html: writer.write(body) };
  });
  return { entries: entries.sort((a, b) => a.term.localeCompare(b.term, 'en')), problems: problems.found };
}

function sectionsOf(text: string, problems: Problems): readonly Section[] {
  const sections: Section[] = [];
  for (const node of parseMarkdown(text, problems).children) {
    if (node.type === 'heading' && node.depth === 3) {
      sections.push({ heading: node, term: textOf(node), body: [] });
      continue;
    }
    const section = sections.at(-1);
    if (section === undefined) problems.report(node, 'The glossary begins with a term: “### term”.');
    else section.body.push(node);
  }
  return sections;
}
