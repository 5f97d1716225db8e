import { Figure, inTable, open, reference, sigmoid, sigmoidSlope, written } from './lessons-foundations-page';
import { expect, test } from './minifactory';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('several inputs: a sum, and the product as the exercise', async ({ page }) => {
  await open(page, 'several-inputs', '?f1.delta=0.001');
  const figure = new Figure(page, 'two-inputs');
  await expect(figure.words).toContainText(`sigmoid(a) = ${written(reference('lec.sum.forward'))}.`);
  await expect(figure.words).toContainText(
    `ds/dx is ${written(sigmoidSlope(7))} and ds/dy is ${written(sigmoidSlope(7))}.`,
  );
  expect(sigmoidSlope(7)).toBeCloseTo(reference('lec.sum.backward'), 8);
  const pull = figure.root.locator('[data-pull]');
  await expect(pull).toContainText(`say s becomes ${inTable(reference('lec.sum.predicted.one'), 7)}.`);
  await expect(pull).toContainText(`It becomes ${inTable(reference('lec.sum.nudged.one'), 7)}.`);
  await figure.choose('Pull', 'both');
  await expect(pull).toContainText(`say s becomes ${inTable(reference('lec.sum.predicted.both'), 7)}.`);
  await expect(pull).toContainText(`It becomes ${inTable(reference('lec.sum.nudged.both'), 7)}.`);
  await figure.choose('Combine by', 'product');
  await figure.type('x', '0.5');
  await figure.type('y', '-2');
  const slope = sigmoidSlope(-1);
  await expect(figure.words).toContainText(`a = 0.5 × −2 = −1 and s = sigmoid(a) = ${written(sigmoid(-1))}.`);
  await expect(figure.words).toContainText(`ds/dx is ${written(slope * -2)} and ds/dy is ${written(slope * 0.5)}.`);
});

test('the dot product gives each input its weight back', async ({ page }) => {
  await open(page, 'dot-product');
  const figure = new Figure(page, 'dot-product');
  await expect(figure.words).toContainText('N = 4 + (−2) + 6 = 8. Backward, ∂N/∂X = Wᵀ = [4, −1, 2]');
  const weight = figure.root.getByRole('spinbutton', { name: 'W, row 2, column 1' });
  await weight.fill('-5');
  await weight.press('Enter');
  await expect(figure.words).toContainText('N = 4 + (−10) + 6 = 0. Backward, ∂N/∂X = Wᵀ = [4, −5, 2]');
  await expect.poll(() => figure.numbers(figure.array('N'))).toEqual([0]);
});

test('σ(X·W) and its gradient are those of the course', async ({ page }) => {
  await open(page, 'sigmoid-of-a-product');
  const figure = new Figure(page, 'sigma-product');
  await expect(figure.words).toContainText(`s = σ(N) = ${written(reference('lec.vector.forward'))}.`);
  await expect
    .poll(() => figure.table('X (1, 3)'))
    .toEqual(['ch1.vector.x1', 'ch1.vector.x2', 'ch1.vector.x3'].map((id) => inTable(reference(id))));
  await expect
    .poll(() => figure.table('∂s/∂X'))
    .toEqual(['ch1.vector.grad1', 'ch1.vector.grad2', 'ch1.vector.grad3'].map((id) => inTable(reference(id))));
  await figure.root.locator('mf-matrix-table').first().locator('tbody td').nth(1).click();
  await expect(figure.words).toContainText(`∂s/∂x₂ is ${written(reference('ch1.vector.grad2'))}.`);
  await figure.slider('Moved by, slider').focus();
  await page.keyboard.press('End');
  await expect(figure.words).toContainText(`x₂ is ${written(reference('ch1.vector.x2') + 3)}`);
  await figure.root.getByRole('button', { name: 'Draw new numbers' }).click();
  await expect(figure.root).toContainText('seed 190204');
  await figure.root.getByRole('button', { name: 'The course’s numbers' }).click();
  await expect(figure.root).toContainText('seed 190203');
});

test('the gradient check: the backward pass against nudging', async ({ page }) => {
  await open(page, 'gradient-check');
  const figure = new Figure(page, 'nudge');
  await expect(figure.root).toContainText(`gives s = ${inTable(reference('lec.vector.forward'), 8)}.`);
  await expect(figure.root).toContainText(`it gives ${inTable(reference('lec.vector.nudged'), 8)};`);
  await expect(figure.root).toContainText(`predicted ${inTable(reference('lec.vector.predicted'), 8)}.`);
  const cells = figure.root.getByRole('row').filter({ hasText: /backward pass$|nudging/ });
  const slope = async (row: number) =>
    Number((await cells.nth(row).getByRole('cell').first().innerText()).replace('−', '-'));
  const gradient = reference('ch1.vector.grad1');
  const forwardError = async () => Math.abs((await slope(0)) - gradient);
  const rows = figure.root.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(4);
  const coarse = await forwardError();
  await figure.type('By Δ', '0.0001');
  await expect(figure.words).toContainText('With Δ = 0.0001,');
  const fine = await forwardError();
  // A one-sided difference has an error in proportion to Δ: a tenth of Δ gives a tenth of the error.
  expect(coarse / fine).toBeGreaterThan(8);
  expect(coarse / fine).toBeLessThan(12);
});

