import { numberIn, open, printed, TrainedFigure } from './fundamentals';
import { expect, type Locator, test } from './minifactory';

test.describe('the walk through a graph', () => {
  const stepsOf = (figure: Locator, way: string) => figure.getByRole('list', { name: `steps ${way}` });

  test('of the network has 6 steps forward and 17 back, by keys and by boxes', async ({ page }) => {
    await open(page, 'twenty-three-steps');
    const figure = page.locator('mf-graph-figure');
    await figure.scrollIntoViewIfNeeded();
    await expect(stepsOf(figure, 'forward').getByRole('button')).toHaveCount(6);
    await expect(stepsOf(figure, 'backward').getByRole('button')).toHaveCount(17);
    await figure.getByRole('button', { name: 'Next step' }).focus();
    const says = figure.getByRole('status').filter({ hasText: /^Step/ });
    for (let step = 1; step < 23; step++) {
      await page.keyboard.press('ArrowRight');
      await expect(says).toContainText(`Step ${step + 1} of 23`);
    }
    await expect(says).toContainText('∂L/∂W1');
    await expect(page).toHaveURL(/twenty-three-steps\?f1\.step=22/);
    await figure.locator('mf-pass-diagram [data-box="2"]').click();
    await expect(says).toContainText('∂O1/∂N1');
  });

  test('of the regression shows the numbers that a number is computed from', async ({ page }) => {
    await open(page, 'regression-backward', '?f1.step=9&f1.row=12');
    const figure = page.locator('mf-graph-figure');
    await figure.scrollIntoViewIfNeeded();
    await expect(stepsOf(figure, 'forward').getByRole('button')).toHaveCount(3);
    await expect(stepsOf(figure, 'backward').getByRole('button')).toHaveCount(7);
    await expect(figure.getByText(/^At LSTAT, unit 1: /)).toBeVisible();
    const cell = figure.locator('mf-matrix-table td[aria-selected=true]');
    const value = await cell.innerText();
    await expect(figure.getByText(/^At LSTAT, unit 1: /)).toContainText(`(19 more) = ${value}.`);
  });

  test('is the same in three drawings', async ({ page }) => {
    await open(page, 'three-drawings');
    const figure = page.locator('mf-drawings-figure');
    await figure.scrollIntoViewIfNeeded();
    for (const drawing of ['layers', 'circles', 'boxes']) {
      await figure.getByRole('combobox', { name: 'Drawn as' }).selectOption(drawing);
      await expect(figure.getByRole('group', { name: `The network as ${drawing}` })).toBeVisible();
    }
  });
});

test('column B is dropped by one click and restored by another', async ({ page }) => {
  await open(page, 'the-data');
  const figure = page.locator('mf-column-b-figure');
  await figure.scrollIntoViewIfNeeded();
  const errors = figure.locator('tr[data-measure=rmse] td');
  await expect(errors).toHaveText([printed('ch2.exact.rmse')]);
  await figure.getByRole('button', { name: 'Drop column B' }).click();
  await expect(errors).toHaveCount(2);
  await expect(figure.locator('tr[data-name=B] td').last()).toHaveText('not used');
  expect(numberIn(await errors.nth(1).innerText()) - numberIn(await errors.nth(0).innerText())).toBeCloseTo(0.0487, 4);
  await expect(page).toHaveURL(/dropped=true/);
  await figure.getByRole('button', { name: 'Put column B back' }).click();
  await expect(errors).toHaveCount(1);
});

test('a line is fitted by hand, by typing and by keys', async ({ page }) => {
  await open(page, 'ladder');
  const figure = page.locator('mf-fit-line-figure');
  await figure.scrollIntoViewIfNeeded();
  const says = figure.getByText(/^Mean squared error of your line/);
  const errors = async () => (await says.innerText()).match(/\d+\.\d+/g)?.map(Number) as [number, number];
  await expect.poll(async () => (await errors())[0]).toBeGreaterThan(200);
  for (const [name, value] of [
    ['Weight w, $1000s', '6.4'],
    ['Bias b, $1000s', '22.7'],
  ] as const) {
    const field = figure.getByRole('textbox', { name });
    await field.fill(value);
    await field.press('Enter');
  }
  await expect.poll(async () => (await errors())[0] - (await errors())[1]).toBeLessThan(0.5);
  const [near, least] = await errors();
  expect(near).toBeGreaterThanOrEqual(least);
  await figure.getByRole('slider', { name: 'Weight w, $1000s, slider' }).focus();
  await page.keyboard.press('PageDown');
  await expect.poll(async () => (await errors())[0]).toBeGreaterThan(near);
});

test('a column is shown as it is and standardised', async ({ page }) => {
  await open(page, 'standardising');
  const figure = page.locator('mf-standardise-figure');
  await figure.scrollIntoViewIfNeeded();
  // Row 0 has 6.575 rooms; mean 6.2846, deviation 0.7019 over all 506 rows.
  await expect(figure.getByText('Row 0: 6.575 rooms becomes 0.4137')).toBeVisible();
  await figure.getByRole('combobox', { name: 'Column' }).selectOption('TAX');
  await expect(figure.getByText(/^TAX has the mean 408\.2/)).toBeVisible();
});

test('a sigmoid unit follows the pointer and the keys', async ({ page }) => {
  await open(page, 'sigmoid', '?f1.weight=2&f1.bias=-1');
  const figure = page.locator('mf-sigmoid-unit-figure');
  await figure.scrollIntoViewIfNeeded();
  const handle = figure.getByRole('slider', { name: 'Input x' });
  const words = figure.getByText(/^At x = /);
  const output = (x: number) => 1 / (1 + Math.exp(-(2 * x - 1)));
  await expect(words).toContainText(
    `= ${output(1).toFixed(4)}; its slope there is ${(2 * output(1) * (1 - output(1))).toFixed(4)}`,
  );
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect(words).toContainText(`= ${output(1.1).toFixed(4)}`);
  const box = await handle.boundingBox();
  if (box === null) throw new Error('The handle has no place.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 120, box.y, { steps: 4 });
  await page.mouse.up();
  const x = Number(await handle.getAttribute('aria-valuenow'));
  expect(x).toBeLessThan(1);
  await expect(words).toContainText(`= ${output(x).toFixed(4)}`);
});

test('the weights come near those of the exact fit', async ({ page }) => {
  await open(page, 'exact-fit');
  const figure = new TrainedFigure(page, 'mf-coefficients-figure');
  await figure.trainToEnd(1000);
  const rows = figure.element.locator('table.bars tbody tr');
  await expect(rows).toHaveCount(13);
  for (const row of await rows.all()) {
    const [learned, exact] = (await row.locator('td').allInnerTexts()).slice(1).map(numberIn) as [number, number];
    expect(Math.abs(learned - exact)).toBeLessThan(0.25);
  }
});
