import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHAPTERS_OF_BOOK, LECTURE_PARTS } from '../../web/lessons/book/contents';
import { NAMES } from '../../web/lessons/book/names';
import { readLessons } from '../../web/lessons/compile/read-lessons';
import ledger from '../golden/ledger.json';

const { guide, pages } = readLessons('web/lessons');
const SECTIONS = CHAPTERS_OF_BOOK.flatMap(({ sections }) => sections);
const FIGURES = SECTIONS.flatMap(({ figures }) => figures.map(({ id }) => id));

describe('the book’s contents', () => {
  it('have each figure of the first three chapters once, in order', () => {
    const upTo = (chapter: number, count: number) => Array.from({ length: count }, (_, i) => `${chapter}-${i + 1}`);
    expect(FIGURES).toEqual([...upTo(1, 24), ...upTo(2, 14), ...upTo(3, 5)]);
  });

  it('have sections that differ in chapter or title', () => {
    const ids = SECTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(CHAPTERS_OF_BOOK.map(({ id }) => id)).toEqual(['Preface', '1', '2', '3', 'A']);
  });
});

describe('the pages', () => {
  const covered = guide.flatMap((chapter) => chapter.pages);

  it('cover every section and every figure of the book', () => {
    const sections = new Set(covered.flatMap((page) => page.sections));
    const figures = new Set(covered.flatMap((page) => page.figures));
    expect(SECTIONS.filter(({ id }) => !sections.has(id)).map(({ id }) => id)).toEqual([]);
    expect(FIGURES.filter((figure) => !figures.has(figure))).toEqual([]);
  });

  it('show a figure only of a section they cover', () => {
    for (const { id, sections, figures } of covered) {
      const theirs = SECTIONS.filter((section) => sections.includes(section.id)).flatMap((section) =>
        section.figures.map((figure) => figure.id),
      );
      expect(theirs, id).toEqual(expect.arrayContaining([...figures]));
    }
  });

  it('correspond to every part of the lecture, which are those of its printed numbers', () => {
    const heard = new Set([...pages.values()].flatMap(({ front }) => front.source.lecture));
    expect([...heard].toSorted()).toEqual(Object.keys(LECTURE_PARTS).toSorted());
    expect(ledger.filter(({ source }) => source.includes('lecture')).length).toBeGreaterThan(40);
  });

  it('tell teachers what a reader can do afterwards, and how long the page takes', () => {
    for (const { needs } of guide) expect(needs.length).toBeGreaterThan(0);
    for (const { id, goal, minutes } of covered) {
      expect(goal, id).toMatch(/^[A-Z].*\.$/);
      expect(minutes, id).toBeLessThanOrEqual(20);
    }
  });
});

describe('the names', () => {
  const core = readdirSync('wasm/core', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[ch]pp$/.test(file))
    .map((file) => readFileSync(join('wasm/core', file), 'utf8'))
    .join('\n');

  it.each(NAMES.flatMap(({ names }) => names).map(({ ours, book }) => [ours, book] as const))(
    'the core has %s, for the book’s %s',
    (ours) => {
      expect(core).toMatch(new RegExp(String.raw`\b${ours}\b`));
    },
  );

  it('are all different', () => {
    const books = NAMES.flatMap(({ names }) => names).map(({ book }) => book);
    expect(new Set(books).size).toBe(books.length);
  });
});
