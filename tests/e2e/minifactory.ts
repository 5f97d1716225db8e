/** The page for the tests: opened at its sub-path; every error and every unexpected request fails the test. */
import { test as base, expect, type Locator, type Page } from '@playwright/test';

export { expect, type Locator, type Page };

/** Every width and both palettes, in as few pages as possible: contrast in a palette does not depend on the width. */
export const LOOKS = [
  { width: 1440, colorScheme: 'light' },
  { width: 768, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
] as const;

interface Watch {
  /** Console errors that a test causes on purpose, by a part of their text. */
  expect(...parts: string[]): void;
}

/** Pages that will be greeted by the start dialogue. */
const firstVisits = new WeakSet<Page>();

export const test = base.extend<{ watch: Watch; pace: 'fastest' | 'first visit' }>({
  pace: ['fastest', { option: true }],
  watch: [
    async ({ page, baseURL, pace }, use) => {
      if (pace === 'fastest') await trainFast(page);
      else firstVisits.add(page);
      const wrongs: string[] = [];
      const expected: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      page.on('console', (message) => {
        if (message.type() === 'error') wrongs.push(`${message.text()} ${message.location().url}`);
      });
      page.on('pageerror', (error) => wrongs.push(String(error.stack)));
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) wrongs.push(`a request to ${url}`);
      });
      await use({ expect: (...parts) => expected.push(...parts) });
      expect(wrongs.filter((wrong) => !expected.some((part) => wrong.includes(part)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Delays every request to the worker by a tenth of a second, from the next load of the page on. */
export async function delayWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Object.assign(Worker.prototype, {
      postMessage(this: Worker, ...request: Parameters<typeof post>) {
        setTimeout(() => post.apply(this, request), 100);
      },
    });
  });
}

/**
 * Lets Train go as fast as the engine does, from the next load of the page on, as for a reader who has chosen that and
 * has been here before: what most tests are about is where a run ends. A first visit watches.
 */
export async function trainFast(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const key = 'minifactory.preferences.1';
    const preferences = { speed: 'fastest', isWelcomed: true };
    try {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify(preferences));
    } catch {
      // A page without storage.
    }
  });
}

/** The controls and readings of the training view. */
export class TrainPage {
  readonly page: Page;
  readonly train: Locator;
  readonly pause: Locator;
  readonly skip: Locator;
  readonly keepTraining: Locator;
  readonly batch: Locator;
  readonly epoch: Locator;
  readonly reset: Locator;
  readonly newSeed: Locator;
  readonly speed: Locator;
  readonly rate: Locator;
  readonly timeline: Locator;
  readonly notes: Locator;

  constructor(page: Page) {
    this.page = page;
    const transport = page.locator('mf-transport-bar');
    this.train = transport.getByRole('button', { name: /^Train( again| anew| on)?$/ });
    this.pause = transport.getByRole('button', { name: 'Pause' });
    this.skip = transport.getByRole('button', { name: /^Skip( to the end)?$/ });
    this.keepTraining = transport.getByRole('button', { name: /^(Keep training|More)$/ });
    this.batch = transport.getByRole('button', { name: /^(1 b|B)atch$/ });
    this.epoch = transport.getByRole('button', { name: /^(1 e|E)poch$/ });
    this.reset = transport.getByRole('button', { name: 'Reset' });
    this.newSeed = transport.getByRole('button', { name: /^(New s|S)eed$/ });
    this.speed = page.getByRole('combobox', { name: 'Speed' });
    this.rate = page.getByRole('textbox', { name: 'Learning rate' });
    this.timeline = page.getByRole('slider', { name: 'Timeline' });
    this.notes = page.locator('mf-app main .view:not(.kept)');
  }

  /** Opens the page and waits for the first run. */
  async open(hash = ''): Promise<void> {
    await this.page.goto(`./${hash}`);
    await expect(this.page.locator('mf-app main')).toBeVisible();
    const start = this.page.getByRole('dialog', { name: 'Where do you want to start?' });
    if (hash === '' && firstVisits.delete(this.page)) await start.getByRole('button', { name: 'Close' }).click();
    if (hash === '') await this.isReady();
  }

  async isReady(): Promise<void> {
    await expect(this.page.locator('mf-headline')).toBeVisible();
  }

  async choosePreset(title: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Start from' }).selectOption({ label: title });
    await expect(this.page.locator('mf-train-view').getByRole('heading', { name: title })).toBeVisible();
  }

  /** Closes the open part of the build panel. */
  async fold(): Promise<void> {
    await this.page.locator('mf-build-panel details[open] > summary').press('Escape');
  }

  /** Opens a part of the build panel if it is folded. */
  async unfold(part: string): Promise<void> {
    const details = this.page
      .locator('mf-build-panel details')
      .filter({ has: this.page.getByRole('heading', { name: part }) });
    if (!(await details.evaluate((element) => (element as HTMLDetailsElement).open))) {
      // On a phone an open part lies over the others.
      const open = this.page.locator('mf-build-panel details[open] > summary');
      if ((await open.count()) > 0) await open.press('Escape');
      await details.locator('summary').click();
    }
  }

  /** `watch`, `fastest` or a number of batches a second from the list. */
  async setSpeed(speed: string): Promise<void> {
    await this.speed.selectOption(speed);
  }

  /** The progress of the run, as the page shows it. */
  async batchesDone(): Promise<number> {
    const text = (await this.page.locator('.view:not(.kept) mf-timeline .place').innerText()).replaceAll(',', '');
    return Number(/(\d+)(?: of \d+)? (?:batches|in all)/.exec(text)?.[1]);
  }

  /** Trains to the end; returns all numbers of the run. */
  async trainedNumbers(): Promise<string> {
    await this.train.click();
    await expect(this.notes).toContainText('Training finished');
    return this.numbers();
  }

  /** Every number of the model that the page shows. */
  async numbers(): Promise<string> {
    const tables = this.page.locator('.view.train :is(mf-metrics-table, mf-evaluations-table) table');
    return (await tables.allInnerTexts()).join('\n');
  }

  metric(set: 'training' | 'test', measure: 'mae' | 'rmse' | 'r2'): Locator {
    return this.page.locator(`mf-metrics-table tbody[data-set=${set}] tr[data-measure=${measure}] td`).first();
  }
}
