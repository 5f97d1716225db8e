/** Charts and diagrams as files: complete by themselves, with light colours on any page. */
import { readFileSync } from 'node:fs';
import { parseXml, XmlElement, type XmlNode } from '@rgrove/parse-xml';
import { holdable } from '../../web/export/markup';
import { HOSTILE_NAMES } from '../web/hostile-names';
import { expectNoBarrier } from './barriers';
import { expect, type Locator, type Page, TrainPage, test } from './minifactory';

interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
}

async function saved(page: Page, chart: Locator, kind: 'SVG' | 'PNG'): Promise<Saved> {
  const menu = chart.locator('mf-save-picture');
  await menu.locator('summary').click();
  const coming = page.waitForEvent('download');
  await menu.getByRole('button', { name: kind }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Shown by itself, as on another page: its size, and the colours of its corner and of its text. */
async function shown(page: Page, { bytes, name }: Saved) {
  const type = name.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
  return page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
      const light = pixels.filter((value, index) => index % 4 === 1 && value > 235).length;
      return { width, height, corner: [...pixels.slice(0, 4)], light: light / (width * height) };
    },
    `data:${type};base64,${bytes.toString('base64')}`,
  );
}

async function trainedPage(page: Page): Promise<TrainPage> {
  const view = new TrainPage(page);
  await view.open();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  return view;
}

const CHARTS = [
  { chart: 'mf-loss-chart', file: 'loss', says: ['Loss', 'epoch', 'least squares, test rows'] },
  { chart: 'mf-prediction-chart', file: 'predicted-against-actual-medv', says: ['actual MEDV ($1000s)', 'a test row'] },
  { chart: 'mf-response-chart', file: 'response-to-lstat', says: ['Response to LSTAT', 'LSTAT (%)'] },
  { chart: 'mf-network-diagram', file: 'the-network', says: ['The network', 'LSTAT', 'sigmoid', 'bias'] },
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('every picture of the training view is saved completely, in the light theme', async ({ page }) => {
      test.slow();
      await trainedPage(page);
      for (const { chart, file, says } of CHARTS) {
        const place = page.locator(`mf-train-view ${chart}`);
        const vector = await saved(page, place, 'SVG');
        expect(vector.name).toBe(`${file}.svg`);
        const text = vector.bytes.toString('utf8');
        for (const words of says) expect(text).toContain(`>${words}<`);
        expect(text).not.toMatch(/var\(|\s(?:class|style|href)=|<!--|<script/);
        const seen = await shown(page, vector);
        expect(seen.corner).toEqual([255, 255, 255, 255]);
        expect(seen.light).toBeGreaterThan(0.6);

        const pixels = await saved(page, place, 'PNG');
        expect(pixels.name).toBe(`${file}.png`);
        expect(await shown(page, pixels)).toMatchObject({ width: 2 * seen.width, height: 2 * seen.height });
      }
    });
  });
}

test('the colours of a picture are those of the light page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await trainedPage(page);
  const network = page.locator('mf-train-view mf-network-diagram');
  const inLight = (await saved(page, network, 'SVG')).bytes.toString('utf8');
  await page.emulateMedia({ colorScheme: 'dark' });
  const before = await network.evaluate((element) => getComputedStyle(element).color);
  expect((await saved(page, network, 'SVG')).bytes.toString('utf8')).toBe(inLight);
  expect(await network.evaluate((element) => getComputedStyle(element).color)).toBe(before);
  expect(await network.getAttribute('style')).toBeFalsy();
});

test('a picture with hostile names in its legend is an XML document that holds them', async ({ page }) => {
  await trainedPage(page);
  const place = page.locator('mf-train-view mf-loss-chart');
  await place.evaluate((chart, names) => {
    const legend = document.createElement('div');
    legend.className = 'legend';
    legend.style.position = 'absolute';
    for (const name of names) legend.append(Object.assign(document.createElement('p'), { textContent: name }));
    chart.shadowRoot?.querySelector('figure')?.append(legend);
  }, HOSTILE_NAMES);
  const vector = await saved(page, place, 'SVG');
  const texts = new Set<string>();
  const collect = (node: XmlNode) => {
    if (node instanceof XmlElement && node.name === 'text') texts.add(node.text);
    else if ('children' in node) for (const child of node.children as XmlNode[]) collect(child);
  };
  collect(parseXml(vector.bytes.toString('utf8')));
  const shownNames = HOSTILE_NAMES.map((name) => name.trim().replace(/\s+/g, ' ')).map(holdable);
  expect(shownNames.filter((name) => name !== '' && !texts.has(name))).toEqual([]);
  expect((await shown(page, vector)).corner).toEqual([255, 255, 255, 255]);
});

