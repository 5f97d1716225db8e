import { expect, type Locator, type Page, TrainPage, test } from './minifactory';

const SMALL = JSON.stringify({
  data: { features: ['RM', 'LSTAT'] },
  layers: [
    { units: 3, activation: 'sigmoid' },
    { units: 1, activation: 'linear' },
  ],
  training: { batchSize: 4, stopAfter: { count: 2, unit: 'epochs' }, evaluateEvery: { count: 1, unit: 'epochs' } },
});

/** The Inside view. */
class InsidePage {
  readonly page: Page;
  readonly sentence: Locator;
  readonly heading: Locator;
  readonly equation: Locator;
  readonly next: Locator;

  constructor(page: Page) {
    this.page = page;
    const walk = page.getByRole('region', { name: 'Steps through the network' });
    this.sentence = walk.locator('.saying').getByRole('status');
    this.heading = walk.getByRole('heading');
    this.equation = page.getByRole('region', { name: 'Selected number' }).getByRole('status');
    this.next = walk.getByRole('button', { name: /^(Next box|Train this batch|From the start)$/ });
  }

  async open(): Promise<void> {
    await new TrainPage(this.page).open('#inside');
    await expect(this.heading).toHaveText('The features enter');
  }

  /** Opens the view on a run of another recipe. */
  async openWith(recipe: string): Promise<void> {
    await new TrainPage(this.page).open('#recipe');
    await this.page.getByRole('textbox', { name: 'Recipe as JSON' }).fill(recipe);
    await this.page.getByRole('button', { name: 'Apply' }).click();
    await this.page.getByRole('link', { name: 'Inside' }).click();
    await expect(this.heading).toHaveText('The features enter');
    await expect(this.array('X').first()).toBeVisible();
  }

  async chooseHouse(row: number): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Input', exact: true }).selectOption('One neighbourhood');
    const house = this.page.getByRole('spinbutton', { name: 'Neighbourhood (row of the data)' });
    await house.fill(String(row));
    await house.press('Enter');
    await expect(this.sentence).toContainText(`Row ${row} alone`);
  }

  array(name: string): Locator {
    return this.page.locator('mf-inside-arrays').getByRole('region', { name, exact: true }).locator('tbody td');
  }

  /** The numbers of an array that fits into its table, row by row. */
  async numbers(name: string): Promise<number[]> {
    // The arrays of a step are drawn in the frame after its heading.
    await expect(this.array(name).first()).toBeAttached();
    const cells = await this.array(name).allInnerTexts();
    return cells.map((text) => Number(text.replace('−', '-')));
  }

  async stepTo(heading: string): Promise<void> {
    await this.next.click();
    await expect(this.heading).toHaveText(heading);
  }
}

/** The tolerance of sums of a few numbers of this size with four digits. */
function expectNear(shown: readonly number[], computed: readonly number[], size = 1): void {
  expect(shown).toHaveLength(computed.length);
  shown.forEach((value, i) => {
    const wanted = computed[i] as number;
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(2e-3 * Math.max(size, Math.abs(wanted)));
  });
}

