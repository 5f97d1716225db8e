/** The element on the pages of others: before its script has loaded, on slides, and in React. */
import { readFileSync } from 'node:fs';
import { CoursePage } from './course-page';
import { expect, type Locator, type Page, test } from './minifactory';

const SHORT = { name: 'Two epochs', training: { stopAfter: { count: 2, unit: 'epochs' } } };

test('properties set and methods called before the content has loaded take effect, in order', async ({ page }) => {
  const course = new CoursePage(page);
  await page.addInitScript((recipe) => {
    // As a framework does: properties first, and methods as soon as the element is defined.
    const made = document.createElement('mini-factory');
    Object.assign(made, { id: 'one', recipe, hide: ['seed', 'title'], speed: 'fastest' });
    made.setAttribute('part', 'loss');
    Object.assign(window, { made });
    customElements.whenDefined('mini-factory').then(() => {
      document.querySelector('#before')?.after(made);
      const asked = [made.getState(), made.run(), made.getState()];
      Object.assign(window, {
        wasEarly: customElements.get('mf-embed') === undefined && made.shadowRoot?.querySelector('slot') !== null,
        hasProperty: 'recipe' in document.createElement('mini-factory'),
        asked: Promise.all(asked),
      });
    });
  }, SHORT);
  await course.open('');
  await course.isReady('one');
  await expect.poll(async () => (await course.toldOf('one', 'minifactory-finished')).length).toBe(1);
  const early = await page.evaluate(async () => {
    const { asked, wasEarly, hasProperty, made } = window as unknown as Record<string, unknown> & {
      made: Record<string, unknown>;
    };
    const [first] = (await asked) as [{ run: { checkpoint: unknown } }];
    const { recipe, hide, feature } = made;
    return { wasEarly, hasProperty, checkpoint: first.run.checkpoint, recipe, hide, feature };
  });
  expect(early).toEqual({
    wasEarly: true,
    hasProperty: true,
    checkpoint: null,
    recipe: SHORT,
    hide: ['seed', 'title'],
    feature: null,
  });
  const one = course.element('one');
  await expect(one.getByRole('button', { name: 'Reset' })).toBeVisible();
  await expect(one.getByRole('button', { name: 'New seed' })).toHaveCount(0);
  await expect(one).toHaveAttribute('hide', 'seed,title');

  // React 18 writes an object into an attribute, which loses it.
  await course.set('one', 'recipe', String({}));
  await expect(one.getByRole('alert')).toContainText('an object was written into an attribute');
  await one.evaluate((element) => Object.assign(element, { recipe: null, part: 'metrics' }));
  await expect(one.locator('mf-metrics-table')).toBeVisible();
  await expect(one).not.toHaveAttribute('recipe');
});

/** The keys that have reached the document since the last call, with how they came. */
async function keysOfDeck(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { keys } = window as unknown as { keys: string[] };
    return keys.splice(0);
  });
}

test('keys that are used inside do not reach the page around, as a slide deck', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 1600 });
  const course = new CoursePage(page);
  await course.open(
    '<mini-factory id="figure" figure="derivative"></mini-factory><mini-factory id="loss" part="loss"></mini-factory>',
  );
  await course.isReady('figure', 'loss');
  await page.evaluate(() => {
    const keys: string[] = [];
    Object.assign(window, { keys });
    for (const type of ['keydown', 'keypress', 'keyup']) {
      document.addEventListener(type, (event) => keys.push(`${type} ${(event as KeyboardEvent).key}`));
    }
  });
  const figure = course.element('figure');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await figure.getByRole('textbox', { name: 'Input a' }).focus();
  await press('.', 'ArrowRight', 'Space', '2', 'Home', 'Enter', 'Control+ArrowLeft');
  expect((await keysOfDeck(page)).filter((each) => !each.endsWith('Control'))).toEqual([]);
  const slider = figure.locator('mf-plane').getByRole('slider').first();
  await slider.focus();
  const before = await slider.getAttribute('aria-valuenow');
  await press('ArrowRight', 'ArrowLeft', 'ArrowLeft', 'PageDown', 'Space');
  expect(await slider.getAttribute('aria-valuenow')).not.toBe(before);
  expect(await keysOfDeck(page)).toEqual([]);
  // At its end a slider uses the key, too, although nothing moves.
  await press('Home', 'ArrowLeft');
  expect(await keysOfDeck(page)).toEqual([]);

  const loss = course.element('loss');
  await loss.getByRole('button', { name: '1 epoch' }).focus();
  await press('Space', 'Enter');
  await expect.poll(async () => (await course.latest('loss'))?.epoch).toBe(2);
  expect(await keysOfDeck(page)).toEqual([]);
  // A button does not use the arrow keys; the deck may turn the slide.
  await press('ArrowRight', '.');
  expect(await keysOfDeck(page)).toEqual([
    'keydown ArrowRight',
    'keyup ArrowRight',
    'keydown .',
    'keypress .',
    'keyup .',
  ]);
  // Escape belongs to the deck, unless it closes something inside.
  await loss.getByLabel('Save the picture').first().click();
  await press('Escape');
  expect(await keysOfDeck(page)).toEqual([]);
  await press('Escape');
  expect(await keysOfDeck(page)).toEqual(['keydown Escape', 'keyup Escape']);
});

