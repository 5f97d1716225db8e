import { Figure, open, reference, sigmoid, sigmoidSlope, written } from './lessons-foundations-page';
import { expect, test } from './minifactory';

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
  // The course computed its slopes numerically: equal to seven digits.
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
