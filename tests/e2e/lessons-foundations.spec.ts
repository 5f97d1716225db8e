import ledger from '../golden/ledger.json' with { type: 'json' };
import { expect, type Locator, type Page, test } from './minifactory';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const sigmoidSlope = (x: number) => sigmoid(x) * (1 - sigmoid(x));

/** What the ledger holds the obtained number against. */
function reference(id: string): number {
  const row = ledger.find((entry) => entry.id === id);
  if (row === undefined) throw new RangeError(`The ledger has no row ${id}.`);
  return row.reference;
}

/** As the figures write it: six significant digits at most, a true minus sign. */
const written = (value: number): string => String(Number(value.toPrecision(6))).replace('-', '−');

/** As the tables of matrices write it. */
const inTable = (value: number, digits = 4): string => value.toPrecision(digits).replace('-', '−');

/** The figure of that name, the first on the page, and what can be done to it. */
class Figure {
  readonly page: Page;
  readonly root: Locator;
  readonly words: Locator;

  constructor(page: Page, name: string, index = 0) {
    this.page = page;
    this.root = page.locator(`mf-${name}-figure`).nth(index);
    this.words = this.root.getByRole('status');
  }

  async type(label: string, value: string): Promise<void> {
    const field = this.root.getByRole('textbox', { name: label, exact: true });
    await field.fill(value);
    await field.press('Enter');
  }

  async choose(label: string, option: string): Promise<void> {
    await this.root.getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });
  }

  slider(name: string): Locator {
    return this.root.getByRole('slider', { name, exact: true });
  }

  /** Takes the handle with the mouse and moves it by so many pixels. */
  async drag(handle: Locator, by: { readonly x?: number; readonly y?: number }): Promise<void> {
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    if (box === null) throw new Error('The handle cannot be seen.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + (by.x ?? 0) / 2, y + (by.y ?? 0) / 2);
    await this.page.mouse.move(x + (by.x ?? 0), y + (by.y ?? 0));
    await this.page.mouse.up();
  }

  /** The numbers of a small array, row by row, read-only or not. */
  async numbers(array: Locator): Promise<number[]> {
    const cells = await array.locator('td.number').all();
    return Promise.all(
      cells.map(async (cell) => {
        const input = cell.locator('input');
        const text = (await input.count()) > 0 ? await input.inputValue() : await cell.innerText();
        return Number(text.replace('−', '-'));
      }),
    );
  }

  array(name: string): Locator {
    return this.root
      .locator('mf-array-grid')
      .filter({ hasText: new RegExp(`^\\s*${name.replace(/[+·]/g, '\\$&')}\\s*\\(`) });
  }

  /** The cells of a table of a matrix, row by row. */
  async table(caption: string): Promise<string[]> {
    const table = this.root.locator('mf-matrix-table').filter({ hasText: caption }).first();
    const cells = await table.locator('tbody td').allInnerTexts();
    return cells.map((text) => text.trim());
  }
}

async function open(page: Page, name: string, values = ''): Promise<void> {
  await page.goto(`./#lessons/foundations/${name}${values}`);
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a function: its point by mouse, keys and typing, and in the address', async ({ page }) => {
  await open(page, 'functions');
  const figure = new Figure(page, 'function');
  await expect(figure.words).toHaveText('For x = 1.5, square gives 2.25 and ReLU gives 1.5.');
  const point = figure.slider('Input x');
  await point.focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.words).toHaveText(`For x = 1.51, square gives ${written(1.51 ** 2)} and ReLU gives 1.51.`);
  await page.keyboard.press('PageDown');
  await expect(point).toHaveAttribute('aria-valuenow', '1.41');
  await expect(page).toHaveURL(/f1\.point=1\.41/);
  await page.keyboard.press('Home');
  await expect(figure.words).toHaveText('For x = −2, square gives 4 and ReLU gives 0.');
  await figure.drag(point, { x: 150 });
  const x = Number(await point.getAttribute('aria-valuenow'));
  expect(x).toBeGreaterThan(-1.8);
  await expect(figure.words).toContainText(`square gives ${written(x * x)} and ReLU gives ${written(Math.max(x, 0))}.`);
  await figure.choose('Second function', 'sigmoid');
  await figure.type('Input x', '0,5');
  await expect(figure.words).toHaveText(`For x = 0.5, square gives 0.25 and sigmoid gives ${written(sigmoid(0.5))}.`);
  await figure.type('Input x', '7');
  await expect(figure.root.getByRole('alert')).toHaveText('A number from −2 to 2, please.');
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(figure.words).toContainText('For x = 0.5');
});

