/** Several frames of the site on one page of another origin: they share a worker, where the browser allows it. */
import type { CDPSession, FrameLocator } from '@playwright/test';
import { test as base } from './host-page';
import { expect, type Page } from './minifactory';

const STRICT = 'allow-scripts';
const WITH_ORIGIN = 'allow-scripts allow-same-origin';

/** The shared workers that the browser runs. */
class SharedWorkers {
  readonly #devTools: CDPSession;

  constructor(devTools: CDPSession) {
    this.#devTools = devTools;
  }

  async ids(): Promise<string[]> {
    const { targetInfos } = await this.#devTools.send('Target.getTargets');
    return targetInfos.filter(({ type }) => type === 'shared_worker').map(({ targetId }) => targetId);
  }

  async kill(): Promise<void> {
    for (const targetId of await this.ids()) await this.#devTools.send('Target.closeTarget', { targetId });
  }
}

const test = base.extend<{ sharedWorkers: SharedWorkers }>({
  sharedWorkers: async ({ browser }, use) => {
    const devTools = await browser.newBrowserCDPSession();
    await use(new SharedWorkers(devTools));
    await devTools.detach();
  },
});

class Frames {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  html(site: string, title: string, speed: string, sandbox = WITH_ORIGIN): string {
    return `<iframe src="${site}embed.html#part=metrics&preset=chapter-3-linear&speed=${speed}" sandbox="${sandbox}"
      title="${title}" width="380" height="420"></iframe>`;
  }

  named(title: string): FrameLocator {
    return this.#page.frameLocator(`iframe[title="${title}"]`);
  }

  async batches(title: string): Promise<number> {
    const words = await this.named(title).locator('mf-timeline .place').innerText();
    return Number(/(\d+)(?: of \d+)? (?:batches|in all)/.exec(words)?.[1]);
  }

  async train(title: string): Promise<void> {
    await this.named(title).getByRole('button', { name: 'Train', exact: true }).click();
  }
}

test('ten frames share one worker, which outlives each of them; a sandboxed frame has its own', async ({
  page,
  host,
  baseURL,
  sharedWorkers,
}) => {
  await page.setViewportSize({ width: 2000, height: 1800 });
  const frames = new Frames(page);
  const titles = Array.from({ length: 10 }, (_, index) => `Frame ${index}`);
  const sharing = titles.map((title) => frames.html(baseURL ?? '', title, 'fastest'));
  await page.goto(host.page(sharing.join('') + frames.html(baseURL ?? '', 'Alone', 'fastest', STRICT)));
  for (const title of [...titles, 'Alone']) await expect.poll(() => frames.batches(title)).toBe(0);
  expect(await sharedWorkers.ids()).toHaveLength(1);
  expect(page.workers()).toHaveLength(1);

  await page.locator('iframe[title="Frame 0"]').evaluate((frame) => frame.remove());
  for (const title of ['Frame 1', 'Frame 9', 'Alone']) {
    await frames.train(title);
    await expect.poll(() => frames.batches(title)).toBe(600);
  }
  await page.goto('about:blank');
  await expect.poll(() => sharedWorkers.ids()).toEqual([]);
});

test('every frame reports that the shared worker crashed, and continues from its last checkpoint in the next one', async ({
  page,
  host,
  baseURL,
  sharedWorkers,
}) => {
  await page.setViewportSize({ width: 1000, height: 1200 });
  const frames = new Frames(page);
  const titles = ['One', 'Other'];
  await page.goto(host.page(titles.map((title) => frames.html(baseURL ?? '', title, '50')).join('')));
  for (const title of titles) {
    await frames.train(title);
    await expect.poll(() => frames.batches(title)).toBeGreaterThan(30);
  }
  await sharedWorkers.kill();
  for (const title of titles) {
    await expect(frames.named(title).getByText('Training was interrupted')).toBeVisible({ timeout: 15_000 });
  }
  for (const title of titles) {
    const lost = await frames.batches(title);
    await frames
      .named(title)
      .getByRole('button', { name: /^Continue from epoch/ })
      .click();
    await expect.poll(() => frames.batches(title)).toBeGreaterThan(lost);
  }
  expect(await sharedWorkers.ids()).toHaveLength(1);
});
