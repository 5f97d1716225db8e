import { AxeBuilder } from '@axe-core/playwright';
import { open, turnTo } from './fundamentals';
import { expect, test } from './minifactory';

/** What a reader types or chooses on each page; that these are right is held elsewhere. */
const ANSWERS: Readonly<Record<string, string>> = {
  ladder: '28',
  'the-data': '0.0487',
  standardising: '2',
  'regression-graph': '14',
  'regression-backward': '-6',
  'regression-training': '2.15',
  'how-far-off': '2.58',
  'exact-fit': '0.0026',
  'most-important-feature': '-21.3',
  'why-a-nonlinearity': '6',
  sigmoid: '1',
  'three-drawings': '196',
  'twenty-three-steps': '0.09',
  'network-training': 'The network learns what is peculiar to the training rows.',
  'network-judged': '1.3733',
  'network-curve': 'Little about homes: few rows lie there, so little has held the curve down.',
  'learned-features': 'Its column 8',
  'gradient-slip': '5.5',
};

test('a reader goes through the chapter by keyboard and gets every answer right', async ({ page }) => {
  test.setTimeout(180_000);
  const names = Object.keys(ANSWERS);
  await open(page, names[0] as string);
  for (const [i, name] of names.entries()) {
    await expect(page).toHaveURL(new RegExp(`#lessons/fundamentals/${name}$`));
    await expect(page.getByText(`Chapter 2, Fundamentals: page ${i + 1} of`)).toBeVisible();
    const answer = ANSWERS[name] as string;
    const card = page.locator('mf-question');
    if (/^[-\d]/.test(answer)) {
      await card.getByRole('textbox', { name: 'Your answer' }).focus();
      await page.keyboard.type(answer);
      await page.keyboard.press('Enter');
    } else {
      await card.getByRole('radio', { name: answer }).focus();
      await page.keyboard.press('Space');
      await card.getByRole('button', { name: 'Check' }).focus();
      await page.keyboard.press('Enter');
    }
    await expect(card.getByText('Right.')).toBeVisible();
    if (i === names.length - 1) break;
    await page.getByRole('link', { name: /^Next/ }).focus();
    await page.keyboard.press('Enter');
  }
});

for (const [width, colorScheme] of [
  [1440, 'light'],
  [390, 'dark'],
] as const) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('no page of the chapter has a barrier or sticks out', async ({ page }) => {
      test.setTimeout(240_000);
      for (const [i, name] of Object.keys(ANSWERS).entries()) {
        await turnTo(page, name);
        await expect(page.getByText(`Chapter 2, Fundamentals: page ${i + 1} of`)).toBeVisible();
        for (const slot of await page.locator('mf-figure-slot').all()) {
          await slot.scrollIntoViewIfNeeded();
          await expect(slot.locator('figure.sheet')).toBeVisible();
        }
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${name}, ${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
        );
        expect.soft(found).toEqual([]);
        const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect.soft(content, name).toBeLessThanOrEqual(window as number);
      }
    });
  });
}
