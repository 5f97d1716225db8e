import { expectNoBarrier, overhang } from './barriers';
import { DrawingsPage, WIDE } from './inside-drawings-page';
import { expect, TrainPage, test } from './minifactory';

const SMALL = JSON.stringify({
  data: { features: ['RM', 'LSTAT'] },
  layers: [
    { units: 3, activation: 'sigmoid' },
    { units: 1, activation: 'linear' },
  ],
});

const DEEP = JSON.stringify({
  layers: [64, 64, 32, 16, 8, 1].map((units) => ({ units, activation: 'tanh' })),
  training: { batchSize: 354 },
});

/** The names of the buttons of all boxes of the small network in the forward pass. */
const FORWARD = [
  'ν of layer 1, with W1 (2, 3)',
  '+B of layer 1, with B1 (1, 3)',
  'σ of layer 1',
  'ν of layer 2, with W2 (3, 1)',
  '+B of layer 2, with B2 (1, 1)',
  'linear of layer 2',
  'Λ, the loss',
];

test.describe('without motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the same step stays lit, and each drawing says what in it is at work', async ({ page }) => {
    const view = new DrawingsPage(page);
    await view.open(SMALL);
    await view.next.click();
    await view.next.click();
    for (const [name, words] of [
      ['Layers', 'Lit: layer 1, in which +B is at work, operation 2 of 3.'],
      ['Circles', 'Lit: the 3 units of layer 1, to each of which +B adds its bias of B1 (1, 3)'],
      ['Boxes', 'Lit: the box +B of layer 1, between the edges M1 (32, 3) and N1 (32, 3).'],
    ] as const) {
      await view.choose(name);
      await expect(view.current).toHaveAccessibleName('+B of layer 1, with B1 (1, 3)');
      await expect(view.current).toHaveCount(1);
      await expect(view.drawing.getByText(words)).toBeVisible();
      await expect(view.drawing.getByRole('group', { name: /^The network as/ })).toHaveAccessibleDescription(
        new RegExp(words.slice(0, 12)),
      );
      await expect(view.heading).toHaveText('Forward: +B of layer 1');
    }
  });

  test('the drawing is complete: 13 units and 182 parameters, a circle for each unit', async ({ page }) => {
    const view = new DrawingsPage(page);
    await new TrainPage(page).open('#inside');
    await view.choose('Layers');
    await expect(view.drawing.getByText('13 units, sigmoid')).toBeVisible();
    await expect(view.drawing.getByText('182 parameters', { exact: true })).toBeVisible();
    await expect(view.drawing.getByText('14 parameters', { exact: true })).toBeVisible();
    await view.choose('Circles');
    await expect(view.circles()).toHaveCount(13 + 1);
    await expect(view.drawing.locator('svg.picture .bead')).toHaveCount(13);
    await expect(view.drawing.locator('svg.picture .weight-edge')).toHaveCount(13 * 13 + 13);
  });

  for (const name of ['Boxes', 'Layers', 'Circles']) {
    test(`${name}: a walk forward and back, by keys and by mouse`, async ({ page }) => {
      const view = new DrawingsPage(page);
      await view.open(SMALL);
      await view.choose(name);
      await view.next.focus();
      for (const box of FORWARD) {
        await page.keyboard.press('ArrowRight');
        await expect(view.current).toHaveAccessibleName(box);
      }
      for (const box of [...FORWARD].reverse()) {
        await page.keyboard.press('ArrowRight');
        await expect(view.current).toHaveAccessibleName(box);
        await expect(view.heading).toHaveText(/^Backward/);
      }
      await page.keyboard.press('ArrowLeft');
      await expect(view.heading).toHaveText('Backward: +B of layer 1');
      await page.keyboard.press('Home');
      for (const box of ['+B of layer 2, with B2 (1, 1)', 'σ of layer 1', 'ν of layer 2, with W2 (3, 1)']) {
        const part = view.drawing.getByRole('button', { name: box }).locator(':is(.factory, .chip, .region)');
        // Not the circles, which are chosen as units.
        await part.click({ position: { x: 4, y: 14 } });
        await expect(view.current).toHaveAccessibleName(box);
      }
      await view.drawing.getByRole('button', { name: 'σ of layer 1' }).focus();
      await page.keyboard.press('Enter');
      await expect(view.heading).toHaveText('Forward: σ of layer 1');
      await page.keyboard.press('ArrowRight');
      await expect(view.drawing.getByRole('button', { name: 'ν of layer 2, with W2 (3, 1)' })).toBeFocused();
    });
  }

  test('the switch is worked by keys, and its choice outlives a reload', async ({ page }) => {
    const view = new DrawingsPage(page);
    await view.open(SMALL);
    await view.choice('Circles').focus();
    await page.keyboard.press('Enter');
    await expect(view.circles()).toHaveCount(4);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await expect(view.choice('Layers')).toHaveAttribute('aria-pressed', 'true');
    await page.reload();
    await expect(view.choice('Layers')).toHaveAttribute('aria-pressed', 'true');
  });

  test('a circle that is clicked is followed, with the lines into it', async ({ page }) => {
    const view = new DrawingsPage(page);
    await view.open(SMALL);
    await view.choose('Circles');
    await view.circles().nth(1).click();
    await expect(view.heading).toHaveText('Forward: σ of layer 1');
    await expect(page.getByRole('region', { name: 'Selected number' }).getByRole('heading')).toHaveText(
      /^O1 of row \d+, unit 2$/,
    );
    await expect(view.drawing.getByText('Followed: unit 2 of layer 1 and the 2 lines into it.')).toBeVisible();
    await expect(view.drawing.locator('svg.picture .weight-edge.followed')).toHaveCount(2);
  });

  test('long columns are folded, keep the unit that is followed, and unfold', async ({ page }) => {
    const view = new DrawingsPage(page);
    await view.open(WIDE);
    await view.choose('Circles');
    await expect(view.circles()).toHaveCount(10 + 10 + 1);
    await expect(view.drawing.getByText('54 more')).toHaveCount(2);
    const folded = await view.height();

    await view.next.click();
    const map = page.getByRole('region', { name: 'M1', exact: true }).locator('mf-heat-map');
    await map.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(view.drawing.getByText('Followed: unit 62 of layer 1')).toBeVisible();
    await expect(view.circles()).toHaveCount(9 - 1 + 10 + 1);
    expect(await view.height()).toBe(folded);

    const units = view.drawing.getByRole('group', { name: 'The 64 units of layer 2' });
    await units.getByRole('button', { name: 'Unfold' }).click();
    await expect(units).toContainText('1 to 32 of 64');
    await expect(view.circles()).toHaveCount(8 + 32 + 1);
    await units.getByRole('button', { name: 'Later units of layer 2' }).click();
    await expect(units).toContainText('33 to 64 of 64');
    await view.next.click();
    await view.next.click();
    await view.next.click();
    await expect(view.drawing.getByText('Followed: unit 62 of layer 2')).toBeVisible();
    await page.getByRole('region', { name: 'M2', exact: true }).locator('tbody td').last().focus();
    for (let press = 0; press < 40; press += 1) await page.keyboard.press('ArrowLeft');
    await expect(units).toContainText('1 to 32 of 64');
    await units.getByRole('button', { name: 'Unfold' }).click();
    expect(await view.height()).toBe(folded);
    await view.drawing.locator('text.gap').filter({ hasText: 'more' }).last().click();
    await expect(units.getByRole('button', { name: 'Unfold' })).toHaveAttribute('aria-pressed', 'true');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    // The rest of the page is tested in accessibility.spec.ts.
    test(`no drawing is inaccessible, ${colorScheme}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const view = new DrawingsPage(page);
      await view.open(WIDE);
      await view.next.click();
      await view.next.click();
      for (const name of ['Boxes', 'Layers', 'Circles']) {
        await view.choose(name);
        await expectNoBarrier(page, ['mf-app', 'mf-playground', 'mf-inside-view', '.walk']);
      }
    });
  }

  test('six layers fit a telephone without scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const view = new DrawingsPage(page);
    await view.open(DEEP);
    for (const name of ['Boxes', 'Layers', 'Circles']) {
      await view.choose(name);
      const scroll = view.drawing.locator('.scroll');
      expect(await scroll.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
      expect(await overhang(page)).toBe(0);
    }
  });

  test('one drawing replaces another immediately', async ({ page }) => {
    const view = new DrawingsPage(page);
    await view.open(SMALL);
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await view.choice('Circles').click();
    await page.clock.runFor(40);
    await expect(view.circles()).toHaveCount(4);
    await expect(view.drawing.locator('svg.picture .factory')).toHaveCount(1);
    await expect(view.drawing.locator('svg.picture [opacity]')).toHaveCount(0);
  });
});

test('one drawing turns into the other: old shapes fade where new ones appear, and the height changes smoothly', async ({
  page,
}) => {
  const view = new DrawingsPage(page);
  await view.open(SMALL);
  await view.next.click();
  const before = await view.height();
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await view.choice('Circles').click();
  await page.clock.runFor(300);
  const middle = await view.height();
  await expect(view.circles()).toHaveCount(4);
  expect(await view.drawing.locator('svg.picture [opacity]').count()).toBeGreaterThan(4);
  await expect(view.current).toHaveAccessibleName(FORWARD[0] as string);
  await page.clock.runFor(400);
  const after = await view.height();
  await expect(view.drawing.locator('svg.picture [opacity]')).toHaveCount(0);
  expect(middle).toBeGreaterThan(Math.min(before, after));
  expect(middle).toBeLessThan(Math.max(before, after));
  await view.choice('Boxes').click();
  await page.clock.runFor(900);
  expect(await view.height()).toBe(before);
});
