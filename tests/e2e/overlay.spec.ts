import { expectReadable } from './barriers';
import { expect, LOOKS, type Page, TrainPage, test } from './minifactory';

const TEN = '10';
const HUNDRED = '100';

const picker = (page: Page) => page.locator('mf-overlay-picker');
const lossChart = (page: Page) => page.locator('mf-loss-chart');
const responseChart = (page: Page) => page.locator('mf-response-chart');

/** A chart is drawn only when it is in view. */
async function expectLineBehind(page: Page, colour: number): Promise<void> {
  await responseChart(page).scrollIntoViewIfNeeded();
  await expect(responseChart(page).locator(`.drawing [stroke="var(--run-${colour})"]`)).toHaveCount(1);
}

async function show(page: Page, view: 'Train' | 'Runs'): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: view }).click();
}

async function trainToEnd({ train, notes }: TrainPage): Promise<void> {
  await train.click();
  await expect(notes).toContainText(/Training finished|Stopped early/);
}

/** Two finished runs of the course's networks, with one and with two hidden layers. */
async function twoRuns(page: Page): Promise<TrainPage> {
  const view = new TrainPage(page);
  await view.open();
  await trainToEnd(view);
  await view.choosePreset('Chapter 3: two hidden layers');
  await expect.poll(() => view.batchesDone()).toBe(0);
  await trainToEnd(view);
  return view;
}

/** The cells of this epoch's row in the loss chart's table, by column. */
async function lossesAt(page: Page, epoch: number): Promise<Record<string, string>> {
  const table = lossChart(page).getByRole('table');
  const heads = await table.getByRole('columnheader').allInnerTexts();
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: String(epoch), exact: true }) });
  const cells = await row.getByRole('cell').or(row.getByRole('rowheader')).allInnerTexts();
  return Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? '']));
}

test('a stored run is drawn behind the live one, with the losses and the response it had', async ({ page }) => {
  test.slow();
  const view = await twoRuns(page);
  let summary = '';
  const isSettled = async (): Promise<boolean> => {
    const before = summary;
    summary = await responseChart(page).locator('.summary').innerText();
    return summary === before;
  };
  // The text follows the run a little later.
  await expect.poll(isSettled, { intervals: [1000] }).toBe(true);
  const ends = /the prediction goes from ([\d.]+) to ([\d.]+)/.exec(summary)?.slice(1);
  await lossChart(page).getByText('Values as a table').click();
  const own = await lossesAt(page, 50);
  await picker(page).getByText('Compare with runs').click();
  await picker(page).getByRole('checkbox', { name: 'Run 2' }).check();
  await page.keyboard.press('Escape');
  await expect(picker(page).getByRole('checkbox', { name: 'Run 2' })).toBeHidden();
  await view.newSeed.click();
  await expect.poll(() => view.batchesDone()).toBe(0);

  await expect(lossChart(page).locator('.legend')).toContainText('Run 2, test');
  await expect(lossChart(page).locator('.summary')).toContainText('Run 2 has ');
  await expect.poll(async () => (await lossesAt(page, 50))['Run 2, test']).toBe(own.test);
  await expect.poll(async () => (await lossesAt(page, 50)).test).toBe('');
  await expect(responseChart(page).locator('.summary')).toContainText(
    `Behind it: Run 2 from ${ends?.[0]} to ${ends?.[1]}.`,
  );
  await expectLineBehind(page, 2);

  await page.getByRole('combobox', { name: 'Feature' }).selectOption('RM');
  await expect(responseChart(page)).toContainText('Response to RM');
  await expect(responseChart(page).locator('.summary')).toContainText('Behind it: Run 2 from ');
  await expect(responseChart(page).locator('.summary')).not.toContainText(`Run 2 from ${ends?.[0]} to`);
});

test('the choice is made in the Runs view as well, survives a reload, and ends with the run', async ({ page }) => {
  test.slow();
  await twoRuns(page);
  await show(page, 'Runs');
  await page.getByRole('checkbox', { name: 'Compare Run 1 in the Train view' }).check();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Compare Run 1 in the Train view' })).toBeChecked();
  await show(page, 'Train');
  await expect(lossChart(page).locator('.legend')).toContainText('Run 1, test');
  await expectLineBehind(page, 1);
  await show(page, 'Runs');
  await page.getByRole('button', { name: 'Delete Run 1' }).click();
  await show(page, 'Train');
  await expect(lossChart(page).locator('.legend')).not.toContainText('Run 1');
  await expect(picker(page)).toContainText('Compare with runs');
});

test('a run that trains during a reload is stored up to that point, with a notice that it was interrupted', async ({
  page,
}) => {
  const view = new TrainPage(page);
  await view.open();
  await view.setSpeed(HUNDRED);
  await view.train.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(30);
  const seen = await view.batchesDone();
  await page.reload();
  await expect(view.notes).toContainText('“Run 1” was still training when the page was closed');
  const kept = Number(/batch (\d+)/.exec(await view.notes.getByText('was still training').innerText())?.[1]);
  expect(kept).toBeGreaterThanOrEqual(seen);
  await view.notes.getByRole('button', { name: 'Understood' }).click();
  await expect(view.notes).not.toContainText('was still training');
  await show(page, 'Runs');
  await expect(page.locator('mf-runs-table tbody tr')).toHaveCount(1);
  await expect(page.locator('mf-runs-table tbody tr')).toContainText('page was closed');
  await page.reload();
  await expect(page.locator('mf-runs-table tbody tr')).toHaveCount(1);
  await expect(view.notes).not.toContainText('was still training');
});

test('a run that another page is still training is left to it', async ({ page, context }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.setSpeed(TEN);
  await view.epoch.click();
  await expect.poll(() => view.batchesDone()).toBe(12);
  const other = await context.newPage();
  const otherView = new TrainPage(other);
  await other.goto(page.url());
  await otherView.isReady();
  await expect(otherView.train).toBeVisible();
  await expect(otherView.notes).not.toContainText('was still training');
  await page.close();
  await expect(otherView.notes).toContainText('epoch 1, batch 12');
});

test('a run edited by hand is marked in the list of runs and when its recipe is opened again', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.epoch.click();
  await expect.poll(() => view.batchesDone()).toBe(12);
  await page.getByRole('navigation').getByRole('link', { name: 'Check' }).click();
  const value = page.locator('mf-edit-panel').getByRole('textbox', { name: 'W1[CRIM, unit 1]' });
  await value.fill('3');
  await value.press('Enter');
  await expect(view.notes).toContainText('Edited by hand');
  await show(page, 'Train');
  await trainToEnd(view);
  await show(page, 'Runs');
  await expect(page.locator('mf-runs-table tbody tr mark')).toHaveText('edited by hand at batch 12');
  await page.getByRole('button', { name: 'Open the recipe of Run 1' }).click();
  await expect(view.notes).toContainText('because that run was changed during training: edited by hand at batch 12');
});

for (const { width, colorScheme } of LOOKS) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('runs behind the live one, and their choice, are accessible and fit', async ({ page }) => {
      test.slow();
      await twoRuns(page);
      await picker(page).getByText('Compare with runs').click();
      for (const name of ['Run 1', 'Run 2']) await picker(page).getByRole('checkbox', { name }).check();
      await expectLineBehind(page, 2);
      await expectReadable(page);
    });
  });
}
