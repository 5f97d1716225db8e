import jsQR from 'jsqr';
import { expectNoBarrier } from './barriers';
import { expect, LOOKS, type Page, TrainPage, test } from './minifactory';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share' });
const field = (page: Page) => dialog(page).getByRole('textbox', { name: 'Link' });

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(field(page)).toHaveValue(/#/);
}

/** The text that a camera would read from the QR code on the page. */
async function scanned(page: Page): Promise<string | undefined> {
  const png = await page.getByRole('img', { name: 'QR code of the link' }).screenshot();
  const { data, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context?.drawImage(picture, 0, 0);
    const image = context?.getImageData(0, 0, picture.width, picture.height);
    return { data: [...(image?.data ?? [])], width: picture.width, height: picture.height };
  }, png.toString('base64'));
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

const testRmse = (page: Page) =>
  page.locator('mf-metrics-table').getByRole('row', { name: /^RMSE/ }).getByRole('cell').allTextContents();

test('a changed recipe travels in a link, and its opener can have the recipe and the run of before back', async ({
  page,
  context,
}) => {
  const view = new TrainPage(page);
  await view.open();
  await view.unfold('Learning');
  await page.getByRole('textbox', { name: 'Batch size' }).fill('17');
  await openDialog(page);
  const link = await field(page).inputValue();
  expect(link).toContain('#r=1.');
  expect(await scanned(page)).toBe(link);

  const other = await context.newPage();
  const theirs = new TrainPage(other);
  await theirs.open();
  await theirs.epoch.click();
  await expect.poll(() => theirs.batchesDone()).toBe(12);
  await theirs.epoch.click();
  await expect.poll(() => theirs.batchesDone()).toBe(24);
  const before = await testRmse(other);
  await other.goto(link);
  await expect(theirs.notes).toContainText('was opened from a link');
  expect(new URL(other.url()).hash).toBe('#train');
  await theirs.unfold('Learning');
  await expect(other.getByRole('textbox', { name: 'Batch size' })).toHaveValue('17');
  await expect.poll(() => theirs.batchesDone()).toBe(0);
  await theirs.epoch.click();
  await expect.poll(() => theirs.batchesDone()).toBeGreaterThan(12);

  await theirs.notes.getByRole('button', { name: 'Undo' }).click();
  await theirs.unfold('Learning');
  await expect(other.getByRole('textbox', { name: 'Batch size' })).toHaveValue('32');
  await expect.poll(() => theirs.batchesDone()).toBe(24);
  expect(await testRmse(other)).toEqual(before);
  await expect(theirs.notes).not.toContainText('opened from');
  // Training continues from there.
  await theirs.epoch.click();
  await expect.poll(() => theirs.batchesDone()).toBe(36);
});

test('trained weights travel too', async ({ page, context }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  const rmse = await testRmse(page);
  await openDialog(page);
  expect(await field(page).inputValue()).toContain('#preset=chapter-3-one-hidden');
  await dialog(page).getByRole('radio', { name: 'Weights as they are now' }).check();
  await expect(field(page)).toHaveValue(/&w=/);

  const other = await context.newPage();
  const theirs = new TrainPage(other);
  await theirs.open(new URL(await field(page).inputValue()).hash);
  await expect(theirs.notes).toContainText('It contains weights');
  await expect.poll(() => testRmse(other)).toEqual(rmse);
  expect(await theirs.batchesDone()).toBe(0);
});

test('the link can be copied, and the dialog be left, by keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await new TrainPage(page).open();
  const share = page.getByRole('button', { name: 'Share' });
  await share.focus();
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue(/#/);
  await dialog(page).getByRole('button', { name: 'Copy link' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await field(page).inputValue());
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(share).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
});

test('the code fills the screen, for a lecture hall', async ({ page }) => {
  await new TrainPage(page).open();
  await openDialog(page);
  const link = await field(page).inputValue();
  await dialog(page).getByRole('button', { name: 'Full screen' }).click();
  const code = page.getByRole('img', { name: 'QR code of the link' });
  await expect.poll(async () => (await code.boundingBox())?.height).toBeGreaterThan(500);
  expect(await scanned(page)).toBe(link);
  await expect(page.locator('mf-share-dialog').getByText(link)).toBeVisible();
});

test('a link that is too long to be sent is not created, and the page says why', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.unfold('Layers');
  await page.getByRole('textbox', { name: 'Layer 1: units' }).fill('200');
  // A changed recipe has weights once its run is made.
  await expect(page.locator('mf-network-diagram')).toContainText('200 sigmoid units');
  await openDialog(page);
  await dialog(page).getByRole('radio', { name: 'First weights' }).check();
  await expect(dialog(page)).toContainText('platforms cut off long links');
  await expect(dialog(page).getByRole('button', { name: 'Copy link' })).toBeHidden();
  await dialog(page).getByRole('radio', { name: 'No weights' }).check();
  await expect(field(page)).toHaveValue(/#r=1\./);
});

test('a damaged link says so and changes nothing', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.choosePreset('Chapter 3: linear model');
  await page.goto('./#r=1.AAAA');
  await expect(view.notes).toContainText('The link is damaged');
  await expect(view.notes).toContainText('Nothing on the page has changed');
  await expect(page.getByRole('combobox', { name: 'Start from' })).toHaveValue('chapter-3-linear');
  await page.goto('./#r=7.AAAA');
  await expect(view.notes).toContainText('newer Minifactory');
});

test('a recipe with a problem is not shared', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.unfold('Learning');
  await page.getByRole('textbox', { name: 'Train for' }).fill('0');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(dialog(page)).toContainText('The recipe has a problem');
});

for (const { width, colorScheme } of LOOKS) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme });

    test('the dialog is accessible and fits', async ({ page }) => {
      const view = new TrainPage(page);
      await view.open();
      await view.epoch.click();
      await openDialog(page);
      await expectNoBarrier(page);
      const [content, visible] = await dialog(page).evaluate((box) => [box.scrollWidth, box.clientWidth]);
      expect(content).toBeLessThanOrEqual(visible as number);
    });
  });
}
