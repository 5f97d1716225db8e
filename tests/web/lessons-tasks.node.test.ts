/** Where the tasks of the lessons stand: before the figures they are about, however tall these are. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readFolder } from '../../web/lessons/compile/plugin.js';
import type { LessonPage } from '../../web/lessons/lesson';
import { isWork, worked } from '../../web/lessons/worked';

const FOLDER = fileURLToPath(new URL('../../web/lessons', import.meta.url));

/** The kinds of the parts as a page shows them, from top to bottom; a figure with its id. */
function shown({ blocks }: LessonPage): readonly string[] {
  return worked(blocks).flatMap((part) =>
    (isWork(part) ? part : [part]).map((block) => (block.kind === 'figure' ? `figure ${block.id}` : block.kind)),
  );
}

test('in every lesson a task stands before the figures it is about', async () => {
  const { found } = await readFolder(FOLDER);
  const pages = [...found.pages.values()].map(({ page }) => page);
  const wrong = pages.flatMap((page) => {
    const order = shown(page);
    const tasks = worked(page.blocks)
      .flatMap((part) => (isWork(part) ? part : [part]))
      .flatMap((block, place) => (block.kind === 'do' ? [{ place, figures: block.figures }] : []));
    return tasks.flatMap(({ place, figures }) => {
      const late = figures.filter((id) => order.indexOf(`figure ${id}`) < place);
      const followsFigure = order[place - 1]?.startsWith('figure') === true && figures.length === 0;
      return late.length > 0 || followsFigure ? [`${page.id}: part ${place + 1}, ${late.join() || 'no figure'}`] : [];
    });
  });
  expect(pages.length).toBeGreaterThan(60);
  expect(wrong).toEqual([]);
});
