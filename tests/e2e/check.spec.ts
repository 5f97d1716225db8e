import type { Locator } from '@playwright/test';
import { delayWorker, expect, type Page, TrainPage, test } from './minifactory';

const COURSE = 'Chapter 2: neural network';
const SMALL = 'Chapter 3: one hidden layer';

async function openPreset(page: Page, title: string): Promise<TrainPage> {
  const view = new TrainPage(page);
  await view.open();
  if (title !== SMALL) await view.choosePreset(title);
  await expect.poll(() => view.batchesDone()).toBe(0);
  return view;
}

async function goTo(page: Page, view: 'Check' | 'Train'): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click();
  await expect(page.locator(view === 'Check' ? 'mf-edit-panel' : 'mf-train-view')).toBeVisible();
}

const verdict = (page: Page): Locator => page.locator('mf-gradient-result .verdict');

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check the gradients' }).click();
}

const cells = async (row: Locator): Promise<string[]> => row.locator('td').allInnerTexts();

test('the course’s network fails the check, the corrected one passes, and both are trained for the difference', async ({
  page,
}) => {
  await openPreset(page, COURSE);
  await goTo(page, 'Check');
  await check(page);
  await expect(verdict(page)).toContainText('Failed. Backward pass and nudging disagree on 13 of 196 elements');
  await expect(verdict(page)).toContainText(/The worst is B1\[unit \d+\]/);
  const parts = page.locator('table.parts tbody tr');
  const part = (name: string) => parts.filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await expect(part('W1')).toContainText('none');
  await expect(part('B1')).toContainText('▲ 13');

  // With the bug, every bias has the same gradient: the sum of the right ones.
  const biases = page.locator('table.worst tbody tr').filter({ hasText: 'B1[' });
  const backward = await Promise.all((await biases.all()).map(async (row) => (await cells(row))[0]));
  expect(new Set(backward).size).toBe(1);

  await page.getByRole('button', { name: 'Use the right gradient' }).click();
  await expect(page.getByRole('combobox', { name: 'Start from' })).toHaveValue('chapter-2-network-corrected');
  const difference = page.getByRole('table', { name: 'Both trained to the end' });
  await expect(difference.locator('tbody tr')).toHaveCount(2);
  await check(page);
  await expect(verdict(page)).toContainText('Passed. Backward pass and nudging agree on all 196 elements');

  // The comparison trains: the page’s own runs of both recipes give the same numbers.
  const summed = (await cells(difference.locator('[data-gradient=summed]')))[0];
  const right = (await cells(difference.locator('[data-gradient=right]')))[0];
  expect(summed).not.toBe(right);
  await goTo(page, 'Train');
  const view = new TrainPage(page);
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await expect(view.metric('test', 'rmse')).toContainText(right as string);
  await view.choosePreset(COURSE);
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await expect(view.metric('test', 'rmse')).toContainText(summed as string);
});

test('a comparison under way shows how far it is and can be cancelled, and begun again', async ({ page }) => {
  const view = await openPreset(page, COURSE);
  await view.unfold('Learning');
  await page.getByRole('textbox', { name: 'Train for' }).fill('1000000');
  await expect(page.locator('mf-timeline .place')).toContainText('of 1,000,000');
  await goTo(page, 'Check');
  await check(page);
  const compare = page.getByRole('button', { name: 'Train both and compare' });
  const progress = page.getByRole('progressbar', { name: 'Training both' });
  await compare.click();
  await expect.poll(() => progress.evaluate((bar) => (bar as HTMLProgressElement).value)).toBeGreaterThan(0);
  await expect(compare).toBeDisabled();
  expect(page.workers()).toHaveLength(2);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The comparison was cancelled.')).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(1);
  await compare.click();
  await expect(progress).toBeVisible();
});

test('one parameter or the features, on chosen rows', async ({ page }) => {
  await openPreset(page, SMALL);
  await goTo(page, 'Check');
  await page.getByRole('combobox', { name: 'What to check' }).selectOption({ label: 'X, the input features' });
  await page.getByRole('radio', { name: 'These rows' }).check();
  const rows = page.getByRole('textbox', { name: 'Row numbers' });
  await rows.fill('5, 600');
  await check(page);
  await expect(page.getByText('There is no row 600')).toBeVisible();
  await expect(rows).toHaveAttribute('aria-invalid', 'true');
  await rows.fill('5, 17');
  await check(page);
  await expect(verdict(page)).toContainText('all 26 elements');
  await expect(verdict(page)).toContainText(/X\[row (5|17), [A-Z]+\]/);
  await page.getByRole('combobox', { name: 'What to check' }).selectOption({ label: 'W2, 13 elements' });
  await check(page);
  await expect(verdict(page)).toContainText('Passed. Backward pass and nudging agree on all 13 elements');
  await expect(page.locator('table.worst tbody tr')).toHaveCount(10);
});

test('an element is drawn against L, with both slopes', async ({ page }) => {
  await openPreset(page, COURSE);
  await goTo(page, 'Check');
  await check(page);
  const worst = page.locator('table.worst tbody tr').first();
  const name = await worst.locator('th').innerText();
  await worst.getByRole('button').click();
  const chart = page.locator('mf-slope-chart');
  await expect(chart).toContainText(`L against ${name}`);
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator('svg.mf-plot, .drawing svg').first()).toBeVisible();
  const [analytic, numeric] = (await cells(worst)) as [string, string];
  await expect(chart.locator('.summary')).toContainText(`slope is ${analytic.slice(0, 5)}`);
  await expect(chart.locator('.summary')).toContainText(`nudging says ${numeric.slice(0, 5)}`);

  // Two neighbours of the middle give the slope of nudging, not that of the backward pass.
  await chart.getByText('Values as a table').click();
  await expect(chart.locator('tbody tr').nth(21)).toBeAttached();
  const values = (await chart.locator('tbody tr').allInnerTexts()).map((row) =>
    row.replaceAll('−', '-').split('\t').map(Number),
  );
  const [below, above] = [values[19], values[21]] as [number[], number[]];
  const secant = ((above[1] as number) - (below[1] as number)) / ((above[0] as number) - (below[0] as number));
  const number = (text: string) => Number(text.replaceAll('−', '-'));
  expect(Math.abs(secant - number(numeric))).toBeLessThan(0.2 * Math.abs(secant - number(analytic)));
});

