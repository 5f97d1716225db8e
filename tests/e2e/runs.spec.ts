import { expectReadable } from './barriers';
import { delayWorker, expect, LOOKS, type Page, TrainPage, test } from './minifactory';

const HUNDRED = '100';

class RunsPage {
  readonly page: Page;
  readonly view: TrainPage;

  constructor(page: Page) {
    this.page = page;
    this.view = new TrainPage(page);
  }

  get slider() {
    return this.page.getByRole('slider', { name: 'Timeline' });
  }

  get rows() {
    return this.page.locator('mf-runs-table tbody tr');
  }

  row(name: string) {
    return this.rows.filter({ has: this.page.getByRole('textbox', { name: `Name of ${name}`, exact: true }) });
  }

  async train(): Promise<void> {
    await this.view.train.click();
    await expect(this.view.notes).toContainText(/Training finished|Stopped early/);
  }

  /** Rewinds to the end of this epoch, of 12 batches. */
  async rewindTo(epoch: number): Promise<void> {
    await this.slider.fill(String(12 * epoch));
    await expect(this.slider).toHaveValue(String(12 * epoch));
  }

  async show(view: 'Train' | 'Runs'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: view }).click();
  }
}

/** A finished run, and a branch of it with another rate. */
async function twoRuns(page: Page): Promise<RunsPage> {
  const runs = new RunsPage(page);
  await runs.view.open();
  await runs.train();
  await runs.rewindTo(10);
  await runs.view.rate.fill('0.05');
  await runs.view.rate.press('Enter');
  await expect(runs.view.rate).toHaveValue('0.05');
  await runs.train();
  return runs;
}

test('a rewound run shows its earlier state, and continues to the same numbers as an uninterrupted one', async ({
  page,
}) => {
  const runs = new RunsPage(page);
  const { view } = runs;
  await view.open();
  await expect(runs.slider).toBeDisabled();
  for (let epoch = 0; epoch < 3; epoch += 1) await view.epoch.click();
  await expect.poll(() => view.batchesDone()).toBe(36);
  const early = await view.numbers();
  await runs.train();
  const straight = await view.numbers();
  await runs.rewindTo(3);
  await expect.poll(() => view.batchesDone()).toBe(36);
  await expect.poll(() => view.numbers()).toBe(early);
  await expect(view.notes).not.toContainText('Training finished');
  await expect(page.locator('mf-loss-chart')).toContainText('after epoch 3');
  await runs.train();
  await expect.poll(() => view.numbers()).toBe(straight);
});

test('a branch at an unchanged rate is the straight run, with another rate it is another', async ({ page }) => {
  const runs = new RunsPage(page);
  const { view } = runs;
  await view.open();
  await runs.train();
  const straight = await view.numbers();
  await runs.rewindTo(10);
  await view.rate.fill('0.05');
  await view.rate.press('Enter');
  await expect(view.rate).toHaveValue('0.05');
  await runs.train();
  await expect.poll(() => view.numbers()).not.toBe(straight);
  await runs.rewindTo(9);
  await expect(view.rate).toHaveValue('0.01');
  await runs.train();
  await expect.poll(() => view.numbers()).toBe(straight);
});

test('the slider goes through the run by keyboard, also while it trains', async ({ page }) => {
  const runs = new RunsPage(page);
  const { view } = runs;
  await view.open();
  await runs.train();
  await runs.slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(runs.slider).toHaveAttribute('aria-valuetext', 'epoch 49, batch 588');
  await page.keyboard.press('Home');
  await expect(runs.slider).toHaveAttribute('aria-valuetext', 'epoch 0, batch 0');
  await expect.poll(() => view.batchesDone()).toBe(0);
  await page.keyboard.press('End');
  await expect(runs.slider).toHaveAttribute('aria-valuetext', 'epoch 50, batch 600');
  await expect(view.notes).toContainText('Training finished');
  await view.setSpeed(HUNDRED);
  await view.reset.click();
  await expect.poll(() => view.batchesDone()).toBe(0);
  await view.train.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(30);
  await runs.slider.focus();
  await page.keyboard.press('Home');
  await expect(view.train).toBeVisible();
  await expect.poll(() => view.batchesDone()).toBe(0);
});

test('keys pressed faster than the page follows move the slider as far', async ({ page }) => {
  await delayWorker(page);
  const runs = new RunsPage(page);
  await runs.view.open();
  await runs.train();
  await runs.slider.focus();
  for (let pressed = 0; pressed < 30; pressed += 1) await page.keyboard.press('ArrowLeft');
  await expect(runs.slider).toHaveAttribute('aria-valuetext', 'epoch 20, batch 240');
  await expect.poll(() => runs.view.batchesDone()).toBe(240);
});