test('two matrices forward and backward are those of the course', async ({ page }) => {
  await open(page, 'two-matrices');
  const figure = new Figure(page, 'two-matrices');
  await expect(figure.words).toContainText(`L = ${written(reference('ch1.matrix.loss'))}`);
  const places = ['11', '12', '13', '21', '22', '23', '31', '32', '33'];
  await expect
    .poll(() => figure.table('∂L/∂X'))
    .toEqual(places.map((place) => inTable(reference(`ch1.matrix.grad${place}`))));
  const X = await figure.table('X (3, 3)');
  for (const place of places.filter((name) => name !== '32')) {
    expect(X[places.indexOf(place)]).toBe(inTable(reference(`ch1.matrix.x${place}`)));
  }
  await figure.root.locator('mf-matrix-table').first().locator('tbody td').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(figure.words).toContainText(
    `∂L/∂x₂₂ = ${written(reference('ch1.matrix.grad22'))}. x₂₂ reaches L through row 2`,
  );
  const before = await figure.table('N = X·W');
  await figure.type('Moved by', '1');
  const stayed = async () => (await figure.table('N = X·W')).map((text, i) => text === before[i]);
  await expect.poll(stayed).toEqual([true, true, false, false, true, true]);
});

test('the six partial matrices add up to the gradient', async ({ page }) => {
  await open(page, 'why-transposed');
  const figure = new Figure(page, 'partial-matrices');
  await expect(figure.words).toContainText('2 of 6 are added');
  await figure.root.getByRole('checkbox').check();
  await figure.slider('Matrices added, slider').focus();
  await page.keyboard.press('End');
  await expect(figure.words).toContainText('All six are added: the sum is ∂L/∂N·Wᵀ = ∂L/∂X');
  const gradient = ['11', '12', '13', '21', '22', '23', '31', '32', '33'].map((place) =>
    Number(reference(`ch1.matrix.grad${place}`).toPrecision(3)),
  );
  await expect.poll(() => figure.numbers(figure.array('Sum of 6'))).toEqual(gradient);
  const parts = figure.root.locator('.partials mf-array-grid');
  await expect(parts).toHaveCount(6);
  const sum = new Array<number>(9).fill(0);
  for (const part of await parts.all()) {
    (await figure.numbers(part)).forEach((value, i) => {
      sum[i] = (sum[i] as number) + value;
    });
  }
  sum.forEach((value, i) => {
    expect(Math.abs(value - (gradient[i] as number))).toBeLessThan(0.0015);
  });
});

test('L against one input: the curve, its slope, and a nudge', async ({ page }) => {
  await open(page, 'one-input');
  const figure = new Figure(page, 'loss-curve');
  const loss = reference('ch1.matrix.loss');
  await expect(figure.words).toContainText(`L is ${written(loss)}`);
  await expect(figure.words).toContainText(`is ${written(reference('ch1.matrix.grad11'))}.`);
  const point = figure.slider('x₁₁');
  await point.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/f1\.moved=0\.01/);
  await expect(figure.words).toContainText(`x₁₁ = ${written(reference('ch1.matrix.x11') + 0.01)}`);
  const moved = Number(/L is ([\d.]+)/.exec(await figure.words.innerText())?.[1]);
  expect((moved - loss) / 0.01).toBeCloseTo(reference('ch1.matrix.grad11'), 2);
  await figure.drag(point, { x: 120 });
  expect(Number(await point.getAttribute('aria-valuenow'))).toBeGreaterThan(-1);
  await figure.choose('Element of X', 'x₁₂');
  const slider = figure.slider('x₁₂');
  await slider.focus();
  await page.keyboard.press('Home');
  const high = Number(/L ([\d.]+)/.exec((await slider.getAttribute('aria-valuetext')) ?? '')?.[1]);
  await page.keyboard.press('End');
  await expect(slider).not.toHaveAttribute('aria-valuetext', new RegExp(`L ${high}`));
  const low = Number(/L ([\d.]+)/.exec((await slider.getAttribute('aria-valuetext')) ?? '')?.[1]);
  // The page says that the curves of one column fall everywhere.
  expect(low).toBeLessThan(high);
});
