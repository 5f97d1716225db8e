/** Firefox for the tests: one browser with its own profile; every error of a page fails the test. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { preview } from 'vite';
import { expect, vi } from 'vitest';
import { findFirefox } from '../../scripts/lib/firefox.mjs';

/** Milliseconds to wait; the machine may be slow and busy. */
const PATIENCE = 60_000;

export class Firefox {
  readonly #browser: Browser;
  readonly #downloads: string;

  private constructor(browser: Browser, downloads: string) {
    this.#browser = browser;
    this.#downloads = downloads;
  }

  static async start(): Promise<Firefox> {
    const executablePath = findFirefox();
    if (executablePath === undefined) throw new Error('There is no Firefox on this machine.');
    const downloads = mkdtempSync(join(tmpdir(), 'minifactory-firefox-'));
    const extraPrefsFirefox = {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.alwaysOpenPanel': false,
    };
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      extraPrefsFirefox,
      timeout: PATIENCE,
      protocolTimeout: PATIENCE,
    });
    return new Firefox(browser, downloads);
  }

  /** `script` runs before those of the page. */
  async open(address: string, script = ''): Promise<FirefoxPage> {
    const page = new FirefoxPage(await this.#browser.newPage());
    if (script !== '') await page.prepare(script);
    await page.goTo(address);
    return page;
  }

  /** The text of a file that a page saves, when it is complete. */
  async downloaded(name: string): Promise<string> {
    const path = join(this.#downloads, name);
    await vi.waitFor(
      () => expect(existsSync(path) && !existsSync(`${path}.part`) && readFileSync(path).length > 0).toBe(true),
      {
        timeout: PATIENCE,
      },
    );
    return readFileSync(path, 'utf8');
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#downloads, { recursive: true });
  }
}

export class FirefoxPage {
  readonly #page: Page;
  readonly #wrongs: string[] = [];
  readonly #requests: string[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => {
      if (message.type() === 'error') this.#wrongs.push(message.text());
    });
    page.on('pageerror', (error) => this.#wrongs.push(String(error)));
    page.on('request', (request) => {
      const address = request.url();
      if (!/^(data|blob):/.test(address)) this.#requests.push(address);
    });
  }

  /** Runs a script before those of every page that is opened from now on. */
  async prepare(script: string): Promise<void> {
    await this.#page.evaluateOnNewDocument(script);
  }

  async evaluate<Result>(task: () => Result | Promise<Result>): Promise<Result> {
    return this.#page.evaluate(task);
  }

  /** Drops a file with this text on the page. */
  async drop(name: string, text: string): Promise<void> {
    await this.#page.evaluate(
      (fileName, content) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], fileName));
        for (const type of ['dragover', 'drop']) {
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        }
      },
      name,
      text,
    );
  }

  async goTo(address: string): Promise<void> {
    await this.#page.setViewport({ width: 1280, height: 900 });
    // Violations of the page's policy are not script errors and would not be reported otherwise.
    await this.#page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(violatedDirective, blockedURI),
      );
    });
    await this.#page.goto(address);
  }

  /** Goes to another place of the open page. */
  async turnTo(hash: string): Promise<void> {
    await this.#page.evaluate((wanted) => {
      location.hash = wanted;
    }, hash);
  }

  /** The first visible element, in any shadow root, that matches a selector and has this text; waits for it. */
  async find(selector: string, words = ''): Promise<ElementHandle<HTMLElement>> {
    const look = (wanted: string, text: string) => {
      const all = (root: ParentNode): HTMLElement[] =>
        [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
          element,
          ...(element.shadowRoot === null ? [] : all(element.shadowRoot)),
        ]);
      return all(document).find(
        (element) =>
          element.matches(wanted) &&
          element.checkVisibility() &&
          (element.shadowRoot ?? element).textContent.replace(/\s+/g, ' ').includes(text),
      );
    };
    const handle = await this.#page.waitForFunction(look, {}, selector, words).catch((cause) => {
      throw new Error(`There is no ${selector} with “${words}”.`, { cause });
    });
    return handle as ElementHandle<HTMLElement>;
  }

  /** The text of an element, when it is there. */
  async read(selector: string): Promise<string> {
    const element = await this.find(selector);
    return element.evaluate((found) => (found.shadowRoot ?? found).textContent.replace(/\s+/g, ' '));
  }

  async click(selector: string, words = ''): Promise<void> {
    await (await this.find(selector, words)).click();
  }

  /** Replaces the text of a field and leaves it. */
  async type(selector: string, text: string): Promise<void> {
    const field = await this.find(selector);
    await field.click({ count: 3 });
    await field.type(`${text}\n`);
  }

  /** All requested addresses outside the page, from the beginning. */
  get requests(): readonly string[] {
    return this.#requests;
  }

  /** Closes the page and returns its errors. */
  async close(): Promise<readonly string[]> {
    await this.#page.close();
    return this.#wrongs;
  }
}

/** dist/ under a sub-path, as on a plain file server. */
export async function serveSite(): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = await preview({
    configFile: false,
    base: '/courses/minifactory/',
    logLevel: 'silent',
    preview: { host: '127.0.0.1', port: 0 },
  });
  const [address = ''] = server.resolvedUrls?.local ?? [];
  return { address, close: () => server.close() };
}
