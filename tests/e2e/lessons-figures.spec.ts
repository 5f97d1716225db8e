/** Figures that let a reader build, follow and predict: sigmoids by hand, paths of SGD, pulses, predictions. */
import { open as openChapter2 } from './fundamentals';
import { showPredicted, tabTo } from './lessons-page';
import { expect, type Locator, type Page, test } from './minifactory';

/** Until a worker has loaded the engine and trained, also where others use the machine. */
const TRAINED = { timeout: 20_000 };

/** The sentence that says what a figure shows. */
const said = (figure: Locator): Locator => figure.locator('.foot mf-live-words').getByRole('status');

async function open(page: Page, id: string, tag: string, query = ''): Promise<Locator> {
  await page.goto(`./#lessons/${id}${query}`);
  await showPredicted(page, id);
  const figure = page.locator(tag);
  await expect(figure.locator('figure').first()).toBeVisible(TRAINED);
  await figure.scrollIntoViewIfNeeded();
  return figure;
}

async function middleOf(target: Locator): Promise<readonly [number, number]> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('It has no place.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

test('a curve is built from sigmoids with the pointer, by keys and by typing', async ({ page }) => {
  const fitted = '?f1.weights=-1.4+-6.3+-4+4&f1.biases=0.3+-8.2+-4+0&f1.outputs=17.5+26+6+4&f1.bias=10.5';
  const figure = await open(page, 'fundamentals/curve-from-sigmoids', 'mf-curve-builder-figure', fitted);
  const rmse = async () => Number(/(\d+\.\d+)/.exec(await said(figure).innerText())?.[1]);
  expect(await rmse()).toBeLessThan(5.1);
  await expect(said(figure)).toContainText('better than any line');

  const handle = figure.getByRole('slider', { name: 'Middle of unit 1' });
  await handle.focus();
  await page.keyboard.press('ArrowUp');
  await expect(figure.locator('.formula')).toContainText('10.5 + 18 · σ(−1.4 · z + 0.3)');
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.formula')).not.toContainText('z + 0.3)');
  await expect.poll(rmse).toBeGreaterThan(5);

  const [x, y] = await middleOf(handle);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 30, { steps: 4 });
  await page.mouse.up();
  const [movedX, movedY] = await middleOf(handle);
  expect(movedX).toBeGreaterThan(x + 40);
  expect(movedY).toBeGreaterThan(y + 20);

  await figure.getByRole('button', { name: 'Add a unit' }).click();
  await expect(figure.getByRole('button', { name: 'Unit 3', exact: true })).toHaveAttribute('aria-pressed', 'true');
  const weight = figure.getByRole('textbox', { name: 'Unit 3: Output weight v, $1000s' });
  await weight.fill('60');
  await weight.press('Enter');
  await expect(said(figure)).toContainText('A line is still better');
  await expect(page).toHaveURL(/f1\.units=3/);
  await figure.getByRole('button', { name: 'Remove unit 3' }).click();
  await expect(figure.getByRole('slider', { name: 'Middle of unit 3' })).toHaveCount(0);
});

test('the curve of the network is taken apart into its units', async ({ page }) => {
  const figure = await open(page, 'fundamentals/network-curve', 'mf-curve-units-figure');
  const units = figure.getByRole('list', { name: 'Units, sorted by how much they change the curve' });
  await expect(units.getByRole('button')).toHaveCount(13, TRAINED);
  await expect(said(figure)).toContainText('Unit 8 adds 9.70 at LSTAT 1.95 and 0.00 at 37.6', TRAINED);
  await units.getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(said(figure)).toContainText(/^Unit 2 adds/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/f2\.unit=2/);
  await units.getByRole('button', { name: /^Unit 5:/ }).hover();
  await expect(said(figure)).toContainText(/^Unit 5 adds .* it raises the curve/);
  await figure.getByRole('slider', { name: 'Units added up, strongest first, slider' }).press('Home');
  await expect(units.getByRole('button', { name: /not added$/ })).toHaveCount(13);
});

