import ledger from '../golden/ledger.json' with { type: 'json' };
import { showPredicted } from './lessons-page';
import { expect, type Locator, type Page, test } from './minifactory';

/** Enough for a worker to load the engine and train, also on a busy machine. */
const TRAINED = { timeout: 20_000 };

function printed(id: string): string {
  const row = ledger.find((entry) => entry.id === id);
  if (row === undefined) throw new RangeError(`The ledger has no row ${id}.`);
  return row.printed;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
/** As in the cells of an array: six significant digits. */
const written = (value: number): string => String(Number(value.toPrecision(6))).replace('-', '−');

async function open(page: Page, name: string, figure: string, query = ''): Promise<Locator> {
  await page.goto(`./#lessons/from-scratch/${name}${query}`);
  await showPredicted(page, `from-scratch/${name}`);
  const found = page.locator(`mf-${figure}-figure`);
  await expect(found.locator('figure').first()).toBeVisible(TRAINED);
  // A figure computes when it is in view.
  await found.scrollIntoViewIfNeeded();
  return found;
}

/** The sentence that describes the figure. */
const said = (figure: Locator): Locator => figure.locator('mf-live-words').getByRole('status');

/** The array with this name: its shape and its numbers as text. */
function array(figure: Locator, name: string) {
  const grid = figure.locator('mf-array-grid').filter({ hasText: new RegExp(`^\\s*${name} \\(`) });
  return {
    grid,
    cell: (row: number, column: number) =>
      grid.getByRole('spinbutton', { name: `${name}, row ${row}, column ${column}`, exact: true }),
    async expectNumbers(shape: string, numbers: readonly number[]): Promise<void> {
      await expect(grid.locator('caption')).toContainText(shape);
      await expect(grid.locator('td')).toHaveText(numbers.map(written));
    },
  };
}

/** The cells of a table row, by its heading. */
const cells = (figure: Locator, heading: string): Promise<string[]> =>
  figure
    .getByRole('row')
    .filter({ has: figure.page().getByRole('rowheader', { name: heading, exact: true }) })
    .locator('td')
    .allInnerTexts();

test.describe('an operation', () => {
  test('runs forward and backward on the typed numbers', async ({ page }) => {
    const figure = await open(page, 'operation', 'operation');
    const inputs = [1, -2, 0.5, 3];
    await array(figure, 'O').expectNumbers('(2, 2)', inputs.map(sigmoid));
    await array(figure, '∂L/∂X').expectNumbers(
      '(2, 2)',
      inputs.map((x) => sigmoid(x) * (1 - sigmoid(x))),
    );

    await array(figure, 'X').cell(1, 1).fill('2.5');
    await array(figure, 'X').cell(1, 1).press('Enter');
    await array(figure, 'X').cell(1, 2).press('ArrowUp');
    await array(figure, 'O').expectNumbers('(2, 2)', [2.5, -1.9, 0.5, 3].map(sigmoid));
    await expect(page).toHaveURL(/f1\.input=2\.5\+-1\.9\+0\.5\+3/);
  });

  test('refuses a gradient of another shape in the engine’s own words', async ({ page }) => {
    const figure = await open(page, 'operation', 'operation');
    await figure.getByRole('button', { name: 'Add a column to X' }).click();
    await array(figure, 'O').expectNumbers('(2, 3)', [1, -2, 1, 0.5, 3, 1].map(sigmoid));
    await expect(figure.locator('.refusal')).toHaveText(
      'Sigmoid put out (2, 3), so its output gradient cannot be (2, 2).',
    );
    await expect(said(figure)).toContainText('The backward pass failed');
    await figure.getByRole('button', { name: 'Add a column to ∂L/∂O' }).click();
    await expect(figure.locator('.refusal')).toHaveCount(0);
  });

  test('with a parameter gives it a gradient of its own shape, for any number of rows', async ({ page }) => {
    const figure = await open(page, 'parameter-operation', 'operation');
    // Ones times Wᵀ sum its rows; Xᵀ times ones sum its columns.
    await array(figure, '∂L/∂X').expectNumbers('(2, 2)', [0, 2.7, 0, 2.7]);
    await array(figure, '∂L/∂W').expectNumbers('(2, 3)', [1.5, 1.5, 1.5, 1, 1, 1]);
    await figure.getByRole('button', { name: 'Add a row to X' }).click();
    await figure.getByRole('button', { name: 'Add a row to ∂L/∂O' }).click();
    await array(figure, '∂L/∂W').expectNumbers('(2, 3)', [2.5, 2.5, 2.5, 2, 2, 2]);
  });

  test('multiplies by weights', async ({ page }) => {
    const figure = await open(page, 'weight-multiply', 'operation');
    await array(figure, 'M').expectNumbers('(1, 1)', [11]);
    await array(figure, '∂L/∂X').expectNumbers('(1, 2)', [6, 8]);
    await array(figure, '∂L/∂W').expectNumbers('(2, 1)', [2, 4]);
    await figure.getByRole('button', { name: 'Add a row to W' }).click();
    await expect(figure.locator('.refusal')).toContainText('its input must be (rows, 3), not (rows, 2)');
    await expect(figure).toContainText('Without an output there is no backward pass.');
  });

  test('adds a bias, whose gradient is summed down the rows', async ({ page }) => {
    const figure = await open(page, 'bias-add', 'operation');
    await array(figure, 'N').expectNumbers('(3, 2)', [11, 22, 13, 24, 15, 26]);
    await array(figure, '∂L/∂M').expectNumbers('(3, 2)', [1, 2, 3, 4, 5, 6]);
    await array(figure, '∂L/∂B').expectNumbers('(1, 2)', [9, 12]);
  });

  test('lets a quarter of the gradient through at 0', async ({ page }) => {
    const figure = await open(page, 'sigmoid', 'operation');
    const slopes = [0, 2, -2, 6].map((x) => sigmoid(x) * (1 - sigmoid(x)));
    await array(figure, '∂L/∂N').expectNumbers('(2, 2)', slopes);
    await figure.getByRole('combobox', { name: 'Operation' }).selectOption('ReLU');
    await array(figure, '∂L/∂N').expectNumbers('(2, 2)', [0, 1, 0, 1]);
  });
});

test.describe('a layer', () => {
  test('runs its operations in order, and reports where they do not fit', async ({ page }) => {
    const figure = await open(page, 'layer', 'layer-builder');
    await expect(said(figure)).toContainText(
      'X (3, 2), then WeightMultiply (3, 3), then BiasAdd (3, 3), then Sigmoid (3, 3)',
    );
    await figure.getByRole('combobox', { name: 'Operation 1' }).selectOption('BiasAdd');
    await expect(figure.locator('.problem')).toHaveText(
      'BiasAdd has a bias of shape (1, 3), so its input must be (rows, 3), not (rows, 2).',
    );
    await expect(page).toHaveURL(/f1\.operations=bias-add%2Cbias-add%2Csigmoid/);
    // With as many units as columns it runs.
    await figure.getByRole('textbox', { name: 'Units' }).fill('2');
    await figure.getByRole('textbox', { name: 'Units' }).press('Enter');
    await expect(figure.locator('.problem')).toHaveCount(0);
  });

  test('that is dense learns inputs · units + units numbers', async ({ page }) => {
    const figure = await open(page, 'dense', 'dense', '?f1.inputs=13&f1.units=13');
    expect(await cells(figure, 'WeightMultiply')).toEqual(['(13, 13)', '(4, 13)', '169']);
    expect(await cells(figure, 'BiasAdd')).toEqual(['(1, 13)', '(4, 13)', '13']);
    await expect(said(figure)).toHaveText('Dense with 13 inputs and 13 units has 13 · 13 + 13 = 182 parameters.');
  });
});

test.describe('a loss', () => {
  test('is one number with a gradient, and wants targets of the predictions’ shape', async ({ page }) => {
    const figure = await open(page, 'loss', 'loss');
    // P − y = 2, −1, 0.
    await expect(said(figure)).toContainText(`L = ${written(5 / 3)}.`);
    await array(figure, '∂L/∂P').expectNumbers('(3, 1)', [4 / 3, -2 / 3, 0]);
    for (let times = 0; times < 2; times += 1) {
      await figure.getByRole('button', { name: 'Take a row from y' }).click();
      await figure.getByRole('button', { name: 'Add a column to y' }).click();
    }
    await expect(figure.locator('.refusal')).toContainText('predictions of shape (3, 1) with targets of shape (1, 3)');
  });

  test('is the mean of squares that are dragged', async ({ page }) => {
    const figure = await open(page, 'mean-squared-error', 'squares');
    await expect(said(figure)).toHaveText('L = (1.00 + 4.00 + 0.250) / 3 = 1.750.');
    await figure.getByRole('slider', { name: 'Prediction 2, slider' }).press('ArrowRight');
    await expect(said(figure)).toContainText(`/ 3 = ${((1 + 1.9 ** 2 + 0.25) / 3).toPrecision(4)}.`);
    expect((await cells(figure, '2')).at(-1)).toBe(((2 * -1.9) / 3).toPrecision(3).replace('-', '−'));
  });
});

test('a network is walked forward and back', async ({ page }) => {
  const figure = await open(page, 'network', 'network');
  await expect(figure.getByText('params and param_grads: 196 numbers each')).toBeVisible(TRAINED);
  await expect(said(figure)).toHaveText('Step 1 of 15: the features enter, (32, 13).');
  const next = figure.getByRole('button', { name: 'Next step' });
  await next.click();
  await expect(said(figure)).toContainText('forward through ν of layer 1, which gives (32, 13)');
  await next.press('End');
  await expect(said(figure)).toContainText('Step 15 of 15: backward through ν of layer 1');
  await figure.getByRole('combobox', { name: 'Network' }).selectOption('Two hidden layers');
  await expect(figure.getByText('params and param_grads: 378 numbers each')).toBeVisible(TRAINED);
});

test('SGD steps down one weight as by hand', async ({ page }) => {
  const figure = await open(page, 'stochastic-gradient-descent', 'sgd');
  // L = 1.5(w − 2)², ∂L/∂w = 3(w − 2), and each step removes 0.3 of w − 2.
  const weights = [5, 4.1, 3.47, 3.029];
  for (let step = 1; step <= 3; step += 1) {
    await expect(said(figure)).toContainText(`Step ${step}: w =`);
    const [w, loss, gradient] = await cells(figure, String(step));
    const at = weights[step] as number;
    expect(w).toBe(at.toPrecision(4));
    expect(loss).toBe((1.5 * (at - 2) ** 2).toPrecision(4));
    expect(gradient).toBe((3 * (at - 2)).toPrecision(4));
    await figure.getByRole('button', { name: 'One step' }).click();
  }
  await expect(page).toHaveURL(/f1\.steps=4/);
  await open(page, 'stochastic-gradient-descent', 'sgd', '?f1.rate=0.7&f1.steps=2');
  await expect(said(figure)).toContainText('The loss rose');
  const handle = figure.getByRole('slider', { name: 'First weight', exact: true });
  await handle.press('PageDown');
  await expect(handle).toHaveAttribute('aria-valuenow', '4');
});

test('an epoch visits every training row once', async ({ page }) => {
  const figure = await open(page, 'trainer', 'epoch');
  const seen: number[] = [];
  for (let batch = 1; batch <= 12; batch += 1) {
    await expect(said(figure)).toContainText(`Epoch 1, batch ${batch} of 12: ${batch === 12 ? 2 : 32} rows`);
    const text = await figure.locator('.list').innerText();
    seen.push(...(text.match(/\d+/g) ?? []).map(Number));
    await figure.getByRole('button', { name: 'Next batch' }).click();
  }
  expect(seen).toHaveLength(354);
  expect(new Set(seen).size).toBe(354);
  await expect(said(figure)).toContainText('Epoch 2, batch 1 of 12: 32 rows. Visited in this epoch: 32 of 354');
});

test('the three models reach the numbers that the course prints', async ({ page }) => {
  const figure = await open(page, 'three-models', 'three-models');
  await figure.getByRole('button', { name: 'To the end' }).click();
  await expect(said(figure)).toContainText('after 600 batches', TRAINED);
  const models = ['linear', 'one-hidden', 'two-hidden'];
  for (const epoch of [10, 20, 30, 40, 50]) {
    expect(await cells(figure, String(epoch))).toEqual(models.map((model) => printed(`ch3.${model}.epoch${epoch}`)));
  }
  for (const [heading, measure] of [
    ['MAE, in $1000s', 'mae'],
    ['RMSE, in $1000s', 'rmse'],
  ] as const) {
    const shown = (await cells(figure, heading)).map((text) => Number(text).toFixed(2));
    expect(shown).toEqual(models.map((model) => Number(printed(`ch3.${model}.${measure}`)).toFixed(2)));
  }
  await expect(page).toHaveURL(/f1\.batches=600/);
});

test('early stopping is decided by two losses, and goes back', async ({ page }) => {
  const figure = await open(page, 'early-stopping', 'early-stopping');
  await figure.getByRole('button', { name: 'To the end' }).click(TRAINED);
  // Evaluations do not affect training; every second one is one of the course's.
  expect((await cells(figure, '10'))[0]).toBe(printed('ch3.two-hidden.epoch10'));
  expect((await cells(figure, '20'))[0]).toBe(printed('ch3.two-hidden.epoch20'));
  const [stopped, lower, so] = await cells(figure, '30');
  expect([stopped, lower, so]).toEqual([printed('ch3.two-hidden.epoch30'), 'no', 'stop, back to epoch 25']);
  const before = (await cells(figure, '25'))[0] ?? '';
  expect(Number(before)).toBeLessThan(Number(stopped));
  await expect(said(figure)).toContainText(`Their test loss is ${before}.`);
  await expect(figure.getByRole('button', { name: 'Next evaluation' })).toBeDisabled();
});

test('layers that seed the generator each begin alike', async ({ page }) => {
  const figure = await open(page, 'identical-layers', 'identical-layers');
  const words = said(figure);
  await expect(words).toContainText('0 of 169 weights of the two layers differ.', TRAINED);
  await figure.getByRole('button', { name: '1 batch' }).click();
  await expect(words).toContainText('After 1 batch, 169 of 169 weights', TRAINED);
  await figure.getByRole('button', { name: 'Reset' }).click();
  await figure.getByRole('combobox', { name: 'Generator' }).selectOption('One for all layers');
  await expect(words).toContainText('Before training, 169 of 169 weights', TRAINED);
});

// Compared with the NumPy programs that `npm run export` writes for these recipes.
test.describe('the careful way', () => {
  test('scales by the training rows', async ({ page }) => {
    const figure = await open(page, 'scaling', 'scaling');
    await expect(said(figure)).toContainText('2 of 3 models', TRAINED);
    const [all, training, difference] = await cells(figure, 'One hidden layer');
    expect(Number(all).toFixed(2)).toBe(printed('ch3.one-hidden.rmse'));
    expect([training, difference]).toEqual(['4.0579', '+0.0313']);
  });

  test('reports that it cannot train, and can be tried again', async ({ page, watch }) => {
    const worker = /training\.worker[^/]*\.js$/;
    watch.expect('training.worker');
    await page.context().route(worker, (route) => route.abort());
    const figure = await open(page, 'scaling', 'scaling');
    await expect(figure.getByRole('alert')).toContainText('training worker', TRAINED);
    await page.context().unroute(worker);
    await figure.getByRole('button', { name: 'Try again' }).click();
    await expect(said(figure)).toContainText('2 of 3 models', TRAINED);
  });

  test('chooses by validation rows', async ({ page }) => {
    const figure = await open(page, 'choosing', 'choosing');
    await expect(said(figure)).toContainText('Of 10 runs the test rows choose seed 8', TRAINED);
    expect(await cells(figure, 'Test rows')).toEqual(['8', '4.8940', '2.7170']);
    expect(await cells(figure, 'Validation rows')).toEqual(['7', '4.8352', '2.8694']);
  });

  test('costs what it costs, habit by habit', async ({ page }) => {
    const figure = await open(page, 'careful-way', 'careful');
    const rmse = () => cells(figure, 'Test RMSE, in $1000s');
    await expect(said(figure)).toContainText('No habit has been changed yet', TRAINED);
    for (const box of await figure.getByRole('checkbox').all()) await box.check();
    await expect(said(figure)).toContainText('4.1235 yours', TRAINED);
    expect(await rmse()).toEqual(['3.8215', '4.1235']);
    expect(await cells(figure, 'Training rows')).toEqual(['354', '303']);
    await expect(page).toHaveURL(/f1\.validation=true/);
  });
});
