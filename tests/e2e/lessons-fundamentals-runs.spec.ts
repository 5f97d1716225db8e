import { numberIn, open, printed, TrainedFigure, turnTo } from './fundamentals';
import { expect, test } from './minifactory';

test.describe('the numbers the course prints', () => {
  test('are those of the linear regression, its exact fit and their share of the mean price', async ({ page }) => {
    await open(page, 'regression-training');
    const figure = new TrainedFigure(page, 'mf-training-figure');
    await figure.trainToEnd(1000);
    await expect(figure.measure('rmse')).toHaveText(printed('ch2.linear.rmse'));
    await expect(figure.measure('relative')).toHaveText(`${printed('ch2.linear.relative')} %`);
    await expect(figure.measure('mae', 1)).toHaveText(printed('ch2.exact.mae'));
    await expect(figure.measure('rmse', 1)).toHaveText(printed('ch2.exact.rmse'));
  });

  for (const [name, tag] of [
    ['network-training', 'mf-training-figure'],
    ['network-judged', 'mf-predictions-figure'],
  ] as const) {
    test(`are those of the network on ${name}`, async ({ page }) => {
      await open(page, name);
      const figure = new TrainedFigure(page, tag);
      await figure.trainToEnd(10000);
      await expect(figure.measure('mae')).toHaveText(printed('ch2.network.mae'));
      await expect(figure.measure('rmse')).toHaveText(printed('ch2.network.rmse'));
    });
  }

  test('are in the rows of W1 that the course reads off', async ({ page }) => {
    await open(page, 'learned-features');
    const figure = new TrainedFigure(page, 'mf-learned-figure');
    await figure.trainToEnd(10000);
    await figure.element.getByRole('combobox', { name: 'Read' }).selectOption('row');
    const weight = async (unit: number, feature: string) => {
      const row = figure.element.locator(`section[data-unit="${unit}"] tr[data-name=${feature}]`);
      return (await row.locator('td').last().innerText()).replace('−', '-').trim();
    };
    // Rows 7 and 9 counted from 0; features 6, 1, 7 and 2, 4, 1 counted from 1.
    expect(await weight(8, 'RM')).toBe(printed('ch2.network.w1.7.5'));
    expect(await weight(8, 'CRIM')).toBe(printed('ch2.network.w1.7.0'));
    expect(await weight(8, 'AGE')).toBe(printed('ch2.network.w1.7.6'));
    expect(await weight(10, 'ZN')).toBe(printed('ch2.network.w1.9.1'));
    expect(await weight(10, 'CHAS')).toBe(printed('ch2.network.w1.9.3'));
    expect(await weight(10, 'CRIM')).toBe(printed('ch2.network.w1.9.0'));
  });
});

test.describe('a run in a figure', () => {
  test('trains by batch, epoch, slider and keys, and stands in the address', async ({ page, context }) => {
    await open(page, 'regression-training');
    const figure = new TrainedFigure(page, 'mf-training-figure');
    await figure.button('1 batch').click();
    await expect(figure.batches).toHaveValue('1');
    await figure.button('1 epoch').click();
    await expect(figure.batches).toHaveValue('16');
    await expect(page).toHaveURL(/f1\.batches=16/);
    await figure.slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(figure.batches).toHaveValue('17');
    await page.keyboard.press('ArrowLeft');
    await figure.batches.fill('320');
    await figure.batches.press('Enter');
    await expect(page).toHaveURL(/f1\.batches=320/);
    await expect(figure.element.getByText('320 of 1,000 batches')).toBeVisible();
    const error = await figure.measure('rmse').innerText();

    const other = await context.newPage();
    await other.goto(page.url());
    const same = new TrainedFigure(other, 'mf-training-figure');
    await same.element.scrollIntoViewIfNeeded();
    await expect(same.batches).toHaveValue('320');
    await expect(same.measure('rmse')).toHaveText(error);

    await figure.button('Reset').click();
    await expect(figure.batches).toHaveValue('0');
    await expect(page).not.toHaveURL(/batches/);
  });

  test('plays, pauses out of sight, and lets one figure play at a time', async ({ page }) => {
    await open(page, 'gradient-slip');
    const check = new TrainedFigure(page, 'mf-bias-check-figure');
    const slip = new TrainedFigure(page, 'mf-slip-figure');
    await slip.element.scrollIntoViewIfNeeded();
    await slip.button('Train').click();
    await expect(slip.button('Pause')).toBeVisible();
    await check.button('Train').scrollIntoViewIfNeeded();
    await check.button('Train').click();
    await expect(slip.button('Train on')).toBeAttached();
    await expect(check.button('Pause')).toBeVisible();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(check.button('Train on')).toBeAttached();
    expect(Number(await check.batches.inputValue())).toBeGreaterThan(0);
  });

  test('shows the reason of a failure, and can be tried again', async ({ page, watch }) => {
    watch.expect('training.worker', 'ERR_FAILED');
    await page.route('**/training.worker*', (route) => route.abort());
    await open(page, 'regression-training');
    const figure = new TrainedFigure(page, 'mf-training-figure');
    await expect(figure.element.getByRole('alert')).toContainText('worker');
    await page.unroute('**/training.worker*');
    await figure.button('Try again').click();
    await figure.trainToEnd(1000);
    await expect(figure.measure('rmse')).toHaveText(printed('ch2.linear.rmse'));
  });

  test('ends when its page is left', async ({ page }) => {
    await open(page, 'regression-training');
    const figure = new TrainedFigure(page, 'mf-training-figure');
    await figure.trainToEnd(1000);
    expect(page.workers()).toHaveLength(1);
    await turnTo(page, 'ladder');
    await expect(page.locator('mf-fit-line-figure')).toBeVisible();
    await expect.poll(() => page.locator('mf-training-figure').count()).toBe(0);
    await turnTo(page, 'sigmoid');
    await expect(page.locator('mf-sigmoid-unit-figure')).toBeVisible();
    await expect.poll(() => page.workers().length).toBe(0);
  });
});