test('SGD goes down the loss with batches of three sizes', async ({ page }) => {
  const figure = await open(page, 'from-scratch/path-of-sgd', 'mf-sgd-surface-figure');
  const row = (size: string) => figure.locator(`tr[data-size="${size}"] td`);
  const loss = async (size: string) => Number(await row(size).last().innerText());
  const start = await loss('all');
  await figure.getByRole('button', { name: 'One update' }).click();
  await expect(row('23').nth(1)).toHaveText('23');
  await expect(row('all').nth(1)).toHaveText('354');
  expect(await loss('all')).toBeLessThan(start);
  await figure.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(async () => Number(await row('1').first().innerText())).toBeGreaterThan(4);
  await figure.getByRole('button', { name: 'Pause' }).click();
  await expect(page).toHaveURL(/f1\.updates=\d+/);

  await figure.getByRole('textbox', { name: 'Updates' }).fill('120');
  await figure.getByRole('textbox', { name: 'Updates' }).press('Enter');
  await expect(said(figure)).toContainText('After 120 updates');
  expect(await loss('all')).toBeCloseTo(await loss('exact'), 1);
  expect(await loss('1')).toBeGreaterThan(await loss('exact'));

  const handle = figure.getByRole('slider', { name: 'Start', exact: true });
  await handle.focus();
  for (const key of ['ArrowUp', 'ArrowRight', 'Home']) await page.keyboard.press(key);
  await expect(handle).toHaveAttribute('aria-valuetext', 'start at w −16, b 6.5');
  await figure.getByRole('checkbox', { name: '23' }).uncheck();
  await expect(row('23')).toHaveCount(0);
  await expect(page).toHaveURL(/f1\.sizes=1%2Call/);
});

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test.describe(`with ${reducedMotion} for less motion`, () => {
    test.use({ contextOptions: { reducedMotion } });

    test('a pulse goes through the matrix graph, forward and backward', async ({ page }) => {
      const figure = await open(page, 'foundations/two-matrices', 'mf-two-matrices-figure');
      const says = figure.locator('.pulse').getByRole('status');
      const pulse = figure.locator('mf-box-graph .pulse');
      await expect(pulse).toHaveCount(0);
      await figure.getByRole('button', { name: 'Play', exact: true }).click();
      await expect(says).toContainText('Step 2 of 8, forward');
      await expect(pulse).toHaveCount(1);
      await figure.getByRole('button', { name: 'Pause' }).click();
      await expect(page).toHaveURL(/f1\.stage=[12]/);
      await figure.getByRole('button', { name: 'Next step' }).focus();
      await page.keyboard.press('End');
      await expect(says).toContainText('Step 8 of 8, backward');
      await expect(pulse).toHaveCount(2);
      await expect(figure.locator('mf-matrix-table.lit')).toHaveCount(2);
      await page.keyboard.press('ArrowLeft');
      await expect(says).toContainText('Step 7 of 8, backward: σ multiplies');
      await expect(page).toHaveURL(/foundations\/two-matrices\?f1\.stage=7/);
    });
  });
}

test('a pulse goes through the graph of the network, step by step', async ({ page }) => {
  await openChapter2(page, 'twenty-three-steps');
  const figure = page.locator('mf-graph-figure');
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(figure.locator('mf-pass-diagram .pulse')).toHaveCount(1);
  await expect(figure.getByRole('status').filter({ hasText: /^Step 3 of 23/ })).toBeVisible();
  await figure.getByRole('button', { name: 'Pause' }).click();
  await expect(figure.locator('mf-pass-diagram .pulse')).toHaveCount(0);
  await expect(page).toHaveURL(/f1\.step=[23]/);
});

