/** All lessons and the glossary in a folder: `1-chapter/2-page.md`, `1-chapter/chapter.yaml`, `glossary.md`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Block, Chapter, GlossaryEntry, Guide, LessonPage, PageGuide, SearchText } from '../lesson';
import type { FrontMatter } from './front-matter';
import { compileGlossary, termIds } from './glossary';
import { FOR_PAGES } from './html';
import { minutesOf } from './minutes';
import { compilePage } from './page';
import type { Problem } from './problems';
import type { Reach } from './reach';
import type { References } from './references';
import { plainText } from './text';

export interface Fault extends Problem {
  /** Absolute path. */
  readonly file: string;
}

interface PageFile {
  readonly file: string;
  readonly id: string;
}

interface ChapterFolder {
  /** Its chapter.yaml. */
  readonly file: string;
  readonly id: string;
  readonly number: number;
  readonly pages: readonly PageFile[];
}

/** The things that lessons may refer to, except pages and terms, which are found in the folder itself. */
export type Surroundings = Omit<References, 'pages' | 'terms'>;

export interface LibraryPage {
  readonly file: string;
  readonly page: LessonPage;
  readonly front: FrontMatter;
  readonly reaches: readonly Reach[];
}

export interface Library {
  readonly chapters: readonly Chapter[];
  /** By id, in reading order. */
  readonly pages: ReadonlyMap<string, LibraryPage>;
  readonly glossary: readonly GlossaryEntry[];
  readonly guide: Guide;
  readonly texts: readonly SearchText[];
  readonly faults: readonly Fault[];
}

export function readLibrary(folder: string, surroundings: Surroundings, writing = FOR_PAGES): Library {
  const faults: Fault[] = [];
  const folders = chapterFolders(folder, faults);
  const glossaryFile = join(folder, 'glossary.md');
  const glossaryText = readFileSync(glossaryFile, 'utf8');
  const pageIds = new Set(folders.flatMap(({ pages }) => pages.map(({ id }) => id)));
  const references = { ...surroundings, pages: pageIds, terms: termIds(glossaryText) };
  const glossary = compileGlossary(glossaryText, references);
  faults.push(...glossary.problems.map((problem) => ({ ...problem, file: glossaryFile })));

  const pages = new Map<string, LibraryPage>();
  for (const { file, id } of folders.flatMap((chapter) => chapter.pages)) {
    const { problems, ...compiled } = compilePage(readFileSync(file, 'utf8'), id, references, writing);
    pages.set(id, { file, ...compiled });
    faults.push(...problems.map((problem) => ({ ...problem, file })));
  }
  const pageOf = (id: string) => (pages.get(id) as LibraryPage).page;
  const guide = folders.map((folder) => ({
    id: folder.id,
    number: folder.number,
    title: titleOf(folder.id),
    needs: readNeeds(folder.file, faults),
    pages: folder.pages.map(({ id }) => guideOf(pages.get(id) as LibraryPage)),
  }));
  return {
    chapters: folders.map(({ id, number, pages: files }) => ({
      id,
      number,
      title: titleOf(id),
      pages: files.map((file) => nameOf(pageOf(file.id))),
    })),
    pages,
    glossary: glossary.entries,
    guide,
    texts: [...[...pages.values()].map(({ page }) => pageText(page)), ...glossary.entries.map(termText)],
    faults,
  };
}

function chapterFolders(folder: string, faults: Fault[]): readonly ChapterFolder[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return numbered(names.map(({ name }) => name)).map(({ number, name, whole }) => {
    const path = join(folder, whole);
    const files = readdirSync(path).filter((file) => file.endsWith('.md'));
    const pages = numbered(files.map((file) => file.slice(0, -'.md'.length)));
    for (const file of files) {
      const page = pages.find(({ whole }) => `${whole}.md` === file);
      const twin = pages.find(({ number, name }) => page !== undefined && name !== page.name && number === page.number);
      const sentence =
        page === undefined
          ? 'A lesson’s file is called “<number>-<name>.md”, the name in small letters, digits and hyphens.'
          : twin && `The number ${twin.number} is already used by “${twin.whole}.md”.`;
      if (sentence !== undefined) faults.push({ file: join(path, file), line: 1, sentence });
    }
    return {
      file: join(path, 'chapter.yaml'),
      id: name,
      number,
      pages: pages.map((page) => ({ file: join(path, `${page.whole}.md`), id: `${name}/${page.name}` })),
    };
  });
}

/** `needs` of a chapter.yaml: what readers should already know. */
function readNeeds(file: string, faults: Fault[]): readonly string[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { needs } = (parseDocument(text, { schema: 'failsafe' }).toJS() ?? {}) as { readonly needs?: unknown };
  if (Array.isArray(needs) && needs.length > 0 && needs.every((need) => typeof need === 'string')) return needs;
  faults.push({
    file,
    line: 1,
    sentence: 'A chapter needs “needs”: what its readers should know, with a line “- …” for each.',
  });
  return [];
}

function guideOf({ page, front }: LibraryPage): PageGuide {
  const { goal, misconceptions, source } = front;
  const asked = page.blocks.flatMap((block) => (block.kind === 'question' ? [block.asks] : []));
  const asks = {
    arithmetic: asked.filter((one) => one === 'arithmetic').length,
    judgement: asked.filter((one) => one === 'judgement').length,
  };
  const { sections, figures } = source;
  const { id, title } = page;
  return { id, title, goal, minutes: minutesOf(page.blocks), misconceptions, sections, figures, asks };
}

/** The entries of the form `<number>-<name>`, sorted by number. */
function numbered(names: readonly string[]): { number: number; name: string; whole: string }[] {
  return names
    .flatMap((whole) => {
      const match = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(whole);
      return match === null ? [] : [{ number: Number(match[1]), name: match[2] as string, whole }];
    })
    .sort((a, b) => a.number - b.number);
}

/** `from-scratch` → `From scratch`. */
function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function nameOf({ id, title, question, blocks }: LessonPage) {
  const questions = blocks.flatMap((block) => (block.kind === 'question' ? [block.id] : []));
  return { id, title, question, questions };
}

function pageText({ id, title, question, leads, blocks }: LessonPage): SearchText {
  const text = [question, ...blocks.map(blockText), leads].filter((part) => part !== '').join(' ');
  return { kind: 'page', id, title, text };
}

/** Answers are left out, because readers are to find them. */
function blockText(block: Block): string {
  return 'html' in block ? plainText(block.html) : '';
}

function termText({ id, term, html }: GlossaryEntry): SearchText {
  return { kind: 'term', id, title: term, text: plainText(html) };
}