test('the line of the regression is one, and the curve of the network is none', async ({ page }) => {
  /** The largest second difference of the forty predictions. */
  const bend = async (name: string, batches: number) => {
    await open(page, name);
    const figure = new TrainedFigure(page, 'mf-response-figure');
    await figure.trainToEnd(batches);
    await figure.element.getByText('Values as a table').click();
    const rows = figure.element.locator('mf-data-table tbody tr');
    await expect(rows).toHaveCount(40);
    const answers = (await rows.locator('td:last-child').allInnerTexts()).map(numberIn);
    const scaled = (await rows.locator('td').nth(0).innerText()).replace('−', '-');
    expect(Number(scaled)).toBeCloseTo(-1.5, 6);
    return Math.max(
      ...answers.slice(2).map((y, i) => Math.abs(y - 2 * (answers[i + 1] as number) + (answers[i] as number))),
    );
  };
  // The table has four digits.
  expect(await bend('most-important-feature', 1000)).toBeLessThan(0.025);
  expect(await bend('network-curve', 10000)).toBeGreaterThan(0.3);
});

test('the gradient check finds the bug in the hidden biases, and nothing after it is fixed', async ({ page }) => {
  await open(page, 'gradient-slip');
  const figure = page.locator('mf-bias-check-figure');
  await figure.scrollIntoViewIfNeeded();
  const wrong = (parameter: string) => figure.locator(`tr[data-parameter=${parameter}] td`).nth(1);
  await expect(wrong('B1')).toHaveText('▲ 13');
  for (const parameter of ['W1', 'W2', 'B2']) await expect(wrong(parameter)).toHaveText('✓ none');
  const numbers = async (column: number) =>
    (await figure.locator(`table.biases tbody td:nth-of-type(${column})`).allInnerTexts()).map(numberIn);
  const [backward, nudged] = [await numbers(1), await numbers(2)];
  expect(nudged).toHaveLength(13);
  const sum = nudged.reduce((total, value) => total + value, 0);
  for (const value of backward) expect(Math.abs(value - sum)).toBeLessThan(1e-4 * Math.abs(sum));

  await figure.getByRole('combobox', { name: 'Bias gradient' }).selectOption({ label: 'right gradient' });
  await expect(wrong('B1')).toHaveText('✓ none');
});

test('both gradients train side by side, the course’s to its printed error', async ({ page }) => {
  await open(page, 'gradient-slip');
  const figure = new TrainedFigure(page, 'mf-slip-figure');
  await figure.trainToEnd(10000);
  const tables = figure.element.locator('table.metrics');
  const rmse = (table: number, model: number) => tables.nth(table).locator('tr[data-measure=rmse] td').nth(model);
  await expect(rmse(1, 0)).toHaveText(printed('ch2.network.rmse'));
  await expect
    .poll(async () => numberIn(await rmse(0, 1).innerText()))
    .toBeLessThan(numberIn(await rmse(0, 0).innerText()));
});

test('two linear layers are one, until a sigmoid stands between them', async ({ page }) => {
  await open(page, 'why-a-nonlinearity');
  const figure = new TrainedFigure(page, 'mf-collapse-figure');
  await figure.trainToEnd(2000);
  const says = figure.element.getByText(/^Largest difference/);
  await expect(says).toContainText(/×10⁻¹[⁰¹²³⁴⁵⁶⁷⁸⁹], in/);
  await figure.element.getByRole('textbox', { name: 'Hidden units' }).fill('3');
  await figure.element.getByRole('textbox', { name: 'Hidden units' }).press('Enter');
  await expect(page).toHaveURL(/units=3/);
  await expect(says).toContainText(/×10⁻¹[⁰¹²³⁴⁵⁶⁷⁸⁹], in/);
  await figure.element.getByRole('combobox', { name: 'Between the layers' }).selectOption('sigmoid');
  await expect(says).not.toContainText('×10⁻');
});