/** The middle of an element on the screen. */
async function middle(part: Locator): Promise<{ x: number; y: number }> {
  const box = await part.boundingBox();
  if (box === null) throw new Error('The element is not visible.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

for (const scale of [0.5, 1.6]) {
  test(`pointers mean what is under them on a slide at ${scale} of its size`, async ({ page }) => {
    await page.setViewportSize({ width: 1500, height: 3600 });
    const course = new CoursePage(page);
    await course.open(`<div style="width: 800px; transform: scale(${scale}); transform-origin: 0 0">
      <mini-factory id="figure" figure="derivative"></mini-factory>
      <mini-factory id="loss" part="loss"></mini-factory>
      <mini-factory id="network" part="network"></mini-factory></div>`);
    await course.isReady('figure', 'loss', 'network');

    const figure = course.element('figure');
    const handle = figure.locator('mf-plane').getByRole('slider').first();
    const tick = await middle(figure.locator('mf-plane text.tick.level').filter({ hasText: /^2$/ }).first());
    const from = await middle(handle.locator('.knob'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(tick.x, from.y, { steps: 4 });
    await page.mouse.up();
    expect(Number(await handle.getAttribute('aria-valuenow'))).toBeCloseTo(2, 1);

    const loss = course.element('loss');
    await loss.getByRole('button', { name: '1 epoch' }).click();
    await expect.poll(async () => (await course.latest('loss'))?.epoch).toBe(1);
    const ring = loss.locator('mf-loss-chart .ring').first();
    const plot = await loss.locator('mf-loss-chart .plot').boundingBox();
    if (plot === null) throw new Error('There is no plot.');
    // The reading nearest to a pointer at the left edge is at the left.
    await page.mouse.move(plot.x + 0.12 * plot.width, plot.y + plot.height / 2);
    await expect(ring).toBeVisible();
    expect((await middle(ring)).x).toBeLessThan(plot.x + 0.3 * plot.width);

    const network = course.element('network').locator('mf-network-diagram');
    const unit = network.locator('.unit[data-column="1"][data-unit="3"]');
    const at = await middle(unit);
    await page.mouse.move(at.x, at.y);
    await expect(network).toContainText('Unit 4 of layer 1');
  });
}

test('a picture that is saved on a scaled slide is as on a page', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open(`<div id="slide" style="width: 800px; transform-origin: 0 0">
    <mini-factory id="one" figure="derivative"></mini-factory></div>`);
  await course.isReady('one');
  const saved = async () => {
    await course.element('one').getByLabel('Save the picture').first().click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      course.element('one').getByRole('button', { name: 'SVG' }).first().click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    // The size of the picture, and the length of each line of text in it.
    return [...text.matchAll(/(?:^<svg[^>]* viewBox="0 0 (\d+) (\d+)"| textLength="([\d.]+)")/g)].flatMap((match) =>
      match.slice(1).flatMap((number) => (number === undefined ? [] : [Number(number)])),
    );
  };
  const onPage = await saved();
  expect(onPage.length).toBeGreaterThan(3);
  await page.locator('#slide').evaluate((slide) => slide.style.setProperty('transform', 'scale(0.5)'));
  const onSlide = await saved();
  expect(onSlide).toHaveLength(onPage.length);
  // Text on a scaled slide is set a little wider or narrower.
  for (const [index, length] of onPage.entries()) {
    expect(Math.abs((onSlide[index] ?? 0) - length)).toBeLessThan(2 + 0.03 * length);
  }
});

test('a string is pulled as far as the pointer goes, on a scaled slide, too', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open(`<div style="width: 800px; transform: scale(0.5); transform-origin: 0 0">
    <mini-factory id="one" figure="derivative" values="point=0.4&amp;function=square&amp;delta=0.1"></mini-factory></div>`);
  await course.isReady('one');
  const handle = course.element('one').locator('mf-string-boxes').getByRole('slider');
  const from = await middle(handle.locator('.knob'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 15, { steps: 4 });
  await page.mouse.up();
  // The knob is where the pointer is.
  expect((await middle(handle.locator('.knob'))).y).toBeCloseTo(from.y - 15, 0);
});

test('size="host" stays within the sizes that text may have', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open('<div id="around"><mini-factory id="one" part="loss" size="host"></mini-factory></div>');
  await course.isReady('one');
  const heading = course.element('one').getByRole('heading', { name: 'Chapter 3' });
  const around = page.locator('#around');
  // Of 10 and 32 px, 1.3125.
  for (const [size, shown] of [
    ['60px', '42px'],
    ['4px', '13.125px'],
    ['20px', '26.25px'],
  ] as const) {
    await around.evaluate((element: HTMLElement, text) => element.style.setProperty('font-size', text), size);
    await expect(heading).toHaveCSS('font-size', shown);
  }
});
