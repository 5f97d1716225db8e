import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { courseText } from '../../web/lessons/compile/course-text';
import { readLessons } from '../../web/lessons/compile/read-lessons';

describe('the text of the course', () => {
  const library = readLessons(resolve('web/lessons'));
  const text = courseText(library);
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, one]) => one);

  it('has every lesson and every term once, under its address', () => {
    const ids = found(/\bid="([^"]*)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of library.pages.keys()) expect(ids).toContain(`lessons/${id}`);
    for (const { id } of library.glossary) expect(ids).toContain(`lessons/glossary/${id}`);
  });

  it('links only to itself and to the page', () => {
    const ids = new Set(found(/\bid="([^"]*)"/g));
    const links = found(/\bhref="([^"]*)"/g);
    expect(links.length).toBeGreaterThan(200);
    expect(links.filter((link) => !link?.startsWith('./index.html#') && !ids.has(link?.slice(1)))).toEqual([]);
  });

  it('hides answers until the reader asks for them', () => {
    const questions = [...library.pages.values()].flatMap(({ page }) =>
      page.blocks.filter(({ kind }) => kind === 'question' || kind === 'predict'),
    );
    expect(found(/(<details>)/g)).toHaveLength(questions.length);
  });
});