test('one row walked forward and back shows the numbers one gets by hand', async ({ page }) => {
  const inside = new InsidePage(page);
  await inside.openWith(SMALL);
  await inside.chooseHouse(100);

  await inside.stepTo('Forward: ν of layer 1');
  const x = await inside.numbers('X');
  const w1 = await inside.numbers('W1');
  const m1 = [0, 1, 2].map(
    (unit) => (x[0] as number) * (w1[unit] as number) + (x[1] as number) * (w1[3 + unit] as number),
  );
  expectNear(await inside.numbers('M1'), m1);
  await inside.stepTo('Forward: +B of layer 1');
  const b1 = await inside.numbers('B1');
  const n1 = m1.map((value, unit) => value + (b1[unit] as number));
  expectNear(await inside.numbers('N1'), n1);
  await inside.stepTo('Forward: σ of layer 1');
  const o1 = n1.map((value) => 1 / (1 + Math.exp(-value)));
  expectNear(await inside.numbers('O1'), o1);
  await inside.stepTo('Forward: ν of layer 2');
  const w2 = await inside.numbers('W2');
  const m2 = o1.reduce((sum, value, unit) => sum + value * (w2[unit] as number), 0);
  await inside.stepTo('Forward: +B of layer 2');
  const p = m2 + ((await inside.numbers('B2'))[0] as number);
  await inside.stepTo('Forward: linear of layer 2');
  expectNear(await inside.numbers('P'), [p]);
  await inside.stepTo('Forward: Λ, the loss');
  const y = (await inside.numbers('y'))[0] as number;
  expectNear(await inside.numbers('L'), [(p - y) ** 2]);
  expect(y).toBe(27.5);

  await inside.stepTo('Backward: Λ, the loss');
  const slope = 2 * (p - y);
  expectNear(await inside.numbers('∂L/∂P'), [slope]);
  await inside.stepTo('Backward: linear of layer 2');
  await inside.stepTo('Backward: +B of layer 2');
  expectNear(await inside.numbers('∂L/∂B2'), [slope]);
  await inside.stepTo('Backward: ν of layer 2');
  expectNear(
    await inside.numbers('∂L/∂W2'),
    o1.map((value) => value * slope),
  );
  const back = w2.map((weight) => weight * slope);
  expectNear(await inside.numbers('∂L/∂O1'), back);
  await inside.stepTo('Backward: σ of layer 1');
  const through = back.map((value, unit) => value * (o1[unit] as number) * (1 - (o1[unit] as number)));
  expectNear(await inside.numbers('∂L/∂N1'), through);
  await inside.stepTo('Backward: +B of layer 1');
  await inside.stepTo('Backward: ν of layer 1');
  expectNear(
    await inside.numbers('∂L/∂W1'),
    x.flatMap((value) => through.map((gradient) => value * gradient)),
  );
  // Training never uses a single row, so the walk ends here.
  await inside.stepTo('The features enter');
});

test('walking and updating by hand gives the bits of training', async ({ page }) => {
  test.slow();
  const view = new TrainPage(page);
  const inside = new InsidePage(page);
  await view.open();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  const straight = await view.numbers();
  await view.reset.click();
  await expect.poll(() => view.batchesDone()).toBe(0);

  await page.getByRole('link', { name: 'Inside' }).click();
  await expect(inside.sentence).toContainText('Batch 1 of epoch 1');
  for (const batch of [2, 3]) {
    for (let box = 0; box < 3; box += 1) await inside.next.click();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await expect(inside.heading).toHaveText('The update');
    const after = await inside.numbers('W1 after');
    await inside.next.click();
    await expect(inside.sentence).toContainText(`Batch ${batch} of epoch 1`);
    await inside.next.click();
    expect(await inside.numbers('W1')).toEqual(after);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
  }
  await view.train.click();
  await expect(page.locator('.acts-on')).toContainText('epoch 50 of 50');
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await expect(inside.next).toHaveText('From the start');
  await page.getByRole('link', { name: 'Train', exact: true }).click();
  await expect.poll(() => view.numbers()).toBe(straight);
});

test('boxes and numbers are walked by keys alone', async ({ page }) => {
  const inside = new InsidePage(page);
  await inside.openWith(SMALL);
  await inside.next.focus();
  await page.keyboard.press('ArrowRight');
  await expect(inside.heading).toHaveText('Forward: ν of layer 1');
  await page.keyboard.press('End');
  await expect(inside.heading).toHaveText('The update');
  // Keys move through the steps, but never train.
  await page.keyboard.press('ArrowRight');
  await expect(inside.heading).toHaveText('The update');
  await page.keyboard.press('ArrowLeft');
  await expect(inside.heading).toHaveText('Backward: ν of layer 1');
  await page.keyboard.press('Home');
  await expect(inside.heading).toHaveText('The features enter');
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.keyboard.press('ArrowLeft');
  await expect(inside.heading).toHaveText('Backward: ν of layer 1');
  await page.keyboard.press('Home');

  const box = page.getByRole('button', { name: '+B of layer 1, with B1 (1, 3)' });
  await box.focus();
  await page.keyboard.press('Enter');
  await expect(inside.heading).toHaveText('Forward: +B of layer 1');
  await expect(box).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'σ of layer 1', exact: true })).toBeFocused();

  const cell = inside.array('O1').first();
  await cell.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(inside.array('O1').nth(3 + 1)).toBeFocused();
  await expect(inside.array('O1').nth(3 + 1)).toHaveAttribute('aria-selected', 'true');
  await expect(inside.heading).toHaveText('Forward: σ of layer 1');
  await expect(page.getByRole('region', { name: 'Selected number' }).getByRole('heading')).toHaveText(
    /^O1 of row \d+, unit 2$/,
  );
});

