import { readFileSync } from 'node:fs';
import { expectNoBarrier, overhang } from './barriers';
import { expect, LOOKS, TrainPage, test } from './minifactory';
import { ThreeWaysPage } from './three-ways-page';

const SMALL = JSON.stringify({
  data: { features: ['RM', 'LSTAT'] },
  layers: [
    { units: 3, activation: 'sigmoid' },
    { units: 1, activation: 'linear' },
  ],
  training: { batchSize: 4 },
});

const corners = (numbers: readonly (readonly string[])[]): string[][] => {
  const ends = <Value>(all: readonly Value[], dots: Value): Value[] =>
    all.length <= 3 ? [...all] : [all[0] as Value, dots, all.at(-1) as Value];
  const rows = numbers.map((row) => ends(row, '⋯'));
  return ends(rows, rows[0]?.map((cell) => (cell === '⋯' ? '⋱' : '⋮')) ?? []);
};

test('pointing at a term in any of the three lights it in all of them and says what it is', async ({ page }) => {
  const ways = new ThreeWaysPage(page);
  await ways.openWith(SMALL);
  await ways.next.click();
  const weights = 'W1: the weights, one column for each unit · (2, 3)';
  await ways.math.locator('.formula [data-term=weights]').first().hover();
  await ways.isLit('weights');
  await expect(ways.words).toHaveText(weights);
  await ways.diagram.getByRole('button', { name: /^M1: / }).hover();
  await ways.isLit('output');
  await ways.code.locator('[data-term=input]').first().hover();
  await ways.isLit('input');
  await expect(ways.words).toContainText('X: ');
  await ways.subject.hover();
  await ways.isDark();

  await ways.diagram.getByRole('button', { name: weights }).click();
  await ways.subject.hover();
  await ways.isLit('weights');
  await page.keyboard.press('Escape');
  await ways.isDark();
});

