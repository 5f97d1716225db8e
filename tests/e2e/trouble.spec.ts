import { expect, type Page, TrainPage, test } from './minifactory';

const TEN = '10';
const ENGINE = '**/*.wasm';

async function killWorker(page: Page): Promise<void> {
  const [worker] = page.workers();
  await worker?.evaluate(() => self.close());
}

test('a run that diverges is stopped and explained, and continues with a smaller rate, which the next training keeps', async ({
  page,
}) => {
  const view = new TrainPage(page);
  await view.open();
  await view.rate.fill('5');
  await view.rate.press('Enter');
  await view.train.click();
  await expect(view.notes).toContainText(/Training diverged at batch \d+/);
  await expect(view.notes).toContainText('learning rate of 5');
  await expect(view.notes.getByRole('button', { name: /^Go back to .* with a rate of 0\.5$/ })).toBeVisible();
  await view.notes.getByRole('button', { name: /^Go back to .* with a rate of 0\.01$/ }).click();
  await expect(view.notes).toContainText(/Training finished|Stopped early/);
  await expect(view.rate).toHaveValue('0.01');
  expect(Number.parseFloat(await view.metric('test', 'rmse').innerText())).toBeGreaterThan(0);
  await view.train.click();
  await expect(view.notes).toContainText(/Training finished|Stopped early/);
  await expect(view.rate).toHaveValue('0.01');
  await expect(page.getByRole('combobox', { name: 'Start from' })).toHaveValue('chapter-3-one-hidden');
});

test('early stopping names the evaluation that was no better and the parameters that are kept', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.unfold('Learning');
  await page.getByRole('textbox', { name: 'Train for' }).fill('2000');
  await view.train.click();
  await expect(view.notes).toContainText(
    /At epoch \d+ the loss on the test rows was [\d.]+, no better than [\d.]+ at epoch \d+/,
  );
  await expect(view.notes).toContainText(/The run keeps the parameters of epoch \d+/);
});

test('a worker killed during training is detected, and the run continues from its checkpoint to the same end', async ({
  page,
}) => {
  const view = new TrainPage(page);
  await view.open();
  const straight = await view.trainedNumbers();

  await view.setSpeed(TEN);
  await view.train.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(20);
  await killWorker(page);
  await expect(view.notes).toContainText('Training was interrupted', { timeout: 15_000 });
  await view.notes.getByRole('button', { name: /^Continue from epoch/ }).click();
  await expect(view.pause).toBeVisible();
  await view.setSpeed('fastest');
  await expect(view.notes).toContainText('Training finished');
  expect(await view.numbers()).toBe(straight);
});

for (const { what, answer } of [
  { what: 'missing', answer: { status: 404, body: '' } },
  { what: 'no WebAssembly', answer: { status: 200, contentType: 'text/html', body: '<p>Not here</p>' } },
]) {
  test(`an engine file that is ${what} is reported, the page stays usable, and a retry works`, async ({
    page,
    watch,
  }) => {
    watch.expect('404');
    const view = new TrainPage(page);
    await page.route(ENGINE, (route) => route.fulfill(answer));
    await page.goto('./');
    await expect(view.notes).toContainText('The training engine did not start');
    await page.getByRole('link', { name: 'Data' }).click();
    await expect(page.getByRole('table', { name: 'All 506 rows' })).toBeVisible();
    await page.getByRole('link', { name: 'Recipe' }).click();
    await expect(page.getByRole('textbox', { name: 'Recipe as JSON' })).toHaveValue(/"layers"/);
    await page.unroute(ENGINE);
    await page.getByRole('link', { name: 'Train' }).click();
    // Not the button of the view that is being left.
    await expect(page.locator('mf-app main .view.train:not(.kept)')).toBeVisible();
    await view.notes.getByRole('button', { name: 'Try again' }).click();
    await view.isReady();
    await expect(view.notes).not.toContainText('did not start');
  });
}

test('a view that cannot be loaded is reported, and the rest still works', async ({ page, watch }) => {
  watch.expect('404');
  const view = new TrainPage(page);
  await view.open();
  await page.route('**/recipe-view-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.getByRole('link', { name: 'Recipe' }).click();
  await expect(view.notes).toContainText('This view could not be loaded');
  await page.getByRole('link', { name: 'Train' }).click();
  await expect(view.train).toBeEnabled();
});

test('a truncated engine file is reported', async ({ page }) => {
  await page.route(ENGINE, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 20_000) });
  });
  await page.goto('./');
  await expect(new TrainPage(page).notes).toContainText('The training engine did not start');
});

test('an engine file of the wrong MIME type still trains', async ({ page }) => {
  await page.route(ENGINE, async (route) =>
    route.fulfill({ response: await route.fetch(), contentType: 'text/plain' }),
  );
  const view = new TrainPage(page);
  await view.open();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
});

test('a page reloaded mid-run has its recipe, view, speed and theme again', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.unfold('Layers');
  await page.getByRole('textbox', { name: 'Layer 1: units' }).fill('21');
  await view.unfold('Learning');
  await page.getByRole('textbox', { name: 'Batch size' }).fill('none');
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await view.setSpeed(TEN);
  await page.reload();
  await view.isReady().catch(() => {});
  await view.unfold('Layers');
  await expect(page.getByRole('textbox', { name: 'Layer 1: units' })).toHaveValue('21');
  await view.unfold('Learning');
  await expect(page.getByRole('textbox', { name: 'Batch size' })).toHaveValue('none');
  await expect(view.speed).toHaveValue('10');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await view.unfold('Learning');
  await page.getByRole('textbox', { name: 'Batch size' }).fill('32');
  await view.train.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(5);
  await page.reload();
  await view.isReady();
  await expect(page.locator('mf-network-diagram')).toContainText('21 sigmoid units');
});

test('without storage the page works', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }
  });
  const view = new TrainPage(page);
  await view.open();
  // Every visit is a first one.
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await view.skip.click();
  await expect(view.notes).toContainText('Training finished');
});

test('a tab hidden and shown again catches up', async ({ page, context }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.setSpeed(TEN);
  await view.train.click();
  const other = await context.newPage();
  await other.bringToFront();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(30);
  await page.bringToFront();
  await view.setSpeed('fastest');
  await expect(view.notes).toContainText('Training finished');
  await expect(page.locator('mf-loss-chart')).toContainText('after epoch 50');
});
