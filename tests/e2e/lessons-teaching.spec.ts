import { expectReadable } from './barriers';
import { tabTo } from './lessons-page';
import { expect, LOOKS, type Page, test } from './minifactory';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

/** Goes to another place in the lessons without a reload. */
async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

test('whoever has the book open finds the page for a section in two clicks', async ({ page }) => {
  await page.goto('./#lessons');
  await expect(page.getByText('Deep Learning from Scratch')).toBeVisible();
  await page.getByRole('link', { name: 'By the book' }).click();
  await expect(heading(page, 'By the book')).toBeVisible();
  const row = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await expect(row('Code caveat #2: Type-checked functions').getByRole('link')).toHaveText('Arrays in code');
  await row('Step 2: A Nonlinear Function').getByRole('link', { name: 'The sigmoid', exact: true }).click();
  await expect(heading(page, 'The sigmoid')).toBeVisible();
  await expect(page.getByText('chapter 2, Step 2: A Nonlinear Function, figure 2-9')).toBeVisible();
  await page.getByRole('link', { name: 'the book', exact: true }).click();
  await page.getByRole('link', { name: 'Names: the book’s and ours' }).click();
  await expect(heading(page, 'Names: the book’s and ours')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '_input_grad' }).first()).toContainText(
    'compute_input_gradient',
  );
});