test('terms are walked by keys, with one tab stop in each of the three', async ({ page }) => {
  const ways = new ThreeWaysPage(page);
  await ways.openWith(SMALL);
  await ways.next.click();
  await ways.math.getByRole('button', { name: 'Show the numbers' }).focus();
  await page.keyboard.press('Tab');
  // They may be too long for their frame; then keys scroll them.
  await expect(ways.math.getByRole('group', { name: 'Formulas' })).toBeFocused();
  await page.keyboard.press('Tab');
  await ways.isLit('input');
  await page.keyboard.press('ArrowDown');
  await ways.isLit('weights');
  await page.keyboard.press('End');
  await ways.isLit('weights-gradient');
  await page.keyboard.press('Tab');
  await expect(ways.diagram.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  const first = await ways.lit();
  expect(first.diagram).toHaveLength(1);
  expect(first.math).toEqual(first.diagram);
  await page.keyboard.press('Tab');
  await expect(ways.code.getByRole('tab', { name: 'NumPy' })).toBeFocused();
  await ways.isDark();
  await page.keyboard.press('Tab');
  await expect(ways.code.getByRole('button', { name: 'Copy' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(ways.code.getByRole('tabpanel')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  const last = await ways.code.locator(':focus').getAttribute('data-term');
  await ways.isLit(last ?? '');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(ways.code.locator('[data-term]').last()).toBeFocused();
});

test('the numbers in the formula are those of the tables', async ({ page }) => {
  const ways = new ThreeWaysPage(page);
  await ways.openWith(SMALL);
  await ways.next.click();
  await expect(ways.math.locator('.formula').first()).toContainText('(4, 2)');
  const toggle = ways.math.getByRole('button', { name: 'Show the numbers' });
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  for (const [term, name] of [
    ['input', 'X'],
    ['weights', 'W1'],
    ['output', 'M1'],
  ] as const) {
    const table = await ways.table(name);
    expect(table.length).toBeGreaterThan(1);
    expect(await ways.matrix(term)).toEqual(corners(table));
  }
  // The numbers follow the steps.
  await ways.next.click();
  const table = await ways.table('N1');
  await expect.poll(() => ways.matrix('output')).toEqual(corners(table));

  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('combobox', { name: 'The update of' }).selectOption('B1');
  await expect.poll(async () => (await ways.matrix('updated')).length).toBe(1);
  expect(await ways.matrix('updated')).toEqual(corners(await ways.table('B1 after')));
  const walk = page.getByRole('region', { name: 'Steps through the network' });
  await expect(walk.locator('.saying').getByRole('status')).toContainText('first bias of B1');
});

test('of formulas that apply only to some recipes, that of the current recipe is shown', async ({ page }) => {
  const ways = new ThreeWaysPage(page);
  await ways.openWith(SMALL);
  await ways.subject.selectOption('The loss');
  await ways.math.getByRole('button', { name: 'Show the numbers' }).click();
  await expect(ways.math).toContainText('Of the mean');
  await expect(ways.math).not.toContainText('Of the sum');
  const rows = ways.math.locator('.formula').filter({ hasText: 'Of the mean' }).locator('[data-term=rows] mn');
  await expect(rows).toHaveText('4');
});

test('a transposed matrix has its own shape', async ({ page }) => {
  const ways = new ThreeWaysPage(page);
  await ways.openWith(SMALL);
  await ways.next.click();
  const gradient = ways.math.locator('.formula').filter({ hasText: 'For the weights' });
  const shapes = await gradient.locator('.below').evaluateAll((all) => all.map((each) => each.textContent));
  expect(shapes).toEqual(['(2, 3)', '(2, 4)', '(4, 3)']);
});

test('languages are tabs, walked by arrow keys; the C++ is what stands in its file', async ({ page }) => {
  const ways = new ThreeWaysPage(page);
  await ways.openWith(SMALL);
  await ways.next.click();
  const tab = (name: string) => ways.code.getByRole('tab', { name });
  await tab('NumPy').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab('C++')).toBeFocused();
  await expect(tab('C++')).toHaveAttribute('aria-selected', 'true');
  const listing = ways.code.getByRole('figure').first();
  const [, file = '', line = ''] = /(wasm\/core\/[\w/]+\.cpp), line (\d+)/.exec(await listing.innerText()) ?? [];
  expect(file).toBe('wasm/core/operations/weight_multiply.cpp');
  const shown = ((await listing.locator('code').textContent()) ?? '').trimEnd().split('\n');
  const source = readFileSync(file, 'utf8').split('\n');
  expect(shown).toEqual(source.slice(Number(line) - 1, Number(line) - 1 + shown.length));
  expect(shown[0]).toContain('WeightMultiply::compute_output');
  await page.keyboard.press('End');
  await expect(tab('PyTorch')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tab('NumPy')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(ways.code.getByRole('tabpanel', { name: 'PyTorch' })).toBeVisible();

  // The choice is kept after a reload.
  await ways.subject.selectOption('The loss');
  await page.reload();
  await expect(tab('PyTorch')).toHaveAttribute('aria-selected', 'true');
  await expect(ways.subject).toHaveValue('loss');
  await ways.panel.getByText('Math, diagram, code').click();
  await expect(ways.math).toBeHidden();
  await page.reload();
  await expect(ways.panel.getByText('Math, diagram, code')).toBeVisible();
  await expect(ways.math).toBeHidden();
});

test('two subjects on one page are kept separate, and their pictures fit', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto('./#lessons/fundamentals/regression-graph');
  const ways = page.locator('mf-three-ways');
  await expect(ways.getByRole('region', { name: 'Math: Linear regression as a graph' })).toBeVisible();
  await ways.evaluate((element) => {
    const other = document.createElement('mf-three-ways');
    element.after(Object.assign(other, { subject: 'two-matrices' }));
  });
  await expect(ways.nth(1).locator('.formula').first()).toBeVisible();
  await expectNoBarrier(page);
  for (const picture of await ways.locator('.scroll').all()) {
    const [content, panel] = await picture.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    expect(content).toBe(panel);
  }
});

for (const { width, colorScheme } of LOOKS) {
  test(`nothing is inaccessible or sticks out at ${width} px, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const ways = new ThreeWaysPage(page);
    await new TrainPage(page).open('#inside');
    const clean = async () => {
      await expectNoBarrier(page, ['mf-app', 'mf-playground', 'mf-inside-view', 'mf-explain-panel']);
      expect(await overhang(page)).toBe(0);
    };
    await ways.next.click();
    await ways.math.getByRole('button', { name: 'Show the numbers' }).click();
    await ways.math.locator('button.term').nth(1).focus();
    await ways.isLit('weights');
    await clean();
    await ways.code.getByRole('tab', { name: 'C++' }).click();
    await clean();
    await ways.code.getByRole('tab', { name: 'PyTorch' }).click();
    await ways.subject.selectOption('The whole network');
    await expect(ways.math.locator('.formula').first()).toContainText('ν of layer 1');
    await clean();
  });
}