test('arrays: element by element, along the axes, and a row on every row', async ({ page }) => {
  await open(page, 'arrays');
  const pair = new Figure(page, 'array-pair');
  await expect.poll(() => pair.numbers(pair.array('A + B'))).toEqual([11, 22, 33, 44]);
  await pair.choose('Operation', 'multiply');
  await expect.poll(() => pair.numbers(pair.array('A × B'))).toEqual([10, 40, 90, 160]);
  const sums = new Figure(page, 'array-sums');
  await expect.poll(() => sums.numbers(sums.array('Σ axis 0'))).toEqual([4, 6]);
  await expect.poll(() => sums.numbers(sums.array('Σ axis 1'))).toEqual([3, 7]);
  const corner = sums.root.getByRole('spinbutton', { name: 'A, row 2, column 1' });
  await corner.focus();
  await page.keyboard.press('ArrowUp');
  await expect(corner).toHaveValue('4');
  await page.keyboard.press('PageDown');
  await expect(corner).toHaveValue('−6');
  await expect.poll(() => sums.numbers(sums.array('Σ axis 0'))).toEqual([-5, 6]);
  await expect.poll(() => sums.numbers(sums.array('Σ axis 1'))).toEqual([3, -2]);
  await corner.fill('zebra');
  await corner.press('Enter');
  await expect(corner).toHaveValue('−6');

  await open(page, 'adding-a-row');
  const row = new Figure(page, 'row-added');
  await expect(row.words).toContainText('[[11, 22, 33], [14, 25, 36]]');
  await row.root.getByRole('spinbutton', { name: 'b, row 1, column 2' }).fill('-20');
  await page.keyboard.press('Enter');
  await expect(row.words).toContainText('[[11, −18, 33], [14, −15, 36]]');
});

test('the derivative: the secant closes into the tangent, and the string follows', async ({ page }) => {
  await open(page, 'derivative');
  const figure = new Figure(page, 'derivative');
  const exact = sigmoidSlope(1);
  for (const delta of [1, 0.1, 0.01]) {
    await figure.type('Nudge Δ', String(delta));
    const secant = (sigmoid(1 + delta) - sigmoid(1 - delta)) / (2 * delta);
    const apart = Math.abs(secant - exact);
    await expect(figure.words).toContainText(`the slope of sigmoid is ${written(exact)}.`);
    await expect(figure.words).toContainText(`has the slope ${written(secant)}`);
    const said = (await figure.words.innerText()).match(/: ([\d.×⁻⁰-⁹]+) apart/)?.[1] ?? '';
    const [mantissa = '', power = '0'] = said.split('×10');
    const digits = [...power].map((c) =>
      c === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.includes(c) ? String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c)) : c,
    );
    expect(Math.abs(Number(mantissa) * 10 ** Number(digits.join('')) - apart)).toBeLessThan(apart / 15);
    await expect(figure.root).toContainText(`It really moves by ${written(sigmoid(1 + delta) - sigmoid(1))}.`);
  }
  await figure.type('Nudge Δ', '1');
  const nudged = figure.slider('a + Δ');
  await figure.drag(nudged, { x: -40 });
  await expect(page).toHaveURL(/f1\.delta=0\.[1-9]/);
  await nudged.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/f1\.delta=0\.001/);
  const string = figure.slider('Pull the string of a');
  await string.focus();
  await page.keyboard.press('ArrowUp');
  await expect(string).toHaveAttribute('aria-valuenow', '0.01');
  await page.keyboard.press('ArrowUp');
  await expect(string).toHaveAttribute('aria-valuenow', '0.02');
  // The lecture's derivative of the square at 2.
  await figure.choose('Function', 'square');
  await figure.type('Input a', '2');
  await figure.type('Nudge Δ', '0.001');
  await expect(figure.words).toContainText(`has the slope ${written(reference('lec.deriv.square'))}`);
});

test('nested functions: two boxes, or one', async ({ page }) => {
  await open(page, 'nested-functions');
  const figure = new Figure(page, 'nested');
  const outcome = written(sigmoid(2.25));
  await expect(figure.words).toHaveText(
    `1.5 goes into square, 2.25 comes out and goes into sigmoid, ${outcome} comes out.`,
  );
  await figure.root.getByRole('checkbox', { name: 'As one box' }).check();
  await expect(figure.words).toHaveText(`One box: 1.5 goes into sigmoid(square(x)), ${outcome} comes out.`);
});

