// npm run screenshots: takes the pictures for README.md and docs from the built site.

import { join } from 'node:path';
import { buildEngine, buildSite } from './lib/build.mjs';
import { ROOT } from './lib/command.mjs';
import { BUILD_PACKAGES, TEST_PACKAGES } from './lib/debian.mjs';
import { setUp } from './lib/setup.mjs';
import { command, step } from './lib/step.mjs';

const SIZE = { width: 1366, height: 768 };
const PRESET = 'Chapter 3: two hidden layers';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @param {string} root */
async function train(page, root) {
  await page.goto(root);
  await page.getByRole('combobox', { name: 'Start from' }).selectOption({ label: PRESET });
  await page.locator('mf-train-view').getByRole('heading', { name: PRESET }).waitFor();
  await page.locator('mf-transport-bar').getByRole('button', { name: 'Skip to the end' }).click();
  await page.locator('mf-train-view').getByText('Training finished').waitFor();
  // Charts come in lazily, one after the other.
  await page.locator('mf-loss-chart canvas').waitFor();
}

/** @param {Page} page @param {string} root */
async function inside(page, root) {
  await page.goto(`${root}#inside`);
  const walk = page.getByRole('region', { name: 'Steps through the network' });
  await walk.getByRole('button', { name: 'Next box' }).click();
  await walk.getByRole('heading', { name: 'Forward' }).waitFor();
  await page.locator('mf-three-ways .formula').first().waitFor();
}

/** @param {Page} page @param {string} root */
async function lesson(page, root) {
  await page.goto(`${root}#lessons/foundations/derivative`);
  await page.locator('mf-three-ways .formula').first().waitFor();
}

/** @param {Page} page @param {string} root */
async function embed(page, root) {
  await page.goto(`${root}embed-builder.html#part=loss&preset=chapter-3-two-hidden&hide=seed`);
  const preview = page.frameLocator('iframe');
  await preview.getByRole('button', { name: 'Skip to the end' }).click();
  await preview.getByText('Training finished').waitFor();
  await preview.locator('mf-loss-chart canvas').waitFor();
}

/** The pictures, by the name of the file. */
const PICTURES = { train, inside, lesson, embed };

/** @param {'light' | 'dark'} colorScheme */
async function take(colorScheme) {
  // Imported late, because npm may have installed them only just now.
  const { chromium } = await import('@playwright/test');
  const { preview } = await import('vite');
  const { chromiumLaunch } = await import('./lib/chromium.mjs');

  const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 4573 } });
  const browser = await chromium.launch(chromiumLaunch());
  try {
    for (const [name, open] of Object.entries(PICTURES)) {
      const page = await browser.newPage({ viewport: SIZE, colorScheme, reducedMotion: 'reduce' });
      // Not a first visit, which would be asked where to start.
      await page.addInitScript(() => localStorage.setItem('minifactory.preferences.1', '{"isWelcomed":true}'));
      await open(page, server.resolvedUrls?.local[0] ?? '');
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(ROOT, `docs/screenshots/${name}-${colorScheme}.png`) });
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

await command(async () => {
  await setUp([...BUILD_PACKAGES, ...TEST_PACKAGES.filter(({ name }) => name === 'chromium')]);
  await step('Engine (C++ to WebAssembly)', buildEngine);
  await step('Site', buildSite);
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await step(`Screenshots, ${colorScheme}`, () => take(colorScheme));
  }
});