test.describe('a prediction', () => {
  test('hides its figure until it is made, and is stored', async ({ page }) => {
    await page.goto('./#lessons/foundations/two-strings');
    const card = page.locator('mf-prediction');
    const figure = page.locator('mf-strings-figure');
    await expect(page.getByText('appears here once you have made your prediction')).toBeVisible();
    await card.getByRole('button', { name: 'Compare' }).click();
    await expect(card.getByRole('status')).toContainText('Type your prediction first');
    await tabTo(page, card.getByRole('textbox'));
    await page.keyboard.type('-8');
    await page.keyboard.press('Enter');
    await expect(card.getByRole('status')).toContainText('You predicted −8. It is 8: your prediction was 16 too low.');
    await expect(figure.locator('figure')).toBeVisible();
    await page.reload();
    await expect(card.getByRole('textbox')).toHaveValue('-8');
    await expect(figure.locator('figure')).toBeVisible();
  });

  test('is not asked of readers of a link to a state of its figure', async ({ page }) => {
    await page.goto('./#lessons/foundations/two-strings?f1.first=2');
    await expect(page.locator('mf-strings-figure figure')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Compare' })).toBeVisible();
  });

  test('is a choice, and what comes out is marked', async ({ page }) => {
    await page.goto('./#lessons/from-scratch/three-models');
    const card = page.locator('mf-prediction');
    await card.getByRole('radio', { name: 'The linear model' }).check();
    await card.getByRole('button', { name: 'Compare' }).click();
    await expect(card.getByRole('status')).toContainText('The result is not what you predicted.');
    await expect(card.locator('.came-true')).toContainText('two hidden layers');
    await expect(page.locator('mf-three-models-figure figure').first()).toBeVisible();
  });

  test('is a curve, drawn with the pointer and by keys', async ({ page }) => {
    await page.goto('./#lessons/fundamentals/sigmoid');
    const card = page.locator('mf-prediction');
    const sketch = card.locator('mf-curve-sketch');
    const points = sketch.getByRole('slider');
    await expect(points).toHaveCount(13);
    await card.getByRole('button', { name: 'Compare' }).click();
    await expect(card.locator('.missing')).toContainText('Draw your curve first');
    const heightOf = async (i: number) => Number(await points.nth(i).getAttribute('aria-valuenow'));

    const box = await sketch.locator('.plot').boundingBox();
    if (box === null) throw new Error('There is nothing to draw on.');
    await page.mouse.move(box.x + 60, box.y + 0.7 * box.height);
    await page.mouse.down();
    // Faster than the points lie apart.
    await page.mouse.move(box.x + box.width - 20, box.y + 0.7 * box.height, { steps: 3 });
    await page.mouse.up();
    const drawn = await heightOf(3);
    expect(drawn).toBeLessThan(0.3);
    expect(await heightOf(9)).toBeCloseTo(drawn, 6);
    await points.nth(6).focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => heightOf(6)).toBeGreaterThan(drawn);

    await card.getByRole('button', { name: 'Compare' }).click();
    await expect(points).toHaveCount(0);
    await expect(sketch).toContainText(/Your curve is [\d.]+ away from the true curve on average/);
    await expect(card).toContainText('largest in the middle, a quarter');
  });

  test('is resolved before the next slide is shown, and not stored for the next audience', async ({ page }) => {
    await page.goto('./#lessons/projector/foundations/two-strings/3');
    const card = page.locator('mf-projector mf-prediction');
    await expect(card.getByRole('button', { name: 'Compare' })).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(card).toContainText('It is 8');
    await expect(page).toHaveURL(/two-strings\/3/);
    await page.keyboard.press('PageDown');
    await expect(page).toHaveURL(/two-strings\/4/);
    await expect(page.locator('mf-projector mf-strings-figure figure')).toBeVisible();
    await page.goto('./#lessons/projector/foundations/several-inputs/3');
    await expect(card).toContainText('compared with moving only');
    await page.goto('./#lessons/projector/foundations/two-strings/3');
    await expect(card.getByRole('button', { name: 'Compare' })).toBeVisible();
  });

  test('has room on paper', async ({ page }) => {
    await page.goto('./#lessons/fundamentals/sigmoid');
    await expect(page.locator('mf-curve-sketch .plot')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Compare' })).toBeHidden();
    await expect(page.locator('mf-prediction')).not.toContainText('a quarter');
    await page.emulateMedia({ media: 'screen' });
    await page.goto('./#lessons/worksheet/fundamentals');
    await expect(page.getByText('Draw its slope at each')).toBeVisible();
    await expect(page.locator('mf-sheet .drawing')).toHaveCount(2);
    await page.goto('./#lessons/answers/fundamentals');
    await expect(page.getByText('largest in the middle, a quarter')).toBeVisible();
  });
});
