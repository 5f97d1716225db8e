// A slow laptop: the browser slows the page's main thread down, and the page is watched, clicked and looked around in.

import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { chromiumLaunch } from '../../scripts/lib/chromium.mjs';
import { visitAgain } from './visitor.mjs';

const SLOWDOWN = 6;
const SIZE = { width: 1366, height: 768 };
const SETTLE_MS = 1500;
/** A hand rests a moment between reaching a button and pressing it. */
const HOVER_MS = 200;
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
 * Milliseconds from a click until its answer is painted, by the browser's own event timing.
 * @param {import('@playwright/test').Locator} control
 */
async function answer(control) {
  const page = control.page();
  await page.evaluate(() => {
    const timings = /** @type {{ longestAnswer?: number } & typeof globalThis} */ (globalThis);
    timings.longestAnswer = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        timings.longestAnswer = Math.max(timings.longestAnswer ?? 0, duration);
    });
    observer.observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
    setTimeout(() => observer.disconnect(), 1000);
  });
  // With the mouse, since Playwright's own click runs scripts in the page that would count.
  const box = await control.boundingBox();
  if (box === null) throw new Error(`Not on the page: ${control}`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(HOVER_MS);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate(
    () => /** @type {{ longestAnswer?: number } & typeof globalThis} */ (globalThis).longestAnswer ?? 0,
  );
}

/**
 * Milliseconds from following a link until its view is painted.
 * @param {import('@playwright/test').Page} page @param {string} name
 */
async function opening(page, name) {
  const view = `mf-${name.toLowerCase()}-view`;
  const milliseconds = await page
    .getByRole('navigation')
    .getByRole('link', { name, exact: true })
    .evaluate(async (link, view) => {
      const playground = () => document.querySelector('mf-app')?.shadowRoot?.querySelector('mf-playground');
      const isShown = () => playground()?.shadowRoot?.querySelector(`.view:not(.kept) ${view}`) != null;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const start = performance.now();
      /** @type {HTMLElement} */ (link).click();
      while (!isShown()) await frame();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - start;
    }, view);
  await page.waitForTimeout(SETTLE_MS);
  return milliseconds;
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
    const inside = page.locator('mf-inside-view');
    await page.locator('mf-network-diagram').waitFor();
    await page.waitForTimeout(SETTLE_MS);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });

    /** @type {Answer[]} */
    const clicks = [];
    /** @param {string} name @param {import('@playwright/test').Locator} control */
    const click = async (name, control) => {
      note(`clicking ${name}`);
      clicks.push({ name, milliseconds: await answer(control) });
    };
    const button = (/** @type {string} */ name) => bar.getByRole('button', { name });
    await click('Train', bar.getByRole('button', { name: 'Train', exact: true }));
    note('watching a run');
    const watched = await watch(page);
    await click('Pause', button('Pause'));
    for (const name of ['1 batch', '1 epoch', 'Reset']) await click(name, button(name));
    await click('linear scale', page.locator('mf-loss-chart').getByRole('button', { name: 'linear' }));
    await click('a layer', page.locator('mf-network-diagram').getByRole('button', { name: /^Change layer 1/ }));
    await page.keyboard.press('Escape');

    const views = [];
    // Once before, so that what is measured is opening a view and not fetching it.
    for (const round of [1, 2]) {
      for (const name of VIEWS) {
        note(`opening ${name}, round ${round}`);
        const milliseconds = await opening(page, name);
        if (round === 2) views.push({ name, milliseconds });
      }
    }
    await opening(page, 'Inside');
    for (const way of ['first', 'second', 'third'])
      await click(`Next box, ${way}`, inside.getByRole('button', { name: /^(Next box|Train this batch)$/ }));
    return { slowdown: SLOWDOWN, ...watched, clicks, views };
  } finally {
    await browser.close();
    await server.close();
  }
}
