import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { COMMIT_DATE, VERSION } from '../../web/licences/version.js';
import { expectNoBarrier } from './barriers';
import { expect, type Page, TrainPage, test } from './minifactory';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'About Minifactory' });

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'About Minifactory' }).click();
  await expect(dialog(page)).toContainText(`Version ${VERSION}`);
}

test('the version, its day and the licences of all parts are shown', async ({ page }) => {
  await new TrainPage(page).open();
  await openDialog(page);
  // In an archive of the source, the day is not known.
  await expect(dialog(page).locator(`time[datetime='${COMMIT_DATE}']`)).toHaveCount(COMMIT_DATE === '' ? 0 : 1);
  const eigen = dialog(page).locator('details', { hasText: 'Eigen' });
  await expect(eigen).toContainText('(MPL-2.0)');
  await eigen.locator('summary').click();
  await expect(eigen.locator('pre')).toContainText('https://mozilla.org/MPL/2.0/');
  await expectNoBarrier(page);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'About Minifactory' })).toBeFocused();
  await openDialog(page);
});

for (const address of ['#lessons', 'embed-builder.html']) {
  test(`${address} shows them, too`, async ({ page }) => {
    await page.goto(`./${address}`);
    await openDialog(page);
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await expect(dialog(page)).toBeHidden();
  });
}

test('they are loaded only when they are asked for; without a connection the page says so', async ({ page, watch }) => {
  watch.expect('about-dialog');
  await page.route('**/about-dialog*', (route) => route.abort());
  await new TrainPage(page).open();
  await page.getByRole('button', { name: 'About Minifactory' }).click();
  await expect(page.getByRole('button', { name: /not loaded: try again with a connection/ })).toBeVisible();
});

test('the site has them as a file', async ({ request }) => {
  const text = await (await request.get('./licences.txt')).text();
  for (const name of ['Minifactory', 'Eigen', 'lit', 'uplot']) expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
});

test('the single file shows them', async ({ page, watch }) => {
  const address = pathToFileURL(resolve('build/minifactory.html')).href;
  watch.expect(`a request to ${address}`);
  await page.goto(address);
  await new TrainPage(page).isReady();
  await openDialog(page);
  await expect(dialog(page).locator('summary', { hasText: 'OFL-1.1' })).toBeVisible();
});