test('the loss as SVG has every point of the curve', async ({ page }) => {
  await trainedPage(page);
  const { bytes } = await saved(page, page.locator('mf-train-view mf-loss-chart'), 'SVG');
  const lines = [...bytes.toString('utf8').matchAll(/<path d="(M[^"Z]*)"/g)].map(([, path = '']) => path);
  const pointsOf = (path: string) => path.split(/[ML]/).length - 1;
  expect(lines.filter((path) => pointsOf(path) === 51)).toHaveLength(2);
});

test('the drawings of a pass are saved, too', async ({ page }) => {
  await trainedPage(page);
  await page.getByRole('link', { name: 'Inside', exact: true }).click();
  const drawing = page.locator('mf-pass-diagram');
  for (const name of ['Boxes', 'Layers', 'Circles']) {
    await page.getByRole('button', { name, exact: true }).click();
    const vector = await saved(page, drawing, 'SVG');
    expect(vector.name).toBe(`the-network-as-${name.toLowerCase()}.svg`);
    expect((await shown(page, vector)).light).toBeGreaterThan(0.6);
  }
});

const FIGURES = [
  {
    lesson: 'foundations/derivative',
    title: 'A tangent, a secant and a string',
    file: 'a-tangent-a-secant-and-a-string',
    says: ['tangent at a', 'input', 'slope 0.196612'],
  },
  {
    lesson: 'from-scratch/identical-layers',
    title: 'W1 and W2, the weights of the two hidden layers',
    file: 'w1-and-w2-the-weights-of-the-two-hidden-layers',
    says: ['W1', 'W1 − W2'],
  },
];

test('the drawings of a lesson’s figure are saved together, as they stand', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const { lesson, title, file, says } of FIGURES) {
    await page.goto(`./#lessons/${lesson}`);
    const figure = page.locator('mf-figure-slot').first();
    await expect(figure.getByText(title, { exact: true })).toBeVisible();
    // Charts are drawn where they are seen.
    await figure.scrollIntoViewIfNeeded();
    const drawings = figure.locator('.picture svg');
    await expect(drawings.first()).toBeVisible();
    const boxes = await drawings.evaluateAll((all) => all.map((drawing) => drawing.getBoundingClientRect().toJSON()));
    const vector = await saved(page, figure, 'SVG');
    expect(vector.name).toBe(`${file}.svg`);
    const text = vector.bytes.toString('utf8');
    for (const words of says) expect(text).toContain(`>${words}<`);
    const seen = await shown(page, vector);
    expect(seen.corner).toEqual([255, 255, 255, 255]);
    for (const box of boxes) {
      expect(seen.width).toBeGreaterThan(box.width);
      expect(seen.height).toBeGreaterThan(box.height);
    }
  }
});

test('a figure without a drawing has none to save', async ({ page }) => {
  await page.goto('./#lessons/foundations/why-transposed');
  await expect(page.locator('mf-figure-slot figure.sheet').first()).toBeVisible();
  await expect(page.locator('mf-figure-slot mf-save-picture').first()).toBeHidden();
});

test('the menu is used by keyboard, and says when nothing could be saved', async ({ page, watch }) => {
  watch.expect('404');
  await trainedPage(page);
  const menu = page.locator('mf-train-view mf-loss-chart mf-save-picture');
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(menu.getByRole('button', { name: 'SVG' })).toBeVisible();
  await expectNoBarrier(page);
  await page.keyboard.press('Escape');
  await expect(menu.getByRole('button', { name: 'SVG' })).toBeHidden();
  await expect(menu.locator('summary')).toBeFocused();
  await page.route('**/picture-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(menu.getByRole('status')).toContainText('could not be saved');
});
