import { expectReadable } from './barriers';
import { test } from './host-page';
import { expect, LOOKS, type Page, TrainPage } from './minifactory';

const preview = (page: Page) => page.frameLocator('mf-frame-preview iframe');
const snippet = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('an embed composed by keyboard is previewed and copied, and works on a page of another origin', async ({
  page,
  host,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./embed-builder.html');
  await expect(preview(page).getByRole('button', { name: 'New seed' })).toBeVisible();
  await page.getByLabel('Part').focus();
  await page.keyboard.type('The table');
  await page.getByLabel('Model').focus();
  await page.keyboard.type('Chapter 3: two');
  await page.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'seed' }).focus();
  await page.keyboard.press('Space');
  // An unusable value stays in its field to be corrected, and is not applied.
  const width = page.getByLabel('Width of the frame');
  await width.fill('wide');
  await width.press('Tab');
  await expect(width).toHaveValue('wide');
  expect(await width.evaluate((field: HTMLInputElement) => field.validationMessage)).not.toBe('');
  await expect(snippet(page, 'frame')).toContainText('width="100%"');
  await width.fill('');
  await width.press('Tab');
  await expect(width).toHaveValue('100%');
  await page.getByRole('textbox', { name: 'Title of the frame' }).fill('Exercise “3”');
  await page.keyboard.press('Tab');
  await expect(preview(page).getByRole('heading', { name: 'Chapter 3: two hidden layers' })).toBeVisible();
  await expect(preview(page).getByRole('button', { name: 'New seed' })).toBeHidden();
  await expect(page.getByLabel('Height of the frame')).toHaveAttribute('placeholder', /^\d{3}$/);
  await page.getByRole('button', { name: 'Copy the frame' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('loading="lazy"');
  const element = await snippet(page, 'element').innerText();

  await page.goto(host.page(text));
  const frame = page.frameLocator('iframe[title="Exercise “3”"]');
  await frame.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(frame.locator('mf-metrics-table')).toContainText('3.822', { timeout: 30_000 });
  await expect(frame.getByRole('button', { name: 'New seed' })).toBeHidden();

  await page.goto(host.page(element));
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(page.locator('mf-metrics-table')).toContainText('3.822', { timeout: 30_000 });
});

test('a custom recipe comes from the playground, and a reload keeps the choices', async ({ page, context }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.unfold('Layers');
  await page.getByRole('textbox', { name: 'Layer 1: units' }).fill('5');
  await expect(page.locator('mf-network-diagram')).toContainText('5 sigmoid units');
  await page.getByRole('button', { name: 'Share' }).click();
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'embed it in your page' }).click();
  const builder = await opened;
  await builder.getByLabel('Part').selectOption({ label: 'The network drawing' });
  await expect(preview(builder).locator('mf-network-diagram')).toContainText('5 sigmoid units');
  await builder.getByLabel('Origin of your page').fill('course');
  await builder.keyboard.press('Tab');
  await expect(builder.getByText('host-origin is "course"; it must be')).toBeVisible();
  await builder.getByLabel('Speed').fill('quick');
  await builder.keyboard.press('Tab');
  await expect(builder.locator('#speed:invalid')).toBeVisible();
  await builder.getByLabel('Speed').fill('20');
  await builder.keyboard.press('Tab');
  await expect(snippet(builder, 'frame')).toContainText('&amp;speed=20');
  await builder.reload();
  await expect(builder.getByLabel('Model')).toHaveValue('own');
  await expect(preview(builder).locator('mf-network-diagram')).toContainText('5 sigmoid units');
  await builder.close();
});

test('figures and lessons are found by their names', async ({ page }) => {
  await page.goto('./embed-builder.html');
  await page.getByLabel('Part').selectOption({ label: 'A figure of the lessons' });
  await page.getByLabel('Figure').selectOption({ label: 'Two functions, as curves and as boxes' });
  await page.getByLabel('First values').fill('point=1.25');
  await page.keyboard.press('Tab');
  await expect(preview(page).getByRole('textbox', { name: /Input x/ })).toHaveValue('1.25');
  await page.getByLabel('Part').selectOption({ label: 'A whole lesson' });
  await page.getByLabel('Lesson').selectOption({ label: 'The derivative' });
  await expect(preview(page).getByRole('heading', { name: 'The derivative', level: 1 })).toBeVisible();
  await expect(snippet(page, 'frame')).toContainText('#lesson=foundations/derivative"');
});

for (const { width, colorScheme } of LOOKS) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme });

    test('the builder is accessible and fits', async ({ page }) => {
      await page.goto('./embed-builder.html#part=metrics&hide=seed&host-origin=nowhere');
      // Out of view, the embed would pause.
      await page.locator('mf-frame-preview').scrollIntoViewIfNeeded();
      await expect(preview(page).locator('mf-metrics-table')).toBeVisible();
      await expectReadable(page);
    });
  });
}
