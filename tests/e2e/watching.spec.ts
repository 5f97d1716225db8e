import type { Page } from '@playwright/test';
import { expect, TrainPage, test } from './minifactory';

test.use({ pace: 'first visit' });

/** Watches what moves without being asked to, as the browser counts it. */
async function countShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = { sum: 0 };
    Object.assign(window, { shifts: counted });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) counted.sum += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
}

test('a first visitor presses Train and watches it learn for about ten seconds', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await expect(view.speed).toHaveValue('watch');
  const began = Date.now();
  await view.train.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(60);
  expect(await view.batchesDone()).toBeLessThan(500);
  await expect(view.notes).toContainText('Training finished', { timeout: 20_000 });
  const seconds = (Date.now() - began) / 1000;
  expect(seconds).toBeGreaterThan(8);
  expect(seconds).toBeLessThan(15);
});

test('a run can be skipped to its end, which says how long that took, and trained on past it', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.train.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(5);
  await view.skip.click();
  await expect(view.notes).toContainText('Training finished');
  await expect(page.locator('mf-timeline')).toContainText(/\d+ batches in [\d.]+ ms/);
  await expect(view.speed).toHaveValue('watch');
  await view.keepTraining.click();
  await expect(page.locator('mf-timeline')).toContainText('of 100');
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(600);
  await view.skip.click();
  await expect(page.locator('mf-timeline')).toContainText('Epoch 100 of 100 · 1,200 batches');
  const kept = await view.numbers();
  // The same as the longer recipe trained in one go.
  await view.reset.click();
  await expect.poll(() => view.batchesDone()).toBe(0);
  await view.skip.click();
  await expect(page.locator('mf-timeline')).toContainText('Epoch 100 of 100 · 1,200 batches');
  expect(await view.numbers()).toBe(kept);
});

test('a run that continues keeps changes made by hand during training', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.setSpeed('100');
  await view.train.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(24);
  await view.rate.fill('0.02');
  await view.rate.press('Enter');
  await view.skip.click();
  await expect(view.notes).toContainText(/Training finished|Stopped early/);
  await view.keepTraining.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(60);
  await expect(view.rate).toHaveValue('0.02');
  await expect(page.getByText('Recipe: 0.01')).toBeVisible();
});

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
  [768, 1024],
  [390, 844],
] as const) {
  test(`nothing moves at ${width} × ${height}, from load to the end of a run`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const shifts = await countShifts(page);
    const view = new TrainPage(page);
    await view.open();
    await expect(page.locator('mf-network-diagram .scroll > svg')).toBeVisible();
    await view.train.click();
    await expect.poll(() => view.batchesDone()).toBeGreaterThan(100);
    await page.locator('mf-transport-bar button.skip').click();
    await expect(view.notes).toContainText('Training finished');
    // A number in a right-aligned cell that gets shorter counts a little.
    expect(await shifts()).toBeLessThan(0.001);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
}

for (const [width, height] of [
  [1280, 720],
  [1366, 768],
  [1440, 900],
  [1920, 1080],
] as const) {
  test(`at ${width} × ${height} neither the page nor the network scrolls`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const view = new TrainPage(page);
    await view.open();
    await expect(page.locator('mf-network-diagram .scroll > svg')).toBeVisible();
    const spare = (element: Element) => [
      element.scrollWidth - element.clientWidth,
      element.scrollHeight - element.clientHeight,
    ];
    expect(await page.locator('html').evaluate(spare)).toEqual([0, 0]);
    // A scroll bar would take room from the drawing, which would then fit, and so on.
    expect(await page.locator('mf-network-diagram .scroll').evaluate(spare)).toEqual([0, 0]);
  });
}

test('at 1366 × 768 controls, network, loss, two pictures and the errors are in sight, and the choice is kept', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const view = new TrainPage(page);
  await view.open();
  await view.skip.click();
  await expect(view.notes).toContainText('Training finished');
  const inSight = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    return box !== null && box.y >= 0 && box.y + box.height <= 768 && box.x >= 0 && box.x + box.width <= 1366;
  };
  for (const selector of [
    'mf-build-panel',
    'mf-transport-bar',
    'mf-pace-panel',
    'mf-timeline',
    'mf-headline',
    'mf-network-diagram .scroll > svg',
    'mf-loss-chart canvas',
    'mf-prediction-chart .drawing > svg',
    'mf-response-chart .drawing > svg',
  ]) {
    expect(await inSight(selector), selector).toBe(true);
  }
  await expect(page.locator('mf-metrics-table')).toBeHidden();
  await page.getByRole('combobox', { name: 'Second picture' }).selectOption('Errors');
  await expect(page.locator('mf-response-chart')).toBeHidden();
  await page.reload();
  await expect(page.locator('mf-metrics-table')).toBeVisible();
  await expect(page.locator('mf-response-chart')).toBeHidden();
});

test('no chart has to be waited for when a run has ended', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.skip.click();
  await expect(view.notes).toContainText('Training finished');
  await expect(page.getByText('Loading the chart…')).toHaveCount(0);
});

test('with reduced motion the pictures change in steps', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const view = new TrainPage(page);
  await view.open();
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const timeline = document
      .querySelector('mf-app')
      ?.shadowRoot?.querySelector('mf-playground')
      ?.shadowRoot?.querySelector('mf-train-view')
      ?.shadowRoot?.querySelector('mf-timeline') as unknown as { run: object };
    let last: object | null = null;
    const watch = () => {
      if (timeline.run !== last) seen.push(performance.now());
      last = timeline.run;
      requestAnimationFrame(watch);
    };
    watch();
  });
  await view.train.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(150);
  const changes = await page.evaluate(() => (window as unknown as { seen: number[] }).seen.length);
  expect(changes).toBeLessThan(12);
});

test('the title names the view and the recipe', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await expect(page).toHaveTitle('Train: Chapter 3: one hidden layer · Minifactory');
  await view.choosePreset('Chapter 3: linear model');
  await page.getByRole('link', { name: 'Inside' }).click();
  await expect(page).toHaveTitle('Inside: Chapter 3: linear model · Minifactory');
});

test('a gradient check after another preset was chosen is about that preset', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.skip.click();
  await expect(view.notes).toContainText('Training finished');
  await view.choosePreset('Chapter 2: neural network');
  await expect.poll(() => view.batchesDone()).toBe(0);
  await page.getByRole('link', { name: 'Check' }).click();
  await expect(page.locator('.acts-on')).toHaveText('Run: Chapter 2: neural network, batch 0 of 10,000');
  await page
    .getByRole('button', { name: /^Check/ })
    .first()
    .click();
  await expect(page.locator('mf-gradient-panel')).toContainText(/13 of 196/);
});

test('a link with weights starts its curve with their loss', async ({ page, context }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.skip.click();
  await expect(view.notes).toContainText('Training finished');
  const rmse = Number.parseFloat(await view.metric('test', 'rmse').innerText());
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('radio', { name: 'Weights as they are now' }).check();
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/w=/);
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const other = await context.newPage();
  await other.goto(link);
  const theirs = new TrainPage(other);
  await theirs.isReady();
  await expect.poll(async () => Number.parseFloat(await theirs.metric('test', 'rmse').innerText())).toBe(rmse);
  await expect(other.locator('mf-loss-chart .summary')).toContainText('Loss after epoch 0: training 11');
});
