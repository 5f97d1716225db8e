import { readFileSync } from 'node:fs';
import { expect, type Page, TrainPage, test } from './minifactory';

const testRmse = (page: Page) =>
  page.locator('mf-metrics-table').getByRole('row', { name: /^RMSE/ }).getByRole('cell').allTextContents();

async function saved(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await coming).path(), 'utf8');
}

/** A file drop, as the page receives it. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((named) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(named)) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

test('a model that was saved is opened again with its weights', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  const rmse = await testRmse(page);
  await page.getByRole('link', { name: 'Recipe', exact: true }).click();
  const model = await saved(page, 'Model as JSON');
  expect(JSON.parse(model).trained).toEqual({ epochs: 50, batches: 600 });

  await page.getByRole('combobox', { name: 'Start from' }).selectOption({ label: 'Chapter 3: linear model' });
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await choosing).setFiles({ name: 'trained.json', mimeType: 'application/json', buffer: Buffer.from(model) });
  await expect(page.getByText('was opened from the file trained.json')).toBeVisible();
  await page.getByRole('link', { name: 'Train', exact: true }).click();
  await expect.poll(() => testRmse(page)).toEqual(rmse);
  await view.notes.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('combobox', { name: 'Start from' })).toHaveValue('chapter-3-linear');
});

test('losses and predictions are saved with all they show', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.epoch.click();
  await expect.poll(() => view.batchesDone()).toBe(12);
  await page.getByRole('link', { name: 'Recipe', exact: true }).click();
  const losses = (await saved(page, 'Losses as CSV')).trimEnd().split('\n');
  expect(losses.map((line) => line.split(',')[0])).toEqual(['epoch', '0', '1']);
  const rows = (await saved(page, 'Predictions as CSV')).trimEnd().split('\n').slice(1);
  expect(rows).toHaveLength(152);
  const squares = rows.map((line) => {
    const [, actual, predicted] = line.split(',').map(Number);
    return ((predicted as number) - (actual as number)) ** 2;
  });
  const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  expect(Number(losses[2]?.split(',')[4])).toBeCloseTo(mean, 9);
});

test('a recipe can be dropped on the page; any other file is rejected and changes nothing', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await drop(page, { 'mine.json': '{"name": "Mine", "training": {"batchSize": 9}}' });
  await expect(view.notes).toContainText('“Mine” was opened from the file mine.json.');
  await view.unfold('Learning');
  await expect(page.getByRole('textbox', { name: 'Batch size' })).toHaveValue('9');

  await drop(page, { 'wrong.json': '{"layers": [{"units": 300}]}' });
  await expect(view.notes).toContainText('wrong.json: layers[0].units is 300');
  await drop(page, { 'model.json': '{"format": "minifactory-model", "version": 1, "recipe": {}, "layers": []}' });
  await expect(view.notes).toContainText('model.json: layers is a list of 0');
  await drop(page, { 'a.json': '{}', 'b.json': '{}' });
  await expect(view.notes).toContainText('one recipe or model at a time');
  await expect(page.getByRole('textbox', { name: 'Batch size' })).toHaveValue('9');
});
