// The cost of looking: how soon the Inside view shows its next step, and how much each open view slows training down.

import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { chromiumLaunch } from '../../scripts/lib/chromium.mjs';
import { median } from './measure.mjs';
import { visitAgain } from './visitor.mjs';

/** How many times slower the main thread is made for the second comparison of views. */
export const SLOWDOWN = 4;
const VIEWS = ['Train', 'Inside', 'Check', 'Runs', 'Data', 'Recipe'];
const ROUNDS = 3;
const SETTLE_MS = 1000;
const ROUND_MS = 2000;
/** Long enough for everything that a step triggers. */
const BETWEEN_STEPS_MS = 150;

const layers = (/** @type {readonly number[]} */ ...hidden) => [
  ...hidden.map((units) => ({ units, activation: 'sigmoid' })),
  { units: 1, activation: 'linear' },
];
const WIDE = { layers: layers(64, 64, 64, 64), training: { batchSize: 32 } };
const ENDLESS = {
  layers: layers(13, 13),
  optimiser: { learningRate: 0.001 },
  training: { earlyStopping: false, stopAfter: { count: 1_000_000, unit: 'epochs' } },
};

/** @typedef {{ view: string, batchesPerSecond: number, rounds: number[] }} ViewSpeed */
/** @typedef {{ stepsMs: number[], speeds: ViewSpeed[], slowSpeeds: ViewSpeed[] }} ViewTimings */
/** @typedef {import('@playwright/test').Page} Page */

/** @typedef {HTMLElement & { state: import('../../web/state/page/page-state').PageState }} Header is given the whole state */

/** @param {Page} page */
const header = (page) => page.locator('mf-app-header');

/** @param {Page} page @param {string} name */
const show = (page, name) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

/**
 * The page with a run of the recipe.
 * @param {import('@playwright/test').Browser} browser @param {string} address @param {{ layers: readonly object[] }} recipe
 */
async function openWith(browser, address, recipe) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await visitAgain(page, 'fastest');
  await page.goto(`${address}#recipe`);
  await page.getByRole('textbox', { name: 'Recipe as JSON' }).fill(JSON.stringify(recipe));
  await page.getByRole('button', { name: 'Apply' }).click();
  await header(page).evaluate(async (element, layers) => {
    const runLayers = () => /** @type {Header} */ (element).state.run?.description.recipe.layers.length;
    while (runLayers() !== layers) await new Promise((resolve) => setTimeout(resolve, 10));
  }, recipe.layers.length);
  return page;
}

/**
 * Milliseconds from each press of Next to the next painted frame, over all steps of one batch.
 * @param {import('@playwright/test').Browser} browser @param {string} address @returns {Promise<number[]>}
 */
async function walk(browser, address) {
  const page = await openWith(browser, address, WIDE);
  await show(page, 'Inside');
  const view = page.locator('mf-inside-view');
  await view.getByText('Step 1 of', { exact: false }).waitFor();
  const last = Number(/of (\d+)/.exec(await view.getByText('Step 1 of', { exact: false }).innerText())?.[1]);
  const next = view.getByRole('group', { name: 'Steps' }).getByRole('button').nth(2);
  const times = await next.evaluate(
    async (button, { presses, pause }) => {
      const painted = () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = resolve;
            port2.postMessage(null);
          });
        });
      const times = [];
      for (let press = 0; press < presses; ++press) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        const start = performance.now();
        /** @type {HTMLElement} */ (button).click();
        await painted();
        times.push(performance.now() - start);
      }
      return times;
    },
    { presses: last - 1, pause: BETWEEN_STEPS_MS },
  );
  await view.getByText(`Step ${last} of ${last}`, { exact: false }).waitFor();
  await page.close();
  return times;
}

/** Trained batches and the time, when the page has received a report. @param {Page} page */
const reading = (page) =>
  header(page).evaluate(async (element) => {
    const header = /** @type {Header} */ (element);
    const { state } = header;
    while (header.state === state) await new Promise((resolve) => setTimeout(resolve, 1));
    return { batch: header.state.run?.latest.progress.batch ?? Number.NaN, time: performance.now() };
  });

/**
 * Batches a second with each view open, all views in turn while one network trains at full speed.
 * `slowdown`: of the main thread; the training worker keeps its speed.
 * @param {import('@playwright/test').Browser} browser @param {string} address @param {number} slowdown
 * @param {(line: string) => void} note @returns {Promise<ViewSpeed[]>}
 */
async function speeds(browser, address, slowdown, note) {
  const page = await openWith(browser, address, ENDLESS);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await show(page, 'Train');
  await page.locator('mf-transport-bar').getByRole('button', { name: 'Train', exact: true }).click();
  const rounds = VIEWS.map(() => /** @type {number[]} */ ([]));
  for (let round = 1; round <= ROUNDS; ++round) {
    for (const [index, view] of VIEWS.entries()) {
      note(`training with ${view} open, ${slowdown} times slower, round ${round} of ${ROUNDS}`);
      await show(page, view);
      await page.waitForTimeout(SETTLE_MS);
      const start = await reading(page);
      await page.waitForTimeout(ROUND_MS);
      const end = await reading(page);
      rounds[index]?.push(((end.batch - start.batch) * 1000) / (end.time - start.time));
    }
  }
  await page.close();
  return VIEWS.map((view, index) => {
    const each = rounds[index] ?? [];
    return { view, batchesPerSecond: median(each), rounds: each };
  });
}

/** @param {(line: string) => void} note @returns {Promise<ViewTimings>} */
export async function measureViews(note) {
  const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 4374 } });
  const address = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch(chromiumLaunch());
  try {
    note('a walk through a pass');
    return {
      stepsMs: await walk(browser, address),
      speeds: await speeds(browser, address, 1, note),
      slowSpeeds: await speeds(browser, address, SLOWDOWN, note),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}