test('two strings: slopes 3 and −2 make −6', async ({ page }) => {
  await open(page, 'two-strings');
  const figure = new Figure(page, 'strings');
  await expect(figure.words).toContainText('From x to y the slope is −2 × 3 = −6.');
  const bead = figure.slider('Pull the string of x');
  await bead.focus();
  await page.keyboard.press('PageDown');
  await expect(figure.words).toContainText(
    'x moves by 0.4, so u moves by 3 × 0.4 = 1.2, so y moves by −2 × 1.2 = −2.4.',
  );
  await figure.drag(bead, { y: 12 });
  const pulled = Number(await bead.getAttribute('aria-valuenow'));
  expect(pulled).toBeLessThan(0);
  await expect(figure.words).toContainText(`= ${written(-6 * pulled)}.`);
  await figure.type('Slope of the second box', '0.5');
  await expect(figure.words).toContainText('From x to y the slope is 0.5 × 3 = 1.5.');
});

test('the chain rule: values forward, factors backward, in any order', async ({ page }) => {
  await open(page, 'chain-rule', '?f1.point=2');
  const two = new Figure(page, 'chain');
  await expect(two.words).toContainText(`sigmoid(square(x)) is ${written(reference('lec.chain2.forward'))}.`);
  await expect(two.words).toContainText(`${written(sigmoidSlope(4))} × 4 = ${written(sigmoidSlope(4) * 4)}.`);
  // The course took its slopes by nudging: the same to seven digits.
  expect(sigmoidSlope(4) * 4).toBeCloseTo(reference('lec.chain2.backward'), 7);
  await two.root.getByRole('button', { name: 'Reverse the order' }).click();
  await expect(two.words).toContainText(`square(sigmoid(x)) is ${written(sigmoid(2) ** 2)}.`);
  await expect(two.words).toContainText(`= ${written(2 * sigmoid(2) * sigmoidSlope(2))}.`);
  const point = two.slider('Input x');
  await two.drag(point, { x: -200 });
  const x = Number(await point.getAttribute('aria-valuenow'));
  expect(x).toBeLessThan(1);
  await expect(two.words).toContainText(`is ${written(sigmoid(x) ** 2)}.`);

  await open(page, 'three-functions');
  const three = new Figure(page, 'chain', 1);
  await three.type('Input x', '-3');
  const u = 0.2 * -3;
  await expect(three.words).toContainText(`sigmoid(square(leaky ReLU(x))) is ${written(sigmoid(u * u))}.`);
  await expect(three.words).toContainText(`= ${written(sigmoidSlope(u * u) * 2 * u * 0.2)}.`);
  for (const place of ['First', 'Second', 'Third']) await three.choose(`${place} function`, 'tanh');
  const values = [Math.tanh(-3), Math.tanh(Math.tanh(-3)), Math.tanh(Math.tanh(Math.tanh(-3)))];
  const slope = values.reduce((product, value) => product * (1 - value * value), 1);
  await expect(three.words).toContainText(`tanh(tanh(tanh(x))) is ${written(values[2] as number)}.`);
  await expect(three.words).toContainText(`= ${written(slope)}.`);
});

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
  await figure.root.getByRole('button', { name: 'Draw other numbers' }).click();
  await expect(figure.root).toContainText('seed 190204');
  await figure.root.getByRole('button', { name: 'The course’s numbers' }).click();
  await expect(figure.root).toContainText('seed 190203');
});

test('the gradient check: the backward pass against nudging', async ({ page }) => {
  await open(page, 'gradient-check');
  const figure = new Figure(page, 'nudge');
  await expect(figure.root).toContainText(`gives s = ${inTable(reference('lec.vector.forward'), 8)}.`);
  await expect(figure.root).toContainText(`it gives ${inTable(reference('lec.vector.nudged'), 8)};`);
  await expect(figure.root).toContainText(`foretold ${inTable(reference('lec.vector.predicted'), 8)}.`);
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
  // Nudging one way is off by as much as Δ: a tenth of Δ, a tenth of the error.
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
  // The page says that the curves of one column go down all the way.
  expect(low).toBeLessThan(high);
});
