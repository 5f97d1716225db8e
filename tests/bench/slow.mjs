// A slow laptop: the browser slows the page's main thread down, and the page is watched, clicked and looked around in.

import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { chromiumLaunch } from '../../scripts/lib/chromium.mjs';
import { visitAgain } from './visitor.mjs';

const SLOWDOWN = 6;
const SIZE = { width: 1366, height: 768 };
const SETTLE_MS = 1500;
const WATCH_MS = 6000;
const VIEWS = ['Inside', 'Check', 'Runs', 'Data', 'Recipe', 'Train'];

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ name: string, milliseconds: number }} Answer to a click: until the next frame is painted */
/** @typedef {{ slowdown: number, framesPerSecond: number, lateFrames: number, frames: number, longestTaskMs: number, clicks: Answer[], views: Answer[] }} SlowTimings */

/** Frames and tasks of the main thread for a while. @param {Page} page */
function watch(page) {
  return page.evaluate(async (milliseconds) => {
    let longestTaskMs = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
    });
    observer.observe({ type: 'longtask' });
    /** @type {number[]} */
    const lengths = [];
    const start = performance.now();
    let last = start;
    while (last - start < milliseconds) {
      const now = await new Promise((resolve) => requestAnimationFrame(resolve));
      lengths.push(now - last);
      last = now;
    }
    observer.disconnect();
    const seconds = (last - start) / 1000;
    const lateFrames = lengths.filter((length) => length > 34).length;
    return { framesPerSecond: lengths.length / seconds, lateFrames, frames: lengths.length, longestTaskMs };
  }, WATCH_MS);
}

/**
 * Milliseconds from a click until what follows is painted.
 * @param {import('@playwright/test').Locator} button
 */
function answer(button) {
  return button.evaluate(async (element) => {
    const start = performance.now();
    /** @type {HTMLElement} */ (element).click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(undefined))));
    return performance.now() - start;
  });
}

/** @param {(line: string) => void} note @returns {Promise<SlowTimings>} */
export async function measureSlow(note) {
  const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 4375 } });
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const page = await browser.newPage({ viewport: SIZE });
    await visitAgain(page, 'watch');
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    const bar = page.locator('mf-transport-bar');
    await page.locator('mf-network-diagram').waitFor();
    await page.waitForTimeout(SETTLE_MS);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });

    note('watching a run');
    const clicks = [
      { name: 'Train', milliseconds: await answer(bar.getByRole('button', { name: 'Train', exact: true })) },
    ];
    await page.waitForTimeout(SETTLE_MS);
    const watched = await watch(page);
    clicks.push({ name: 'Pause', milliseconds: await answer(bar.getByRole('button', { name: 'Pause' })) });
    for (const name of ['1 batch', '1 epoch', 'Reset']) {
      await page.waitForTimeout(SETTLE_MS);
      clicks.push({ name, milliseconds: await answer(bar.getByRole('button', { name })) });
    }

    const views = [];
    // Once before, so that what is measured is opening a view and not fetching it.
    for (const round of [1, 2]) {
      for (const name of VIEWS) {
        note(`opening ${name}, round ${round}`);
        const link = page.getByRole('navigation').getByRole('link', { name, exact: true });
        const milliseconds = await answer(link);
        if (round === 2) views.push({ name, milliseconds });
        await page.waitForTimeout(SETTLE_MS);
      }
    }
    return { slowdown: SLOWDOWN, ...watched, clicks, views };
  } finally {
    await browser.close();
    await server.close();
  }
}
