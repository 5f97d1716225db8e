/**
 * What ten minutes of use leave behind: nothing. `npm run soak` runs 300 rounds, the suite a few.
 */
import type { CDPSession } from '@playwright/test';
import { MOST_RUNS } from '../../web/state/runs/stored-runs';
import { expect, type Page, TrainPage, test } from './minifactory';

const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 12);
/** By then everything has been loaded and every cache is full. */
const SETTLED = Math.floor(ROUNDS / 3);
/** The page keeps the latest runs. Until it has that many, each new seed adds one to the list of runs. */
const FILLS_THE_LIST = SETTLED > MOST_RUNS;
/** How much more there may be at the end. In the first rounds the browser still compiles code, which is in its heap. */
const TOLERANCE = { nodes: 1.05, listeners: 1.05, heap: SETTLED < 100 ? 1.2 : 1.05, wasm: 1.05 };

// A trace would keep what it recorded of the page.
test.use({ trace: 'off' });

interface Footprint {
  /** DOM nodes of the whole page, also those that are no longer in the document. */
  readonly nodes: number;
  readonly listeners: number;
  /** Bytes of JavaScript objects, after garbage collection. */
  readonly heap: number;
  /** Bytes of the engine's memory, which never shrinks. */
  readonly wasm: number;
}

/** Lets the worker say how much memory the engine has; from the next load of the page on. */
async function exposeEngineMemory(page: Page): Promise<void> {
  const prelude = `
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...args) => {
      const instance = await instantiate(...args);
      self.engineMemory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory);
      return instance;
    };\n`;
  await page.route(/training\.worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: prelude + (await response.text()) });
  });
}

const engineMemory = (page: Page): Promise<number[]> =>
  Promise.all(
    page
      .workers()
      .map((worker) =>
        worker.evaluate(() => (self as unknown as { engineMemory: WebAssembly.Memory }).engineMemory.buffer.byteLength),
      ),
  );

async function footprint(page: Page, devTools: CDPSession): Promise<Footprint> {
  // Twice: what only a finaliser of the first held is collected by the second.
  for (let i = 0; i < 2; i++) await devTools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devTools.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  const wasm = (await engineMemory(page)).reduce((sum, bytes) => sum + bytes, 0);
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize'), wasm };
}

async function show(page: Page, hash: string, element: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await expect(page.locator(element)).toBeVisible();
}

/** Trains, resets, takes a new seed, adds and removes a layer, and looks at every view. */
async function round(view: TrainPage, takesNewSeed: boolean): Promise<void> {
  const { page } = view;
  await view.train.click();
  await expect(view.notes).toContainText(/Training finished|Stopped early/);
  for (const [hash, element] of [
    ['#inside', 'mf-inside-view'],
    ['#check', 'mf-check-view'],
    ['#data', 'mf-data-view'],
    ['#recipe', 'mf-recipe-view'],
    ['#runs', 'mf-runs-view'],
    ['#lessons', 'mf-lessons'],
    ['#train', 'mf-train-view'],
  ] as const) {
    await show(page, hash, element);
  }
  await view.reset.click();
  await expect.poll(() => view.batchesDone()).toBe(0);
  if (takesNewSeed) await view.newSeed.click();
  await view.unfold('Layers');
  await page.getByRole('button', { name: 'Add a layer', exact: true }).click();
  await page.getByRole('button', { name: 'Remove Layer 2' }).click();
  await view.fold();
  await expect(view.train).toBeEnabled();
}

test(`after ${ROUNDS} rounds of use the page holds no more than after ${SETTLED}`, async ({ page }) => {
  test.setTimeout(60_000 + ROUNDS * 30_000);
  await exposeEngineMemory(page);
  const view = new TrainPage(page);
  await view.open();
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable');

  const seen: Footprint[] = [];
  for (let done = 1; done <= ROUNDS; done++) {
    await round(view, FILLS_THE_LIST || done <= SETTLED);
    if (done % SETTLED !== 0) continue;
    seen.push(await footprint(page, devTools));
    console.log(`round ${done}`, JSON.stringify(seen.at(-1)));
  }
  const [settled, end] = [seen[0] as Footprint, seen.at(-1) as Footprint];
  for (const what of ['nodes', 'listeners', 'heap', 'wasm'] as const) {
    expect(settled[what], what).toBeGreaterThan(0);
    expect(end[what], what).toBeLessThanOrEqual(settled[what] * TOLERANCE[what]);
  }
});

// lit-html 3.3.1 to 3.3.3 leave a comment node behind for each item that `repeat` removes.
test('a notice that comes and goes leaves nothing in the list of notices', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  const nodesOfLists = () =>
    page
      .locator('mf-notice-list')
      .evaluateAll((lists) => lists.map((list) => list.shadowRoot?.querySelector('.list')?.childNodes.length));
  const trainAndReset = async () => {
    await view.train.click();
    await expect(view.notes).toContainText(/Training finished|Stopped early/);
    await view.reset.click();
    await expect.poll(() => view.batchesDone()).toBe(0);
  };
  await trainAndReset();
  const before = await nodesOfLists();
  expect(before.some((count) => count !== undefined && count > 0)).toBe(true);
  for (let times = 0; times < 3; times++) await trainAndReset();
  expect(await nodesOfLists()).toEqual(before);
});