test('a check of a large network can be cancelled', async ({ page }) => {
  const view = await openPreset(page, 'Chapter 3: two hidden layers');
  await view.unfold('Layers');
  const units = page.getByRole('textbox', { name: /units/i });
  await units.nth(0).fill('256');
  await units.nth(1).fill('256');
  await goTo(page, 'Check');
  await expect(page.getByRole('combobox', { name: 'What to check' })).toContainText('69,633 parameters');
  await expect(page.getByText('139,266 passes')).toBeVisible();
  await check(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The check was cancelled.')).toBeVisible();
  await expect(verdict(page)).toBeHidden();
});

test('an edit moves every number that follows from it, and undo brings them back', async ({ page }) => {
  const view = await openPreset(page, SMALL);
  await view.epoch.click();
  await expect.poll(() => view.batchesDone()).toBe(12);
  const trained = await view.numbers();
  await goTo(page, 'Check');
  const panel = page.locator('mf-edit-panel');
  await panel.getByRole('combobox', { name: 'Parameter' }).selectOption('B2');
  await expect(panel.getByRole('combobox', { name: 'Of' })).toHaveText('MEDV');
  const value = panel.getByRole('textbox', { name: 'B2[MEDV]' });
  const before = Number(await value.inputValue());
  const mean = async () => Number((await panel.locator('tr[data-measure=rmse] td').first().innerText()).slice(-6));
  const error = await mean();

  // The output bias changes every prediction by the same amount.
  await value.fill(String(before + 100));
  await value.press('Enter');
  await expect(view.notes).toContainText('Edited by hand');
  await expect.poll(mean).toBeGreaterThan(error + 50);
  await goTo(page, 'Train');
  expect(await view.numbers()).not.toBe(trained);
  await expect(view.notes).toContainText(
    'Edited by hand. 1 number of the network is different from the trained values',
  );

  await goTo(page, 'Check');
  await page.keyboard.press('Control+z');
  await expect(value).toHaveValue(String(before));
  await expect(view.notes).not.toContainText('Edited by hand');
  await goTo(page, 'Train');
  await expect.poll(() => view.numbers()).toBe(trained);
  await goTo(page, 'Check');
  await page.keyboard.press('Control+Shift+z');
  await expect(value).toHaveValue(String(before + 100));

  // A drag is one edit, and the arrow keys move the slider.
  const slider = panel.getByRole('slider', { name: 'Drag B2[MEDV]' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(panel).toContainText('2 edits can be undone');
  await panel.getByRole('button', { name: 'Restore the trained values' }).click();
  await expect(value).toHaveValue(String(before));
  await goTo(page, 'Train');
  await expect.poll(() => view.numbers()).toBe(trained);
});

test('keys pressed faster than the page follows are an edit each', async ({ page }) => {
  await delayWorker(page);
  await openPreset(page, SMALL);
  await goTo(page, 'Check');
  const panel = page.locator('mf-edit-panel');
  await panel.getByRole('slider').focus();
  for (let pressed = 0; pressed < 10; pressed += 1) await page.keyboard.press('ArrowLeft');
  await expect(panel).toContainText('10 edits can be undone');
});

test('training on from an edit says so until the run is reset', async ({ page }) => {
  const view = await openPreset(page, SMALL);
  await goTo(page, 'Check');
  const value = page.locator('mf-edit-panel').getByRole('textbox', { name: 'W1[CRIM, unit 1]' });
  await value.fill('x');
  await expect(page.getByText('Enter a number')).toBeVisible();
  await value.fill('0.5');
  await value.press('Enter');
  await goTo(page, 'Train');
  await view.epoch.click();
  await expect(view.notes).toContainText('Since epoch 0, this run has been training with numbers changed by hand');
  await view.reset.click();
  await expect(view.notes).not.toContainText('Edited by hand');
});

test('a unit’s column is what it listens to, and the row is there beside it', async ({ page }) => {
  await openPreset(page, SMALL);
  await goTo(page, 'Check');
  const unit = page.locator('mf-learned-features [data-unit]').first();
  const number = await unit.getAttribute('data-unit');
  const strongest = unit.locator('.column li').first();
  const [feature, weight] = (await strongest.innerText()).split(/\s+/) as [string, string];
  const panel = page.locator('mf-edit-panel');
  await panel.getByRole('combobox', { name: 'From' }).selectOption(feature);
  await panel.getByRole('combobox', { name: 'To' }).selectOption(`unit ${number}`);
  const value = Number(await panel.getByRole('textbox', { name: `W1[${feature}, unit ${number}]` }).inputValue());
  expect(value).toBeCloseTo(Number(weight.replace('−', '-')), 2);
  await expect(unit.locator('.row')).toBeHidden();
  await page.getByRole('button', { name: 'Show the row that the course prints' }).click();
  await expect(unit.locator('.row li')).toHaveCount(5);
  await expect(unit.locator('.row h5')).toHaveText(`Row ${number} of W1, as the course prints it`);
});
