/**
 * Faults of the browser, its storage and its tabs: each is explained, and nothing is lost. Others are tested beside what
 * they break: killed workers, engine files that are missing, cut short or of a wrong type, and refused storage in
 * `trouble.spec.ts`, `runs.spec.ts`, `element-runs.spec.ts` and `embed-frames.spec.ts`; a new version in the middle of a
 * run in `offline.spec.ts`; scripts that the browser refuses in `servers.spec.ts`. `tests/firefox/faults.test.ts` has
 * those that Firefox can have.
 */
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../../scripts/lib/chromium.mjs';
import { LARGE_RECIPE, MEMORY_CANNOT_GROW } from '../hosting/faults';
import { expect, type Page, TrainPage, test, trainFast } from './minifactory';

const TEN = '10';
/** Longer than a worker may be silent, in milliseconds. */
const LONG = 4000;

/** Opens a page in a browser with other switches, for as long as the test uses it. */
async function inBrowser(
  baseURL: string | undefined,
  switches: { readonly args?: readonly string[]; readonly without?: readonly string[] },
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const { args = [], without = [] } = switches;
  const usual = chromiumLaunch();
  const browser = await chromium.launch({ ...usual, args: [...usual.args, ...args], ignoreDefaultArgs: [...without] });
  const page = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 1920, height: 1080 } });
  await trainFast(page);
  await use(page);
  await browser.close();
}

test('a browser without SIMD is told what the engine needs, and the rest of the page works', async ({ baseURL }) => {
  // V8 has SIMD only on processors with these instructions.
  const args = ['--js-flags=--no-enable-sse4-1 --no-enable-ssse3 --no-enable-sse4-2 --no-enable-avx'];
  await inBrowser(baseURL, { args }, async (page) => {
    const { notes } = new TrainPage(page);
    await page.goto('./');
    await expect(notes).toContainText('The training engine did not start');
    await expect(notes).toContainText('The training engine needs WebAssembly with SIMD');
    await expect(notes).toContainText('Use a newer browser');
    await page.getByRole('link', { name: 'Data' }).click();
    await expect(page.getByRole('table', { name: 'All 506 rows' })).toBeVisible();
  });
});

test('a run for which there is no memory is refused, the recipe stays, and a smaller one trains', async ({ page }) => {
  await page.route(/training\.worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: MEMORY_CANNOT_GROW + (await response.text()) });
  });
  const view = new TrainPage(page);
  await view.open();
  const numbers = await view.trainedNumbers();
  await page.getByRole('link', { name: 'Recipe', exact: true }).click();
  const text = page.getByRole('textbox', { name: 'Recipe as JSON' });
  const small = await text.inputValue();
  await text.fill(JSON.stringify({ ...JSON.parse(small), ...LARGE_RECIPE }));
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(view.notes).toContainText('There is not enough memory for a run of this size.');
  await expect(text).toHaveValue(/"units": ?256/);
  await text.fill(small);
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('link', { name: 'Train', exact: true }).click();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await expect.poll(() => view.numbers()).toBe(numbers);
});

test('if storage is full, training works, the page says that runs are not stored, and lists them', async ({
  page,
  baseURL,
}) => {
  const view = new TrainPage(page);
  await view.open();
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL ?? '').origin, quotaSize: 1 });
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await expect(view.notes).toContainText('Runs are not stored');
  await page.getByRole('link', { name: 'Runs' }).click();
  await expect(page.locator('mf-runs-table tbody tr')).toHaveCount(1);
});

test('two tabs train at the same time, each its own run, and the next visit has both', async ({ page, context }) => {
  const other = await context.newPage();
  await trainFast(other);
  const [one, two] = [new TrainPage(page), new TrainPage(other)];
  await one.open();
  await two.open();
  await two.choosePreset('Chapter 3: linear model');
  await Promise.all([one.train.click(), two.train.click()]);
  for (const view of [one, two]) await expect(view.notes).toContainText('Training finished');
  await expect(other.locator('mf-train-view').getByRole('heading', { name: 'Chapter 3: linear model' })).toBeVisible();
  await expect(
    page.locator('mf-train-view').getByRole('heading', { name: 'Chapter 3: one hidden layer' }),
  ).toBeVisible();
  const next = await context.newPage();
  await trainFast(next);
  await next.goto('./#runs');
  await expect(next.locator('mf-runs-table tbody tr')).toHaveCount(2);
});

test('a page that the browser freezes in the middle of a run continues to the same end', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  const straight = await view.trainedNumbers();
  await view.setSpeed(TEN);
  await view.train.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(5);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, LONG));
  await devTools.send('Page.setWebLifecycleState', { state: 'active' });
  await view.setSpeed('fastest');
  await expect(view.notes).toContainText('Training finished');
  await expect(view.notes).not.toContainText('interrupted');
  expect(await view.numbers()).toBe(straight);
});

test('a run that is left in its middle continues after going back to it', async ({ baseURL }) => {
  await inBrowser(baseURL, { without: ['--disable-back-forward-cache'] }, async (page) => {
    const shown: string[] = [];
    page.on('console', (message) => message.text().startsWith('shown') && shown.push(message.text()));
    await page.addInitScript(() => {
      window.addEventListener('pageshow', ({ persisted }) => console.log(persisted ? 'shown again' : 'shown'));
    });
    const view = new TrainPage(page);
    await view.open();
    await view.setSpeed(TEN);
    await view.train.click();
    await expect.poll(() => view.batchesDone()).toBeGreaterThan(20);
    const left = await view.batchesDone();
    await page.goto('./embed-builder.html');
    // Playwright’s own way back waits for a page load.
    await page.evaluate(() => history.back());
    await expect.poll(() => shown.at(-1)).toBe('shown again');
    await expect(view.pause).toBeVisible();
    await view.setSpeed('fastest');
    await expect(view.notes).toContainText('Training finished');
    await expect(view.notes).not.toContainText('interrupted');
    expect(left).toBeLessThan(600);
    expect(await view.batchesDone()).toBe(600);
  });
});

test('without JavaScript, each page says what it is and links to the text of the course', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  for (const [address, words] of [
    ['./embed.html', 'Here you train a small neural network and see every number.'],
    ['./embed-builder.html', 'This page writes the code that shows Minifactory on another page.'],
    ['./', 'Minifactory is a course on deep learning from scratch'],
  ] as const) {
    await page.goto(address);
    // Playwright’s other locators leave out what is in a <noscript>.
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('noscript p')).toContainText(words);
    await expect(page.getByText('is loading')).toBeHidden();
    await expect(page.locator('noscript a')).toHaveAttribute('href', './lessons.html');
  }
  await page.locator('noscript a').click();
  await expect(page.getByRole('heading', { name: 'The text of the course' })).toBeVisible();
  await page.getByRole('link', { name: 'The derivative', exact: true }).click();
  await expect(page.getByText('Change the input of a function by a small amount')).toBeInViewport();
  await page.getByRole('link', { name: 'secant', exact: true }).first().click();
  await expect(page.locator('dt', { hasText: /^secant$/i })).toBeInViewport();
  await context.close();
});
