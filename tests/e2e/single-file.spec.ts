/** The page as one file, opened from the disk as by double click. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ledger from '../golden/ledger.json' with { type: 'json' };
import { expect, type Page, TrainPage, test } from './minifactory';

const FILE = resolve('build/minifactory.html');
const ADDRESS = pathToFileURL(FILE).href;

const LAST_LOSS = ledger.find(({ id }) => id === 'ch3.one-hidden.epoch50')?.printed ?? 'no such entry';

test.beforeEach(({ watch }) => {
  // Only the file itself.
  watch.expect(`a request to ${ADDRESS}`);
});

async function openFile(page: Page, hash = ''): Promise<TrainPage> {
  await page.goto(`${ADDRESS}${hash}`);
  const view = new TrainPage(page);
  await view.isReady();
  return view;
}

test('it trains, shows its lessons, computes the ledger, and keeps its run until the next visit', async ({ page }) => {
  const view = await openFile(page);
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await expect(page.locator('mf-evaluations-table')).toContainText(LAST_LOSS);

  await page.getByRole('link', { name: 'Lessons' }).click();
  await page.getByRole('link', { name: /The derivative/ }).click();
  await expect(page.locator('mf-live-words')).toContainText('At a = 1 the slope of sigmoid is 0.196612.');
  await expect(page.locator('mf-three-ways')).toContainText('A central difference');

  await page.getByRole('link', { name: 'Ledger' }).click();
  await expect(page.locator('mf-ledger-page .verdict')).toContainText(`All ${ledger.length} numbers agree.`, {
    timeout: 20_000,
  });

  await page.getByRole('link', { name: 'Playground', exact: true }).click();
  await expect(page.locator('mf-evaluations-table')).toContainText(LAST_LOSS);
  await page.reload();
  await view.isReady();
  await page.getByRole('link', { name: 'Runs' }).click();
  await expect(page.locator('mf-runs-table tbody tr')).toHaveCount(1);
});

test('its exports and its share link take the run along', async ({ page, context }) => {
  const view = await openFile(page);
  await view.unfold('Learning');
  await page.getByRole('textbox', { name: 'Batch size' }).fill('17');
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog).toContainText('the link works only on this machine');
  const link = dialog.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/#r=1\./);
  const shared = await link.inputValue();
  expect(shared.startsWith(`${ADDRESS}#`)).toBe(true);
  // A phone could not open this address.
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Recipe' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'NumPy program' }).click();
  expect(readFileSync(await (await coming).path(), 'utf8')).toMatch(/^BATCH_SIZE = 17$/m);

  const other = await context.newPage();
  const theirs = await openFile(other, new URL(shared).hash);
  await expect(theirs.notes).toContainText('was opened from a link');
  await theirs.unfold('Learning');
  await expect(other.getByRole('textbox', { name: 'Batch size' })).toHaveValue('17');
});

test('a browser that cannot unpack it shows a message', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'DecompressionStream'));
  await page.goto(ADDRESS);
  await expect(page.getByRole('status')).toContainText('This browser is too old');
});

test('a file that was cut short says that it is damaged', async ({ page, watch }, testInfo) => {
  const cut = testInfo.outputPath('cut.html');
  const whole = readFileSync(FILE);
  writeFileSync(cut, whole.subarray(0, whole.length / 2));
  watch.expect('a request to file:');
  await page.goto(pathToFileURL(cut).href);
  await expect(page.getByRole('status')).toContainText('This file is damaged');
});