test('a number leads to the numbers it is computed from and to those that use it', async ({ page }) => {
  const inside = new InsidePage(page);
  await inside.openWith(SMALL);
  await inside.stepTo('Forward: ν of layer 1');
  await inside.stepTo('Forward: +B of layer 1');
  const input = page.getByRole('region', { name: 'M1', exact: true }).locator('tbody td').nth(5);
  const value = await input.innerText();
  await input.click();
  await page.getByRole('button', { name: 'Computed from: Forward: ν of layer 1' }).click();
  await expect(inside.heading).toHaveText('Forward: ν of layer 1');
  await expect.poll(() => inside.equation.innerText()).toMatch(new RegExp(`^\\S+·\\S+ \\+ \\S+·\\S+ = ${value}$`));
  const made = (await inside.equation.innerText()).replaceAll('−', '-').replace(/[()]/g, '');
  const [a, b, c, d] = made.split(/ = |·| \+ /).map(Number) as [number, number, number, number];
  expectNear([Number(value.replace('−', '-'))], [a * b + c * d]);
  await page.getByRole('button', { name: 'Used next in: Forward: +B of layer 1' }).click();
  await expect(inside.heading).toHaveText('Forward: +B of layer 1');
});

test('a large array is shown a window at a time', async ({ page }) => {
  const inside = new InsidePage(page);
  await inside.open();
  const rows = page.getByRole('group', { name: /^rows of X/ });
  await expect(rows).toContainText('rows 1 to 8 of 32');
  await rows.getByRole('button', { name: 'Later rows' }).click();
  await expect(rows).toContainText('rows 9 to 16 of 32');
  await page.locator('mf-heat-map').click({ position: { x: 2, y: 2 } });
  await expect(rows).toContainText('rows 1 to 8 of 32');
});

test('the heat map has the colours of the table, one for each step', async ({ page }) => {
  const inside = new InsidePage(page);
  await inside.open();
  await inside.stepTo('Forward: ν of layer 1');
  const table = page.locator('mf-inside-arrays').getByRole('region', { name: 'M1', exact: true });
  const steps = await table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.dataset.heat ?? '')));
  const colours = await table.locator('mf-heat-map canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    // 32 rows of 13 columns; outside the frame, which shows the first 8 by 8.
    const at = (row: number, column: number) =>
      [
        ...context.getImageData(((column + 0.5) * canvas.width) / 13, ((row + 0.5) * canvas.height) / 32, 1, 1).data,
      ].join();
    const inner = [1, 2, 3, 4, 5, 6];
    return inner.map((row) => inner.map((column) => at(row, column)));
  });
  const byStep = new Map<string, Set<string>>();
  colours.forEach((row, r) => {
    row.forEach((colour, c) => {
      const step = steps[r + 1]?.[c + 1] ?? '';
      byStep.set(step, (byStep.get(step) ?? new Set()).add(colour));
    });
  });
  expect(byStep.size).toBeGreaterThan(5);
  expect([...byStep.values()].map(({ size }) => size)).toEqual(Array(byStep.size).fill(1));
  expect(new Set([...byStep.values()].map(([colour]) => colour)).size).toBe(byStep.size);
});

test('during training the numbers stay, and they are updated when it pauses', async ({ page }) => {
  const view = new TrainPage(page);
  const inside = new InsidePage(page);
  await view.open();
  await view.setSpeed('100');
  await page.getByRole('link', { name: 'Inside' }).click();
  await expect(inside.sentence).toContainText('Batch 1 of epoch 1');
  await view.train.click();
  await expect(page.getByText('The numbers after 0 batches, until training pauses')).toBeVisible();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect(page.getByText('The numbers after 0 batches, until training pauses')).toBeHidden();
  await view.pause.click();
  await expect(view.train).toBeVisible();
  const done = await view.batchesDone();
  await expect(inside.sentence).toContainText(`Batch ${(done % 12) + 1} of epoch ${Math.floor(done / 12) + 1}`);
});

test('the summed bias gradient is explained at its step', async ({ page }) => {
  const inside = new InsidePage(page);
  await inside.openWith(JSON.stringify({ ...JSON.parse(SMALL), quirks: { summedBiasGradient: true } }));
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(inside.sentence).toContainText('summed over 4 rows and over the units too');
  await page.getByRole('region', { name: '∂L/∂B1', exact: true }).locator('tbody td').first().click();
  expect((await inside.equation.innerText()).split(' + ')).toHaveLength(4 * 3);
  expect(new Set(await inside.numbers('∂L/∂B1')).size).toBe(1);
});