test('a run of 100,000 epochs keeps few points, and they reach over all of it', async ({ page }) => {
  const runs = new RunsPage(page);
  const { view } = runs;
  await view.open();
  await view.unfold('Learning');
  await page.getByRole('checkbox', { name: 'Early stopping' }).uncheck();
  await page.getByRole('textbox', { name: 'Train for' }).fill('100000');
  await expect(page.locator('mf-timeline .place')).toContainText('of 100,000');
  await view.train.click();
  await expect.poll(() => view.batchesDone(), { timeout: 20_000 }).toBeGreaterThan(12_000);
  await view.pause.click();
  await expect(view.train).toBeVisible();
  const done = await view.batchesDone();
  await runs.slider.fill(String(Math.floor(done / 2)));
  await expect.poll(() => view.batchesDone()).toBeLessThan(0.8 * done);
  expect(await view.batchesDone()).toBeGreaterThan(0.2 * done);
  let points = 0;
  for (let place = ''; (await runs.slider.getAttribute('aria-valuetext')) !== place; points += 1) {
    place = (await runs.slider.getAttribute('aria-valuetext')) ?? '';
    const before = await view.batchesDone();
    await runs.slider.press('ArrowLeft');
    if (before > 0) await expect.poll(() => view.batchesDone()).toBeLessThan(before);
  }
  expect(points).toBeLessThanOrEqual(64);
});

test('runs are compared, and what differs is marked', async ({ page }) => {
  const runs = await twoRuns(page);
  await runs.show('Runs');
  await expect(runs.rows).toHaveCount(2);
  await expect(runs.rows.first().locator('mark')).toHaveText(
    'branched from “Run 1” at epoch 10; learning rate 0.05 from epoch 10',
  );
  await expect(runs.row('Run 1').locator('mark')).toHaveCount(0);
  await expect(page.locator('mf-runs-chart .drawing [stroke="var(--run-2)"]')).toHaveCount(1);
  await page.getByRole('checkbox', { name: 'Run 2 in the chart' }).uncheck();
  await expect(page.locator('mf-runs-chart .drawing [stroke="var(--run-2)"]')).toHaveCount(0);
});

test('a run survives a reload, with the name it was given', async ({ page }) => {
  const runs = await twoRuns(page);
  await runs.show('Runs');
  const name = page.getByRole('textbox', { name: 'Name of Run 2' });
  await name.fill('five times the rate');
  await name.press('Enter');
  const row = await runs.row('five times the rate').innerText();
  await page.reload();
  await expect(runs.rows).toHaveCount(2);
  expect(await runs.row('five times the rate').innerText()).toBe(row);
  await expect(page.locator('mf-runs-chart')).toContainText('five times the rate');
});

test('a deleted run can be restored; otherwise it stays deleted after a reload', async ({ page }) => {
  const runs = await twoRuns(page);
  await runs.show('Runs');
  await page.getByRole('button', { name: 'Delete Run 1' }).click();
  await expect(runs.rows).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Runs compared' })).toBeFocused();
  await runs.view.notes.getByRole('button', { name: 'Undo the deletion' }).click();
  await expect(runs.rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete Run 2' }).click();
  await expect(runs.rows).toHaveCount(1);
  await page.reload();
  await expect(runs.rows).toHaveCount(1);
  await expect(runs.row('Run 1')).toBeVisible();
});

test('the recipe of a run is opened again, and gives the same numbers', async ({ page }) => {
  const runs = new RunsPage(page);
  const { view } = runs;
  await view.open();
  await runs.train();
  const numbers = await view.numbers();
  await view.choosePreset('Chapter 3: two hidden layers');
  await runs.show('Runs');
  await page.getByRole('button', { name: 'Open the recipe of Run 1' }).click();
  await expect(view.notes).toContainText('The recipe of “Run 1” replaced yours');
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await expect.poll(() => view.numbers()).toBe(numbers);
});

test('if storage is refused, the page works, and says so once', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  const runs = new RunsPage(page);
  const { view } = runs;
  await view.open();
  await expect(view.notes).not.toContainText('Runs are not stored');
  await runs.train();
  await expect(view.notes).toContainText('Runs are not stored');
  await view.notes.getByRole('button', { name: 'Understood' }).click();
  await view.newSeed.click();
  await runs.train();
  await expect(view.notes).not.toContainText('Runs are not stored');
  await runs.show('Runs');
  await expect(runs.rows).toHaveCount(2);
});

for (const { width, colorScheme } of LOOKS) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('the runs view and a rewound run are accessible and fit', async ({ page }) => {
      test.slow();
      const runs = await twoRuns(page);
      await runs.rewindTo(20);
      await expectReadable(page);
      await runs.show('Runs');
      await page.getByRole('button', { name: 'Delete Run 1' }).click();
      await runs.view.notes.getByRole('button', { name: 'Undo the deletion' }).click();
      await expect(page.locator('mf-runs-chart .drawing [stroke="var(--run-2)"]')).toHaveCount(1);
      await expectReadable(page);
    });
  });
}
