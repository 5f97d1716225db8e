// The built site in Chromium: the time from an empty cache to a trained chapter 3 network, and the effect of training
// on the page's main thread.

import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { chromiumLaunch } from '../../scripts/lib/chromium.mjs';
import { median } from './measure.mjs';
import { visitAgain } from './visitor.mjs';

const LOADS = 5;
const TRAINING_MS = 5000;
const ENDLESS_EPOCHS = '1000000';

/** @typedef {{ loadToTrainedMs: number, loads: number[], longestTaskMs: number, observedMs: number }} PageTimings */

/** The first run of a new visitor is chapter 3's network with one hidden layer. @param {import('@playwright/test').Page} page */
const trainButton = (page) => page.locator('mf-transport-bar').getByRole('button', { name: 'Train', exact: true });

/**
 * Milliseconds from the start of the navigation until the page shows that training has finished.
 * @param {import('@playwright/test').Browser} browser @param {string} address
 */
async function loadToTrained(browser, address) {
  const context = await browser.newContext();
  await visitAgain(context, 'fastest');
  const page = await context.newPage();
  await page.goto(address);
  await trainButton(page).click();
  await page.locator('mf-train-view').getByText('Training finished').waitFor();
  const elapsed = await page.evaluate(() => performance.now());
  await context.close();
  return elapsed;
}

/**
 * The longest task of the main thread while a network trains at full speed. Browsers report tasks of at least 50 ms; 0
 * means that there was none.
 * @param {import('@playwright/test').Browser} browser @param {string} address
 */
async function longestTask(browser, address) {
  const page = await browser.newPage();
  await visitAgain(page, 'fastest');
  await page.goto(address);
  const learning = page.getByRole('heading', { name: 'Learning', exact: true });
  const part = page.locator('mf-build-panel details').filter({ has: learning });
  if (!(await part.evaluate((details) => details.hasAttribute('open')))) await learning.click();
  await page.getByRole('textbox', { name: 'Train for' }).fill(ENDLESS_EPOCHS);
  await page.getByRole('checkbox', { name: 'Early stopping' }).uncheck();
  await page.keyboard.press('Escape');
  await trainButton(page).click();
  const longest = await page.evaluate(async (milliseconds) => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    observer.disconnect();
    return longest;
  }, TRAINING_MS);
  const isTraining = await page.locator('mf-transport-bar').getByRole('button', { name: 'Pause' }).isVisible();
  if (!isTraining) throw new Error('The page was not training while its tasks were measured.');
  await page.close();
  return longest;
}

/** @param {(line: string) => void} note @returns {Promise<PageTimings>} */
export async function measurePage(note) {
  const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 4373 } });
  const address = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const loads = [];
    for (let load = 1; load <= LOADS; ++load) {
      note(`load ${load} of ${LOADS}`);
      loads.push(await loadToTrained(browser, address));
    }
    note('tasks while training');
    const longestTaskMs = await longestTask(browser, address);
    return { loadToTrainedMs: median(loads), loads, longestTaskMs, observedMs: TRAINING_MS };
  } finally {
    await browser.close();
    await server.close();
  }
}
