import { readFileSync } from 'node:fs';
import { expectNoBarrier } from './barriers';
import { expect, LOOKS, type Page, TrainPage, test } from './minifactory';

const start = (page: Page) => page.getByRole('dialog', { name: 'Where do you want to start?' });
const gallery = (page: Page) => page.getByRole('dialog', { name: 'Gallery' });

test.describe('a first visit', () => {
  test.use({ pace: 'first visit' });

  test('asks where to start, once, and the first card plays', async ({ page }) => {
    const view = new TrainPage(page);
    await page.goto('./');
    await start(page).getByRole('button', { name: 'Watch a network learn' }).click();
    await expect(start(page)).toBeHidden();
    await expect(view.pause).toBeVisible();
    await page.reload();
    await view.isReady();
    await expect(start(page)).toBeHidden();
  });

  test('leads to the course', async ({ page }) => {
    await page.goto('./');
    await start(page).getByRole('link', { name: 'Start the course' }).click();
    await expect(page.locator('mf-lessons')).toBeVisible();
  });

  test('leads to an exercise with its goal', async ({ page }) => {
    await page.goto('./');
    await start(page).getByRole('button', { name: 'Solve an exercise' }).click();
    await expectNoBarrier(page);
    await gallery(page).getByRole('link', { name: 'Under four' }).click();
    await expect(gallery(page)).toBeHidden();
    await expect(page.locator('mf-goal-panel')).toContainText('Reach a test RMSE under 4');
  });

  test('by a link is not asked', async ({ page }) => {
    await page.goto('./#preset=chapter-3-linear');
    await new TrainPage(page).isReady();
    await expect(start(page)).toBeHidden();
  });
});

test('the gallery has every preset, and is closed by Escape with the focus where it was', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  const button = page.getByRole('button', { name: 'Gallery' });
  await button.click();
  await expect(gallery(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(gallery(page)).toBeHidden();
  await expect(button).toBeFocused();
  await button.click();
  await gallery(page).getByRole('button', { name: 'Chapter 3: linear model' }).click();
  await expect(page.locator('mf-train-view').getByRole('heading', { name: 'Chapter 3: linear model' })).toBeVisible();
  await expect(page.locator('mf-network-diagram')).toContainText('1 linear unit');
});

test('a layer is changed and added in the drawing', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  const network = page.locator('mf-network-diagram');
  await network.getByRole('button', { name: /^Change layer 1: 13 units, sigmoid/ }).click();
  await expect(page.getByRole('textbox', { name: 'Layer 1: units' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Layer 1: units' }).fill('7');
  await expect(network).toContainText('7 sigmoid units');
  await page.getByRole('combobox', { name: 'Layer 1: activation' }).selectOption('tanh');
  await expect(network).toContainText('7 tanh units');
  await page.keyboard.press('Escape');
  await expect(page.locator('mf-layer-editor')).toBeHidden();
  await network.getByRole('button', { name: 'Add a layer before layer 2' }).click();
  await expect(network.getByRole('button', { name: /^Change layer/ })).toHaveCount(3);
  await expect(network).toContainText('layer 3');
});

test('the data set is named beside the model, and its warning is one click away', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await new TrainPage(page).open();
  const panel = page.locator('mf-build-panel');
  await expect(panel.locator('.data .gist')).toContainText('Boston housing, as first printed');
  const warning = panel.locator('.warning');
  await warning.locator('summary').click();
  await expect(warning).toContainText('This data has an ethical flaw.');
  await expectNoBarrier(page);
  await page.keyboard.press('Escape');
  await expect(warning.getByText('This data has an ethical flaw.')).toBeHidden();
  await expect(warning.locator('summary')).toBeFocused();
  await warning.locator('summary').click();
  await warning.getByRole('link', { name: 'All columns and rows' }).click();
  await expect(page.locator('mf-data-view')).toBeVisible();
});

test('every view names the run it acts on', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.choosePreset('Chapter 3: linear model');
  await view.epoch.click();
  await expect.poll(() => view.batchesDone()).toBe(12);
  for (const name of ['Inside', 'Check', 'Runs', 'Data', 'Recipe']) {
    await page.getByRole('link', { name, exact: true }).click();
    const shown = page.locator('.view:not(.kept) .acts-on');
    await expect(shown).toHaveText('Run: Chapter 3: linear model, epoch 1 of 50');
  }
});

test('the curve of the run before stays behind the new one', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.skip.click();
  await expect(view.notes).toContainText('Training finished');
  await view.choosePreset('Chapter 3: linear model');
  await expect(page.locator('mf-loss-chart')).toContainText('before, test');
  await expect(view.notes).toContainText('Changed: Layers 1 linear instead of 13 sigmoid → 1 linear');
});

