/** What stands between the `---` lines at the top of a lesson. */
import type { Root } from 'mdast';
import { parseDocument } from 'yaml';
import type { Problems } from './problems';

export interface FrontMatter {
  readonly title: string;
  readonly question: string;
  readonly leads: string;
}

const FIELDS = {
  title: 'what the page is called',
  question: 'the question it starts from',
  leads: 'where it leads',
} as const satisfies Record<keyof FrontMatter, string>;

export function readFrontMatter(root: Root, problems: Problems): FrontMatter {
  const node = root.children[0]?.type === 'yaml' ? root.children[0] : undefined;
  const document = parseDocument(node?.value ?? '');
  for (const error of document.errors) {
    // Counted within the front matter, whose first line is the second of the file.
    problems.report(
      (error.linePos?.[0].line ?? 1) + 1,
      `The front matter cannot be read: ${error.message.split(' at line')[0]}.`,
    );
  }
  const fields: Record<string, unknown> = (document.errors.length === 0 ? document.toJS() : null) ?? {};
  const read = (name: keyof FrontMatter): string => {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (document.errors.length === 0) {
      problems.report(1, `The front matter needs “${name}: …”, ${FIELDS[name]}.`);
    }
    return '';
  };
  for (const name of Object.keys(fields).filter((name) => !(name in FIELDS))) {
    problems.report(1, `The front matter has no field “${name}”; it has ${Object.keys(FIELDS).join(', ')}.`);
  }
  return { title: read('title'), question: read('question'), leads: read('leads') };
}