test('an exercise opens in the playground with its goal, and shows a solution when asked', async ({ page }) => {
  await page.goto('./#lessons/exercises');
  const exercise = page.locator('mf-exercises section').first();
  await expect(exercise).toContainText('Reach a test RMSE under 4.5');
  await expect(exercise.locator('.solution')).toHaveCount(0);
  await exercise.getByRole('button', { name: 'Show a solution of Bend the line' }).press('Enter');
  await expect(exercise.locator('.solution')).toBeFocused();
  await expect(exercise.locator('.solution')).toContainText('hidden layer of 13 sigmoid units');
  const solved = exercise.getByRole('link', { name: 'Open the solution in the playground' });
  await expect(solved).toHaveAttribute('href', /^#train\?r=1\..*&goal=test-rmse/);
  const start = exercise.getByRole('link', { name: 'Open it in the playground' });
  await expect(start).toHaveAttribute('href', /^#train\?preset=chapter-3-linear&goal=test-rmse/);
});

test('the questions of a chapter are printed with room for answers, or with the answers', async ({ page }) => {
  await page.goto('./#lessons/teaching');
  await page.getByRole('link', { name: 'Worksheet' }).first().click();
  await expect(heading(page, 'Worksheet: chapter 1, Foundations')).toBeVisible();
  const questions = page.locator('mf-sheet .question');
  const count = await questions.count();
  expect(count).toBeGreaterThan(20);
  await expect(page.locator('mf-sheet .answer')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('mf-sheet .screen')).toBeHidden();
  await expect(page.locator('mf-lessons-header')).toBeHidden();
  await expect(questions.first()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'Answer sheet' }).click();
  await expect(heading(page, 'Answer sheet: chapter 1, Foundations')).toBeVisible();
  await expect(page.locator('mf-sheet .answer')).toHaveCount(count);
  // The first question of the page about functions.
  await expect(questions.filter({ hasText: 'What is leaky ReLU of −1.5?' })).toContainText('-0.3');
  await go(page, '#lessons/worksheet/nowhere');
  await expect(heading(page, 'There is no such page')).toBeVisible();
});

test('in projector mode keys turn the parts of a page, and Escape leaves with the figures as they are', async ({
  page,
}) => {
  await page.goto('./#lessons/foundations/derivative?f1.point=2');
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const small = await size();
  const entry = page.getByRole('link', { name: 'Projector mode' });
  await tabTo(page, entry);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'The derivative')).toBeVisible();
  await expect(page.locator('mf-lessons-header')).toHaveCount(0);
  expect(await size()).toBeGreaterThan(1.2 * small);
  await expect(page.locator('mf-projector .slide')).toBeFocused();
  for (const key of ['ArrowRight', 'PageDown']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/#lessons\/projector\/foundations\/derivative\/3/);
  await expect(page.locator('mf-projector figure')).toBeVisible();
  await expect(page.locator('mf-projector .do')).toBeVisible();

  // Arrow keys still move a slider.
  const input = page.getByRole('textbox', { name: 'Input a' });
  await page.getByRole('slider').first().press('ArrowRight');
  await expect(input).not.toHaveValue('1');
  await expect(page).toHaveURL(/derivative\/3\?f1\./);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await expect(page).toHaveURL(/derivative\/3\?f1\./);
  await page.keyboard.press('Escape');
  await expect(page.locator('mf-lesson-page')).toBeVisible();
  await expect(page).toHaveURL(/#lessons\/foundations\/derivative\?f1\./);
  expect(await size()).toBe(small);

  await go(page, '#lessons/projector/foundations/derivative/99');
  await page.getByRole('button', { name: 'Next page: Nested functions' }).click();
  await expect(heading(page, 'Nested functions')).toBeVisible();
});

test('after two wrong tries a question shows its answer, and is not taken as answered', async ({ page }) => {
  await page.goto('./#lessons/foundations/derivative');
  const card = page.locator('mf-question').first();
  const show = card.getByRole('button', { name: 'Show the answer' });
  const answer = async (text: string) => {
    await card.getByRole('textbox').fill(text);
    await card.getByRole('button', { name: 'Check' }).click();
  };
  await answer('');
  await answer('9');
  await expect(card.getByRole('status')).toContainText('That is the square itself.');
  await expect(show).toHaveCount(0);
  await answer('5');
  await show.click();
  await expect(card.locator('.right')).toBeFocused();
  await expect(card.locator('.right')).toContainText('The answer: 6.');
  await expect(card.getByRole('textbox')).toHaveValue('6');
  await page.reload();
  await expect(card.getByRole('button', { name: 'Check' })).toBeVisible();
  await expect(card.getByRole('textbox')).toHaveValue('');
});

test('the task of a tall figure stays in view while its reader scrolls down the figure', async ({ page }) => {
  await page.goto('./#lessons/foundations/derivative');
  const task = page.locator('mf-lesson-page .work > .do');
  await expect(page.locator('mf-figure-slot figure')).toBeVisible();
  const above = () =>
    task.evaluate((element) => element.compareDocumentPosition(element.nextElementSibling as Element));
  expect(await above()).toBe(4);
  await page.locator('mf-figure-slot figure .foot').scrollIntoViewIfNeeded();
  await expect(task).toBeInViewport();
});

test('the search forgives spelling', async ({ page }) => {
  await page.goto('./#lessons/search?q=optimizer');
  await expect(page.getByRole('link', { name: 'Optimiser', exact: true })).toBeVisible();
  await page.getByRole('searchbox').fill('derivatve');
  await expect(page.getByRole('status')).toContainText('similar');
  await expect(page.getByRole('link', { name: 'The derivative' })).toBeVisible();
});

for (const { width, colorScheme } of LOOKS) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme });

    test('the pages for teachers and for readers of the book are accessible and fit', async ({ page }) => {
      await page.goto('./#lessons');
      const places = [
        ['book', 'By the book'],
        ['names', 'Names: the book’s and ours'],
        ['teaching', 'Teaching with this'],
        ['exercises', 'Exercises'],
        ['answers/fundamentals', 'Answer sheet: chapter 2, Fundamentals'],
        ['projector/foundations/functions/1', 'Functions'],
      ] as const;
      for (const [place, title] of places) {
        await go(page, `#lessons/${place}`);
        await expect(heading(page, title)).toBeVisible();
        await expectReadable(page);
      }
      await go(page, '#lessons/projector/foundations/functions/3');
      await expect(page.locator('mf-projector figure')).toBeVisible();
      await expectReadable(page);
    });
  });
}
