import ledger from '../golden/ledger.json' with { type: 'json' };
import { expect, TrainPage, test } from './minifactory';

const printed = (id: string) => {
  const row = ledger.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`The ledger has no row ${id}.`);
  return row.printed;
};

const MODELS = [
  { id: 'linear', title: 'Chapter 3: linear model' },
  { id: 'one-hidden', title: 'Chapter 3: one hidden layer' },
  { id: 'two-hidden', title: 'Chapter 3: two hidden layers' },
];

for (const { id, title } of MODELS) {
  test(`${title} ends with the losses the course prints`, async ({ page }) => {
    const view = new TrainPage(page);
    await view.open();
    await view.choosePreset(title);
    await view.train.click();
    await expect(view.notes).toContainText('Training finished');
    for (const epoch of [10, 20, 30, 40, 50]) {
      const row = page
        .locator('mf-evaluations-table tbody tr')
        .filter({ has: page.getByRole('rowheader', { name: String(epoch), exact: true }) });
      await expect(row.locator('td').first()).toHaveText(printed(`ch3.${id}.epoch${epoch}`));
    }
    for (const measure of ['mae', 'rmse'] as const) {
      const shown = Number.parseFloat(await view.metric('test', measure).innerText());
      expect(shown.toFixed(2)).toBe(printed(`ch3.${id}.${measure}`));
    }
  });
}

test('a first visitor finds a run that is ready, and Train is the first thing to press', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await expect(page).toHaveTitle(/Minifactory/);
  await expect(page.getByText('Press Train and watch it learn.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Chapter 3: one hidden layer' })).toBeVisible();
  await expect(view.train).toBeEnabled();
  expect(await view.batchesDone()).toBe(0);
});

test('pictures of the run stand on the page', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await expect(page.locator('mf-network-diagram')).toContainText('196 parameters');
  await expect(page.locator('mf-loss-chart canvas')).toBeVisible();
  await page.locator('mf-response-chart').scrollIntoViewIfNeeded();
  await expect(page.locator('mf-prediction-chart svg').first()).toBeVisible();
  await expect(page.locator('mf-response-chart svg').first()).toBeVisible();
  await expect(page.locator('mf-response-chart')).toContainText('LSTAT');
});

test('the response follows the feature that is picked', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await page.getByRole('combobox', { name: 'Feature' }).selectOption('RM');
  await expect(page.locator('mf-response-chart').getByText('Response to RM')).toBeVisible();
});

test('the exact fit and the mean price stand beside the network, the best marked by more than colour', async ({
  page,
}) => {
  const view = new TrainPage(page);
  await view.open();
  const rmse = page.locator('mf-metrics-table tbody[data-set=test] tr[data-measure=rmse] td');
  await expect(rmse.nth(1)).toContainText(Number(printed('ch2.exact.rmse')).toFixed(3));
  await expect(rmse.nth(1)).toContainText('the best');
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await expect(rmse.nth(0)).toContainText('the best');
  await expect(rmse.nth(1)).not.toContainText('the best');
});
