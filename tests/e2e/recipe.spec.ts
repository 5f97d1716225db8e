import { readFileSync } from 'node:fs';
import { expect, type Page, TrainPage, test } from './minifactory';

const text = (page: Page) => page.getByRole('textbox', { name: 'Recipe as JSON' });
const apply = (page: Page) => page.getByRole('button', { name: 'Apply' });
const problems = (page: Page) => page.getByRole('list', { name: 'Problems of the recipe' });

test('a recipe edited as text is applied and trained, and the previous one can be restored', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open('#recipe');
  const before = await text(page).inputValue();
  await text(page).fill(before.replace('"count": 50', '"count": 7'));
  await apply(page).click();
  await expect(apply(page)).toBeDisabled();
  await page.getByRole('link', { name: 'Train' }).click();
  await view.train.click();
  await expect(page.locator('mf-timeline')).toContainText('Epoch 7 of 7 · 84 batches');
  await expect(page.getByRole('combobox', { name: 'Start from' })).toHaveValue('');
  await view.notes.getByRole('button', { name: 'Undo' }).click();
  await view.unfold('Learning');
  await expect(page.getByRole('textbox', { name: 'Train for' })).toHaveValue('50');
});

const WRONG = [
  { what: 'no JSON', make: () => '{\n  "layers": [}', says: /line 2, column 14/ },
  {
    what: 'an unknown field',
    make: (json: string) => json.replace('"seed"', '"sead"'),
    says: /split\.sead is not a field/,
  },
  { what: 'a number out of range', make: (json: string) => json.replace('0.3', '3'), says: /split\.testFraction is 3/ },
  {
    what: 'a wrong version',
    make: (json: string) => json.replace('"version": 1', '"version": 9'),
    says: /version is 9/,
  },
  {
    what: 'no layers',
    make: (json: string) => json.replace(/"layers": \[[^\]]*\]/, '"layers": []'),
    says: /layers is an empty list/,
  },
  {
    what: 'a last layer of two',
    make: (json: string) => json.replace('"units": 1,', '"units": 2,'),
    says: /last layer must have 1 unit/,
  },
  {
    what: 'no columns',
    make: (json: string) => json.replace(/"features": \[.*\]/, '"features": []'),
    says: /data\.features is an empty list/,
  },
  {
    what: 'no training rows',
    make: (json: string) =>
      json.replace('"testFraction": 0.3, "validationFraction": 0', '"testFraction": 0.9, "validationFraction": 0.2'),
    says: /none of the 506 rows/,
  },
];

for (const { what, make, says } of WRONG) {
  test(`a text with ${what} says so, and neither the text nor the recipe is lost`, async ({ page }) => {
    const view = new TrainPage(page);
    await view.open('#recipe');
    const wrong = make(await text(page).inputValue());
    await text(page).fill(wrong);
    await apply(page).click();
    await expect(problems(page)).toContainText(says);
    await expect(text(page)).toHaveValue(wrong);
    await page.getByRole('link', { name: 'Train' }).click();
    await view.isReady();
    await expect(view.train).toBeEnabled();
    await page.getByRole('link', { name: 'Recipe' }).click();
    await expect(text(page)).toHaveValue(wrong);
    await page.getByRole('button', { name: 'Discard the changes' }).click();
    await expect(text(page)).toHaveValue(/"units": 13/);
    await expect(problems(page)).toHaveCount(0);
  });
}

test('the recipe can be downloaded, and opened again from its file', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open('#recipe');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('recipe.json');
  const json = readFileSync(await download.path(), 'utf8');
  expect(json).toBe(await text(page).inputValue());

  const file = page.locator('input[type=file]');
  const other = json.replace('"batchSize": 32', '"batchSize": 64');
  await file.setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(other) });
  await expect(page.getByText('Opened mine.json.')).toBeVisible();
  await expect(text(page)).toHaveValue(other.replace('one hidden layer', 'one hidden layer, changed'));
  await file.setInputFiles({ name: 'photo.json', mimeType: 'image/png', buffer: Buffer.from('not a recipe') });
  await expect(problems(page)).toContainText('not JSON');
});

test('without its defaults the recipe is shorter and means the same', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open('#recipe');
  const whole = await text(page).inputValue();
  await page.getByRole('button', { name: 'Without defaults' }).click();
  const short = await text(page).inputValue();
  expect(short.length).toBeLessThan(whole.length);
  await text(page).fill(`${short} `);
  await apply(page).click();
  await page.getByRole('button', { name: 'Without defaults' }).click();
  await expect(text(page)).toHaveValue(whole);
});
