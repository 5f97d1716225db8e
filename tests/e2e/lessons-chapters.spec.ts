import { findBarriers, overhang } from './barriers';
import { answerByKeyboard, expectPage, pagesOf, questionsOf, tabTo } from './lessons-page';
import { expect, test } from './minifactory';

const CHAPTERS = [
  { id: 'foundations', title: 'Foundations' },
  { id: 'fundamentals', title: 'Fundamentals' },
  { id: 'from-scratch', title: 'From scratch' },
];

const LOOKS = [
  { width: 1440, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
] as const;

for (const { id: chapter, title } of CHAPTERS) {
  test(`a reader goes through “${title}” by keyboard and gets every answer right`, async ({ page }) => {
    test.setTimeout(300_000);
    const pages = await pagesOf(chapter);
    expect(pages.length).toBeGreaterThan(0);
    await page.goto('./#lessons');
    await tabTo(page, page.getByRole('link', { name: pages[0]?.question ?? '' }));
    await page.keyboard.press('Enter');
    for (const [index, lesson] of pages.entries()) {
      await expectPage(page, lesson);
      for (const [place, question] of questionsOf(lesson).entries()) {
        await answerByKeyboard(page, page.locator('mf-question').nth(place), question);
      }
      if (index < pages.length - 1) {
        await tabTo(page, page.locator('mf-lesson-page .next'));
        await page.keyboard.press('Enter');
      }
    }
    await page.goto('./#lessons');
    await expect(page.getByText(`${pages.length} of ${pages.length} pages answered`)).toBeVisible();
  });

  for (const { width, colorScheme } of LOOKS) {
    test.describe(`${title}, ${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      test('every page is accessible and fits', async ({ page }) => {
        test.setTimeout(300_000);
        await page.goto('./#lessons');
        for (const lesson of await pagesOf(chapter)) {
          await page.evaluate((id) => {
            location.hash = `#lessons/${id}`;
          }, lesson.id);
          await expectPage(page, lesson);
          // Charts are drawn when they are in view.
          for (const figure of await page.locator('mf-figure-slot').all()) await figure.scrollIntoViewIfNeeded();
          expect.soft(await findBarriers(page), lesson.id).toEqual([]);
          expect.soft(await overhang(page), `the overhang of ${lesson.id}`).toBe(0);
        }
      });
    });
  }
}
