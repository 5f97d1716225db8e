import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from './minifactory';

interface Entry {
  readonly id: string;
  readonly printed: string;
}

const LEDGER: readonly Entry[] = JSON.parse(readFileSync('tests/golden/ledger.json', 'utf8'));

function printed(id: string): string {
  const entry = LEDGER.find((row) => row.id === id);
  if (entry === undefined) throw new RangeError(`The ledger has no row ${id}.`);
  return entry.printed;
}

const numberIn = (text: string): number => Number(text.replaceAll('−', '-').replace(/[^\d.e-]/g, ''));

async function open(page: Page, name: string, values = ''): Promise<void> {
  await page.goto(`./#lessons/fundamentals/${name}${values}`);
}

/** A figure with a run in it. */
class TrainedFigure {
  readonly element: Locator;
  readonly batches: Locator;
  readonly slider: Locator;

  constructor(page: Page, tag: string) {
    this.element = page.locator(tag);
    this.batches = this.element.getByRole('spinbutton', { name: 'Batches trained, typed' });
    this.slider = this.element.getByRole('slider', { name: 'Batches trained', exact: true });
  }

  button(name: string): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  async trainToEnd(batches: number): Promise<void> {
    await this.element.scrollIntoViewIfNeeded();
    await this.button('To the end').click();
    await expect(this.batches).toHaveValue(String(batches));
  }

  /** `column`: counted from 0. */
  measure(measure: 'mae' | 'rmse' | 'relative', column = 0): Locator {
    return this.element.locator(`table.metrics tr[data-measure=${measure}] td`).nth(column);
  }
}

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

  test('ends when its page is left', async ({ page }) => {
    await open(page, 'regression-training');
    const figure = new TrainedFigure(page, 'mf-training-figure');
    await figure.trainToEnd(1000);
    expect(page.workers()).toHaveLength(1);
    await open(page, 'ladder');
    await expect(page.locator('mf-fit-line-figure')).toBeVisible();
    await expect.poll(() => page.locator('mf-training-figure').count()).toBe(0);
    await open(page, 'sigmoid');
    await expect(page.locator('mf-sigmoid-unit-figure')).toBeVisible();
    await expect.poll(() => page.workers().length).toBe(0);
  });
});

test('the line of the regression is one, and the curve of the network is none', async ({ page }) => {
  /** Second differences of the forty answers, the largest. */
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

  test('of the regression reads a number by what it is made of', async ({ page }) => {
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

test('the gradient check finds the slip in the hidden biases, and nothing once it is put right', async ({ page }) => {
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

test('column B is dropped at a click and put back at another', async ({ page }) => {
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

/** What a reader types or chooses on each page; that these are right is held elsewhere. */
const ANSWERS: Readonly<Record<string, string>> = {
  ladder: '28',
  'the-data': '0.0487',
  standardising: '2',
  'regression-graph': '14',
  'regression-backward': '-6',
  'regression-training': '2.15',
  'how-far-off': '2.58',
  'exact-fit': '0.0026',
  'most-important-feature': '-21.3',
  'why-a-nonlinearity': '6',
  sigmoid: '1',
  'three-drawings': '196',
  'twenty-three-steps': '0.09',
  'network-training': 'The network learns what is peculiar to the training rows.',
  'network-judged': '1.3733',
  'network-curve': 'Little about homes: few rows lie there, so little has held the curve down.',
  'learned-features': 'Its column 8',
  'gradient-slip': '5.5',
};

test('a reader goes through the chapter by keyboard and gets every answer right', async ({ page }) => {
  test.setTimeout(180_000);
  const names = Object.keys(ANSWERS);
  await open(page, names[0] as string);
  for (const [i, name] of names.entries()) {
    await expect(page).toHaveURL(new RegExp(`#lessons/fundamentals/${name}$`));
    await expect(page.getByText(`Chapter 2, Fundamentals: page ${i + 1} of`)).toBeVisible();
    const answer = ANSWERS[name] as string;
    const card = page.locator('mf-question');
    if (/^[-\d]/.test(answer)) {
      await card.getByRole('textbox', { name: 'Your answer' }).focus();
      await page.keyboard.type(answer);
      await page.keyboard.press('Enter');
    } else {
      await card.getByRole('radio', { name: answer }).focus();
      await page.keyboard.press('Space');
      await card.getByRole('button', { name: 'Check' }).focus();
      await page.keyboard.press('Enter');
    }
    await expect(card.getByText('Right.')).toBeVisible();
    if (i === names.length - 1) break;
    await page.getByRole('link', { name: /^Next/ }).focus();
    await page.keyboard.press('Enter');
  }
});

for (const [width, colorScheme] of [
  [1440, 'light'],
  [390, 'dark'],
] as const) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('no page of the chapter has a barrier or sticks out', async ({ page }) => {
      test.setTimeout(240_000);
      for (const [i, name] of Object.keys(ANSWERS).entries()) {
        await open(page, name);
        await expect(page.getByText(`Chapter 2, Fundamentals: page ${i + 1} of`)).toBeVisible();
        for (const slot of await page.locator('mf-figure-slot').all()) {
          await slot.scrollIntoViewIfNeeded();
          await expect(slot.locator('figure.sheet')).toBeVisible();
        }
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${name}, ${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
        );
        expect.soft(found).toEqual([]);
        const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect.soft(content, name).toBeLessThanOrEqual(window as number);
      }
    });
  });
}
