/** The lessons for the tests. */
import { fileURLToPath } from 'node:url';
import { readFolder } from '../../web/lessons/compile/plugin.js';
import type { LessonPage, QuestionBlock } from '../../web/lessons/lesson';
import { expect, type Locator, type Page } from './minifactory';

export const FOLDER = fileURLToPath(new URL('../../web/lessons', import.meta.url));

/** The pages of a chapter, compiled. */
export async function pagesOf(chapter: string): Promise<readonly LessonPage[]> {
  const { found } = await readFolder(FOLDER);
  return [...found.pages.values()].map(({ page }) => page).filter(({ id }) => id.startsWith(`${chapter}/`));
}

export const questionsOf = ({ blocks }: LessonPage): readonly QuestionBlock[] =>
  blocks.filter((block): block is QuestionBlock => block.kind === 'question');

/** Has everything shown that a page wants predicted first. `id`: of the page, which has to be there already or to come. */
export async function showPredicted(page: Page, id: string): Promise<void> {
  const idOf = (element: Element) => (element as Element & { page: { id: string } }).page.id;
  await expect.poll(() => page.locator('mf-lesson-page').evaluate(idOf)).toBe(id);
  // They are drawn after the page is.
  const waiting = (element: Element) =>
    (element as Element & { page: LessonPage }).page.blocks.filter(({ kind }) => kind === 'predict').length;
  const predictions = await page.locator('mf-lesson-page').evaluate(waiting);
  const cards = page.locator('mf-prediction');
  await expect(cards).toHaveCount(predictions);
  const isDrawn = (card: Element) => (card as Element & { hasUpdated?: boolean }).hasUpdated === true;
  for (const card of await cards.all()) await expect.poll(() => card.evaluate(isDrawn)).toBe(true);
  // A curve to draw is loaded first; until then its buttons are hidden.
  await expect(page.locator('mf-prediction[pending]')).toHaveCount(0);
  const show = page.getByRole('button', { name: 'Show without predicting' });
  for (let left = await show.count(); left > 0; left -= 1) {
    await show.first().click();
    await expect(show).toHaveCount(left - 1);
  }
}

/** Waits until a page is there with all its figures, also those that wait for a prediction. */
export async function expectPage(page: Page, { id, title, blocks }: LessonPage): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  await showPredicted(page, id);
  await expect(page.locator('mf-figure-slot figure').first()).toBeVisible();
  const figures = blocks.filter(({ kind }) => kind === 'figure').length;
  await expect(page.locator('mf-figure-slot')).toHaveCount(figures);
  await expect(page.locator('mf-figure-slot .loading')).toHaveCount(0);
  await expect(page.locator('mf-lesson-page [role=alert]')).toHaveCount(0);
}

/** Presses Tab until this element has the focus, like a reader without a mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  // Looked up once, because looking it up takes longer than a key press.
  const element = await target.elementHandle();
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab');
    if (await element?.evaluate((node) => node.matches(':focus'))) return;
  }
  throw new Error('The focus never came there.');
}

/** Answers a question by keyboard. */
export async function answerByKeyboard(page: Page, card: Locator, { answer }: QuestionBlock): Promise<void> {
  if (answer.kind === 'number') {
    await tabTo(page, card.getByRole('textbox'));
    await page.keyboard.type(String(answer.value));
  } else {
    const several = answer.options.filter(({ right }) => right).length > 1;
    for (const [place, { right }] of answer.options.entries()) {
      if (!several && place > 0) break;
      if (several && !right) continue;
      await tabTo(page, card.locator('input').nth(place));
      await page.keyboard.press('Space');
    }
    const place = answer.options.findIndex(({ right }) => right);
    for (let presses = 0; presses < (several ? 0 : place); presses += 1) await page.keyboard.press('ArrowDown');
    await expect(card.locator('input').nth(place)).toBeChecked();
  }
  await page.keyboard.press('Enter');
  await expect(card).toContainText('Right.');
}
