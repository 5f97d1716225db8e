import { AxeBuilder } from '@axe-core/playwright';
import ledger from '../golden/ledger.json' with { type: 'json' };
import { FileServer } from '../hosting/file-server';
import { hostedTest } from '../hosting/hosted';
import { writeNextRelease } from '../hosting/next-release';
import { DIST } from '../hosting/served.mjs';
import { expect, type Page, TrainPage } from './minifactory';

/** Position of the slider for three batches a second: the run lasts longer than the test. */
const SLOW = '10';

const test = hostedTest(() => new FileServer(DIST));

const offer = (page: Page) => page.getByRole('region', { name: 'Update' });
const isStored = (page: Page) =>
  expect(page.getByText('Works offline now.').filter({ visible: true })).toBeVisible({ timeout: 30_000 });
const copies = (page: Page) => page.evaluate(() => caches.keys());

async function nextRelease(): Promise<string> {
  const folder = test.info().outputPath('next');
  await writeNextRelease(folder);
  return folder;
}

test('after one visit everything works with the server stopped', async ({ page, server }) => {
  const view = new TrainPage(page);
  await view.open();
  await isStored(page);
  await server.stop();
  await page.reload();
  await view.isReady();
  await view.choosePreset('Chapter 3: two hidden layers');
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  const printed = ledger.find(({ id }) => id === 'ch3.two-hidden.rmse')?.printed;
  expect(Number.parseFloat(await view.metric('test', 'rmse').innerText()).toFixed(2)).toBe(printed);
  await page.goto('./#lessons/from-scratch/early-stopping');
  await expect(page.locator('mf-figure-slot figure').first()).toBeVisible();
  await expect(page.locator('mf-figure-slot .loading')).toHaveCount(0);
  await isStored(page);
  await page.goto('./index.html?from=course#lessons/ledger');
  await expect(page.locator('mf-ledger-page .verdict')).toContainText(`All ${ledger.length} numbers agree.`, {
    timeout: 20_000,
  });
});

test('a new release is offered, does not affect open pages, and keeps the run when it is accepted', async ({
  page,
  server,
  context,
}) => {
  test.slow();
  // The worst header of a server: that its files never change.
  server.manners = { headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } };
  const view = new TrainPage(page);
  await view.open();
  await isStored(page);
  const [first] = await copies(page);
  await view.setSpeed(SLOW);
  await view.train.click();
  await expect(view.pause).toBeVisible();

  server.folder = await nextRelease();
  // Opening a page makes the browser check for a newer worker.
  const lessons = await context.newPage();
  await lessons.goto('./#lessons');
  await expect(offer(page)).toContainText('A new version of Minifactory is ready.', { timeout: 30_000 });
  expect((await new AxeBuilder({ page }).include('mf-update-offer').analyze()).violations).toEqual([]);
  const before = await view.batchesDone();
  await page.getByRole('link', { name: 'Check' }).click();
  await expect(page.locator('mf-check-view').getByRole('heading').first()).toBeVisible();
  await page.getByRole('link', { name: 'Train' }).click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(before);

  await expect(page.locator('html[data-release]')).toHaveCount(0);
  await offer(page).getByRole('button', { name: 'Use it now' }).press('Enter');
  await expect(page.locator('html[data-release="2"]')).toBeAttached();
  await expect(view.notes).toContainText('was still training when the page was closed');
  await isStored(page);
  await expect(offer(page)).toBeHidden();

  await expect(offer(lessons)).toBeVisible();
  await offer(lessons).getByRole('button', { name: 'Later' }).click();
  await expect(offer(lessons)).toBeHidden();
  expect(await copies(lessons)).toContain(first);
  await lessons.goto('./#lessons/foundations/derivative');
  await expect(lessons.locator('mf-figure-slot figure').first()).toBeVisible();
  await lessons.reload();
  await expect(lessons.locator('mf-figure-slot figure').first()).toBeVisible();
  await expect(offer(lessons)).toBeHidden();
  await isStored(lessons);
  // Each visit deletes what no open page uses, as far as it knows the releases of the open pages.
  await expect(async () => {
    await page.reload();
    await isStored(page);
    expect(await copies(page)).toHaveLength(1);
  }).toPass();
  expect(await copies(page)).not.toContain(first);
});

test('a copy that cannot be made is no loss: the page works, and says nothing', async ({
  page,
  server,
  context,
  watch,
}) => {
  watch.expect('adding-a-row');
  server.manners = { missing: /adding-a-row/ };
  const attempt = context.waitForEvent('serviceworker');
  const view = new TrainPage(page);
  await view.open();
  await attempt;
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await expect(page.getByText('Works offline now.')).toHaveCount(0);
  await expect(offer(page)).toBeHidden();
});

test('a browser that refuses its storage after all is left at that', async ({ page, context }) => {
  await page.addInitScript(() => {
    CacheStorage.prototype.match = () => Promise.reject(new DOMException('Refused', 'SecurityError'));
  });
  const worker = context.waitForEvent('serviceworker');
  const view = new TrainPage(page);
  await view.open();
  await worker;
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await expect(page.getByText('Works offline now.')).toHaveCount(0);
  await expect(offer(page)).toBeHidden();
});

test('a deleted copy is not mistaken for an old one, and is stored again', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await isStored(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await expect(page.locator('mf-update-offer')).toBeAttached();
  await expect(offer(page)).toBeHidden();
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.reload();
  await isStored(page);
  await expect(offer(page)).toBeHidden();
});

test('a page loaded without its stored copy is not offered that older copy, and not marked as stored', async ({
  page,
  server,
  context,
  watch,
}) => {
  watch.expect('adding-a-row');
  const view = new TrainPage(page);
  await view.open();
  await isStored(page);
  server.folder = await nextRelease();
  // The newer release cannot be stored.
  server.manners = { missing: /adding-a-row/ };
  const devTools = await context.newCDPSession(page);
  await devTools.send('Page.reload', { ignoreCache: true });
  await expect(page.locator('html[data-release="2"]')).toBeAttached();
  await expect(page.locator('mf-update-offer')).toBeAttached();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => {}));
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).installing === null))
    .toBe(true);
  await expect.poll(async () => (await copies(page)).length).toBe(2);
  await expect(offer(page)).toBeHidden();
  await expect(page.getByText('Works offline now.')).toHaveCount(0);
});

test('the browser finds nothing that keeps the page from being installed', async ({ page, context }) => {
  await new TrainPage(page).open();
  const devTools = await context.newCDPSession(page);
  const { errors, data, url } = await devTools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { icons, ...manifest } = JSON.parse(data ?? '');
  expect(new URL(manifest.start_url, url).href).toBe(page.url());
  const { installabilityErrors } = await devTools.send('Page.getInstallabilityErrors');
  // The test's browser stores nothing, like a private window.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
  for (const { src, sizes } of icons) {
    const size = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, new URL(src, url).href);
    expect(size, src).toBe(sizes);
  }
});
