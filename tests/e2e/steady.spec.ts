/** Nothing in sight moves by itself: layout shifts of every view and lesson, from load to the end of a run. */
import { PARTS } from '../../web/embed/options/options';
import { readFolder } from '../../web/lessons/compile/plugin.js';
import { FOLDER } from './lessons-page';
import { expect, type Page, TrainPage, test } from './minifactory';

const VIEWS = ['train', 'inside', 'check', 'runs', 'data', 'recipe'];
const REFERENCES = ['', '/glossary', '/search?q=loss', '/exercises', '/ledger', '/book', '/names', '/teaching'];
/** A number in a right-aligned cell that gets longer counts a little. */
const MOST = 0.005;

interface Shifts {
  sum: number;
}

/** Sums up what the browser counts as moved without being asked to, from the next load on. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) shifts.sum += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const shiftsOf = (page: Page) => page.evaluate(() => (window as unknown as { shifts: Shifts }).shifts.sum);

/** Everything in sight has its height. A figure further down waits for its reader and is loaded then. */
async function isSettled(page: Page): Promise<void> {
  await expect(page.locator('h1, h2').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[pending]')).toHaveCount(0);
  const waiting = page.getByText(/^(Loading|Getting) .*…$/);
  const inSight = () =>
    waiting.evaluateAll(
      (texts) =>
        texts.map((text) => text.getBoundingClientRect()).filter((box) => box.top < innerHeight && box.bottom > 0)
          .length,
    );
  await expect.poll(inSight).toBe(0);
}

/** The addresses that moved, with how far. */
async function moved(page: Page, hashes: readonly string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  await watchShifts(page);
  for (const [place, hash] of hashes.entries()) {
    // Another query makes it another page load.
    await page.goto(`./?${place}#${hash}`);
    await isSettled(page);
    const sum = await shiftsOf(page);
    if (sum > MOST) found[hash] = sum;
  }
  return found;
}

for (const [width, height] of [
  [1366, 768],
  [390, 844],
] as const) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height } });

    test('the views and the pages around the lessons load without moving', async ({ page }) => {
      test.slow();
      expect(await moved(page, [...VIEWS, ...REFERENCES.map((path) => `lessons${path}`)])).toEqual({});
    });

    for (const chapter of ['foundations', 'fundamentals', 'from-scratch']) {
      test(`the lessons of ${chapter} load without moving`, async ({ page }) => {
        test.slow();
        const { found } = await readFolder(FOLDER);
        const ids = [...found.pages.values()]
          .map(({ page: { id } }) => id)
          .filter((id) => id.startsWith(`${chapter}/`));
        expect(ids.length).toBeGreaterThan(15);
        expect(
          await moved(
            page,
            ids.map((id) => `lessons/${id}`),
          ),
        ).toEqual({});
      });
    }
  });
}

for (const part of PARTS.filter((each) => each !== 'figure' && each !== 'lesson')) {
  test(`the embedded part ${part} does not move from load to the end of a run`, async ({ page }) => {
    await page.setViewportSize({ width: 800, height: 700 });
    await watchShifts(page);
    await page.goto(`./embed.html#part=${part}&speed=300`);
    const train = page.locator('mf-transport-bar button.train');
    await expect(train).toBeEnabled();
    await isSettled(page);
    await train.click();
    await expect(train).toHaveText('Train again', { timeout: 20_000 });
    expect(await shiftsOf(page)).toBeLessThan(MOST);
  });
}

test('the figure of three models does not move while they are trained', async ({ page }) => {
  await watchShifts(page);
  await page.goto('./#lessons/from-scratch/three-models');
  await page.getByRole('button', { name: 'Show without predicting' }).click();
  const figure = page.locator('mf-three-models-figure');
  await figure.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(figure).toContainText('Test RMSE in $1000s after 600 batches', { timeout: 30_000 });
  expect(await shiftsOf(page)).toBeLessThan(MOST);
});

test('all pictures of the bench show the same snapshot in every frame', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.setSpeed('300');
  await page.evaluate(() => {
    const bench = document
      .querySelector('mf-app')
      ?.shadowRoot?.querySelector('mf-playground')
      ?.shadowRoot?.querySelector('mf-train-view');
    const shown = (tag: string, property: string) =>
      (bench?.shadowRoot?.querySelector(tag) as unknown as Record<string, unknown> | null)?.[property];
    const frames = { all: 0, different: [] as string[], snapshots: new Set<unknown>() };
    Object.assign(window, { frames });
    const look = () => {
      const { latest, curve } = (
        bench as unknown as { state: { run: { latest: Record<string, unknown>; curve: unknown } } }
      ).state.run;
      const pairs = {
        network: [shown('mf-network-diagram', 'parameters'), latest.parameters],
        loss: [shown('mf-loss-chart', 'curve'), curve],
        predictions: [shown('mf-prediction-chart', 'predicted'), latest.testPredictions],
        response: [shown('mf-response-chart', 'dependence'), latest.dependence],
        timeline: [(shown('mf-timeline', 'run') as { latest: unknown } | null)?.latest, latest],
      };
      frames.all += 1;
      frames.snapshots.add(latest);
      for (const [name, [one, other]] of Object.entries(pairs)) if (one !== other) frames.different.push(name);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await view.train.click();
  await expect(view.notes).toContainText('Training finished', { timeout: 20_000 });
  const { all, different, snapshots } = await page.evaluate(() => {
    const { frames } = window as unknown as {
      frames: { all: number; different: string[]; snapshots: Set<unknown> };
    };
    return { all: frames.all, different: [...new Set(frames.different)], snapshots: frames.snapshots.size };
  });
  expect(all).toBeGreaterThan(20);
  expect(snapshots).toBeGreaterThan(10);
  expect(different).toEqual([]);
});
