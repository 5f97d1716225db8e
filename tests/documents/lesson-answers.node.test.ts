import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLessons } from '../../web/lessons/compile/read-lessons';
import { plainText } from '../../web/lessons/compile/text';
import { isAnswered, readProgress } from '../../web/lessons/progress';

type Questions = Readonly<Record<string, Readonly<Record<string, string>>>>;

const path = fileURLToPath(new URL('./0.1.0/lesson-questions.json', import.meta.url));
const earlier = JSON.parse(readFileSync(path, 'utf8')) as Questions;
const { chapters, pages } = readLessons('web/lessons');

/** The questions of a page today, by id. */
const questionsOf = (page: string): ReadonlyMap<string, string> =>
  new Map(
    (pages.get(page)?.page.blocks ?? []).flatMap((block) =>
      block.kind === 'question' ? [[block.id, block.html]] : [],
    ),
  );

/** Words outside formulas, which Markdown and HTML have in common. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = plainText(text.replace(/<math.*?<\/math>|\$[^$]*\$/gs, ' ')).toLowerCase();
  return new Set(words.match(/[a-z0-9][a-z0-9.’]*(?<!\.)/g));
}

/** The share of words that two texts have in common. */
function similarity(one: string, other: string): number {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const both = [...left].filter((word) => right.has(word)).length;
  return both / (left.size + right.size - both);
}

describe('answers to questions that version 0.1.0 stored by their position', () => {
  const stored = Object.entries(earlier).flatMap(([page, questions]) =>
    Object.entries(questions).map(([id, text]) => ({ page, id, text, now: questionsOf(page).get(id) })),
  );
  const kept = stored.flatMap(({ now, ...rest }) => (now === undefined ? [] : [{ ...rest, now }]));

  it.each(kept)('belong to the same question, even if it was reworded: $page $id', ({ text, now, page, id }) => {
    const others = [...questionsOf(page)].filter(([other]) => other !== id).map(([, html]) => similarity(text, html));
    expect(similarity(text, now)).toBeGreaterThan(Math.max(0.22, ...others));
  });

  it('are ignored if the question is gone or its right answer has changed', () => {
    const gone = stored.filter(({ now }) => now === undefined).map(({ page, id }) => `${page} ${id}`);
    expect(gone).toEqual([
      'foundations/two-matrices q1',
      'foundations/two-matrices q2',
      'fundamentals/network-curve q1',
      'from-scratch/careful-way q2',
    ]);
  });

  it('do not answer the questions that were added since', () => {
    const answered = Object.fromEntries(
      Object.entries(earlier).map(([page, questions]) => [page, Object.keys(questions)]),
    );
    const progress = readProgress(JSON.stringify({ visited: Object.keys(earlier), answered }));
    const names = chapters.flatMap(({ pages: each }) => each);
    const complete = names.filter((name) => isAnswered(progress, name)).map(({ id }) => id);
    const unchanged = names.filter(({ id, questions }) =>
      questions.every((question) => Object.hasOwn(earlier[id] ?? {}, question)),
    );
    expect(complete).toEqual(unchanged.map(({ id }) => id));
    expect(complete.length).toBeLessThan(names.length / 2);
  });
});