test('the whole bench is saved as SVG and PNG, light and as it stands, in each size of window', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    const view = new TrainPage(page);
    await view.open();
    await view.skip.click();
    await expect(view.notes).toContainText('Training finished');
    const saved = async (kind: 'SVG' | 'PNG') => {
      await page.getByText('Picture, film').click();
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: `The whole bench as ${kind}` }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe(`chapter-3-one-hidden-layer.${kind.toLowerCase()}`);
      return readFileSync(await download.path());
    };
    const svg = (await saved('SVG')).toString();
    const words = ['Chapter 3: one hidden layer, epoch 50 of 50', 'The network', 'LSTAT', 'Loss', '4.027', '0.822'];
    for (const word of [...words, 'Predicted against actual MEDV', 'Response to LSTAT'])
      expect(svg).toContain(`>${word}<`);
    // Lines and points, no pixels: the loss has 51 points, and there are 152 test rows.
    expect(svg).not.toMatch(/<image|<canvas|<script|var\(/);
    const lines = [...svg.matchAll(/<path d="(M[^"Z]*)"/g)].map(([, path = '']) => path.split(/[ML]/).length - 1);
    expect(lines.filter((points) => points === 51)).toHaveLength(2);
    expect(svg.match(/<circle /g)?.length).toBeGreaterThan(152);
    const png = await saved('PNG');
    const [, across = '', down = ''] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(across), 2 * Number(down)]);
    const corner = await page.evaluate(
      async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const context = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d');
        context?.drawImage(image, 0, 0);
        return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
      },
      `data:image/png;base64,${png.toString('base64')}`,
    );
    expect(corner).toEqual([255, 255, 255, 255]);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  }
});

test('the training is saved as a film', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.setSpeed('300');
  await page.getByText('Picture, film').click();
  const film = page.waitForEvent('download', { timeout: 40_000 });
  await page.getByRole('button', { name: 'Film of the training' }).click();
  await expect(page.getByRole('button', { name: 'Filming: stop' })).toBeVisible();
  const webm = await film;
  expect(webm.suggestedFilename()).toBe('chapter-3-one-hidden-layer.webm');
  const bytes = readFileSync(await webm.path());
  // The mark of a Matroska file, and more than a few frames.
  expect(bytes.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
  expect(bytes.length).toBeGreaterThan(50_000);
  await expect(view.notes).toContainText('Training finished');
});

test('the inside view fits one screen: drawing, arrays and the three ways side by side', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('./#inside');
  const parts = ['.walk', 'mf-inside-arrays', 'mf-explain-panel'];
  await expect(page.locator('mf-three-ways .formula').first()).toBeVisible();
  const boxes = await Promise.all(parts.map((part) => page.locator(`mf-inside-view ${part}`).boundingBox()));
  for (const box of boxes) expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(768);
  const tops = boxes.map((box) => Math.round(box?.y ?? 0));
  expect(new Set(tops).size).toBe(1);
});

test('on a phone the run is played, rewound and branched by touch', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    localStorage.setItem('minifactory.preferences.1', JSON.stringify({ speed: 'fastest', isWelcomed: true }));
  });
  const view = new TrainPage(page);
  await view.open();
  await view.train.tap();
  await expect(view.notes).toContainText('Training finished');
  const box = await view.timeline.boundingBox();
  await page.touchscreen.tap((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect.poll(() => view.batchesDone()).toBe(300);
  await view.rate.fill('0.02');
  await view.rate.press('Enter');
  await view.train.tap();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(400);
  await expect(view.notes).toContainText(/Training finished|Stopped early/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await context.close();
});

test('in forced colours pressed buttons are recognisable, and lines keep the colours of the legend', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const view = new TrainPage(page);
  await view.open();
  await view.skip.click();
  await expect(view.notes).toContainText('Training finished');
  const scale = page.locator('mf-loss-chart .switch button');
  const looks = await scale.evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).backgroundColor));
  expect(new Set(looks).size).toBe(2);
  const legend = await page
    .locator('mf-loss-chart .legend path')
    .first()
    .evaluate((line) => getComputedStyle(line).stroke);
  const painted = await page.locator('mf-loss-chart canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const colours = new Set<string>();
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 255) colours.add(`rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`);
    }
    return [...colours];
  });
  expect(painted).toContain(legend);
});

for (const { width, colorScheme } of LOOKS) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('the start dialogue and the gallery are accessible and fit', async ({ page }) => {
      await new TrainPage(page).open();
      await page.getByRole('button', { name: 'Gallery' }).click();
      await expect(gallery(page)).toBeVisible();
      await expectNoBarrier(page);
      expect(await gallery(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBeLessThanOrEqual(0);
    });
  });
}
