/** Faults of the browser, the server and the tabs in Firefox: each is explained, and nothing is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import ledger from '../golden/ledger.json';
import { LARGE_RECIPE, MEMORY_CANNOT_GROW, OLD_WEBASSEMBLY, STORAGE_IS_FULL } from '../hosting/faults';
import { FileServer } from '../hosting/file-server';
import { writeNextRelease } from '../hosting/next-release';
import { DIST } from '../hosting/served.mjs';
import { Firefox, type FirefoxPage } from './firefox';

const LAST = ledger.find(({ id }) => id === 'ch3.one-hidden.epoch50')?.printed ?? 'nothing';
const NOTES = 'mf-notice-list';

let firefox: Firefox;
let server: FileServer;
let pages: FirefoxPage[] = [];

beforeAll(async () => {
  firefox = await Firefox.start();
});

afterAll(() => firefox.stop());

beforeEach(async () => {
  server = new FileServer(DIST);
  await server.start();
});

afterEach(async () => {
  for (const page of pages.splice(0)) expect(await page.close()).toEqual([]);
  await server.stop();
});

async function open(hash = '#train', script = ''): Promise<FirefoxPage> {
  const page = await firefox.open(server.url + hash, script);
  pages = [...pages, page];
  return page;
}

/** Puts a fault in front of the worker's script. */
function breakWorker(prelude: string): void {
  server.manners = {
    change: (content, path) =>
      /training\.worker[^/]*\.js$/.test(path) ? Buffer.concat([Buffer.from(prelude), content]) : content,
  };
}

const changeEngine = (change: (content: Buffer) => Buffer) => {
  server.manners = { change: (content, path) => (path.endsWith('.wasm') ? change(content) : content) };
};

async function finish(page: FirefoxPage): Promise<void> {
  await page.click('button.skip', 'Skip to the end');
  await page.find('button.train', 'Train again');
}

/** The loss after the last epoch is the one that the course prints. */
async function expectLastLoss(page: FirefoxPage): Promise<void> {
  await (await page.find('select[aria-label="Second picture"]')).select('evaluations');
  await page.find('mf-evaluations-table', LAST);
}

describe('the engine', () => {
  it('whose file was cut short does not start, and the page says so; a whole file trains after a retry', async () => {
    changeEngine((content) => content.subarray(0, 20_000));
    const page = await open();
    await page.find(NOTES, 'The training engine did not start');
    server.manners = {};
    await page.click('button', 'Try again');
    await finish(page);
    await expectLastLoss(page);
  });

  it('sent with a wrong type trains', async () => {
    server.manners = { types: { '.wasm': 'text/plain' } };
    const page = await open();
    await finish(page);
    await expectLastLoss(page);
  });

  it('in a browser without SIMD or exceptions names what it needs', async () => {
    breakWorker(OLD_WEBASSEMBLY);
    const page = await open();
    await page.find(NOTES, 'The training engine needs WebAssembly with SIMD and exceptions');
    await page.turnTo('#data');
    await page.find('caption', 'All 506 rows');
  });

  it('that gets no more memory refuses the run, and the recipe stays', async () => {
    breakWorker(MEMORY_CANNOT_GROW);
    const page = await open();
    await page.find('button.train', 'Train');
    await page.drop('large.json', JSON.stringify({ version: 1, ...LARGE_RECIPE }));
    await page.find(NOTES, 'There is not enough memory for a run of this size.');
    await page.find('h2', 'Large');
  });
});

describe('a run', () => {
  const KEEP_WORKERS = `
    window.workers = [];
    window.Worker = class extends Worker {
      constructor(...args) {
        super(...args);
        window.workers.push(this);
      }
    };`;

  it('whose worker is killed continues from its checkpoint to the same end', async () => {
    const page = await open('#train', KEEP_WORKERS);
    await (await page.find('select', 'as fast as possible')).select('10');
    await page.click('button.train', 'Train');
    await page.find('mf-timeline', 'Epoch 2 of 50');
    await page.evaluate(() => {
      for (const worker of (window as unknown as { workers: Worker[] }).workers) worker.terminate();
    });
    await page.find(NOTES, 'Training was interrupted');
    await page.click('button', 'Continue from epoch');
    await finish(page);
    await expectLastLoss(page);
  });

  it('that is left in its middle is there after going back to it', async () => {
    const page = await open();
    await (await page.find('select', 'as fast as possible')).select('10');
    await page.click('button.train', 'Train');
    await page.find('mf-timeline', 'Epoch 1 of 50');
    await page.goTo(`${server.url}embed-builder.html`);
    await page.find('mf-embed-builder');
    await page.evaluate(() => history.back());
    await page.find('mf-timeline');
    // Firefox keeps the page, or loads it again; then the run is in the list of runs.
    await page.turnTo('#runs');
    await page.find('mf-runs-view');
    await page.turnTo('#train');
    await finish(page);
    await expectLastLoss(page);
  });

  it('is not touched by a run in another tab, and the next visit has both', async () => {
    const [one, other] = [await open(), await open('#preset=chapter-3-linear')];
    await other.find('h2', 'Chapter 3: linear model');
    await Promise.all([finish(one), finish(other)]);
    await expectLastLoss(one);
    const next = await open('#runs');
    await next.find('tbody tr + tr input[aria-label="Name of Run 1"]');
  });
});

describe('storage', () => {
  const REFUSED = `
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }`;

  it.each([
    ['full', STORAGE_IS_FULL],
    ['refused', REFUSED],
  ])('that is %s does not stop training, and the page says that runs are not stored', async (_, script) => {
    const page = await open('#train', script);
    await finish(page);
    await page.find(NOTES, 'Runs are not stored');
    await expectLastLoss(page);
  });
});

it('a new version that arrives in the middle of a run is offered, and the run is kept when it is accepted', async () => {
  const next = mkdtempSync(join(tmpdir(), 'minifactory-next-'));
  await writeNextRelease(next);
  const page = await open();
  await page.find('mf-offline-note', 'Works offline now.');
  await (await page.find('select', 'as fast as possible')).select('10');
  await page.click('button.train', 'Train');
  await page.find('mf-timeline', 'Epoch 1 of 50');
  server.folder = next;
  await open('#lessons');
  await page.find('mf-update-offer', 'A new version of Minifactory is ready.');
  await page.click('button', 'Use it now');
  await page.find(NOTES, 'was still training when the page was closed');
  rmSync(next, { recursive: true });
});

it('without scripts, the page says what it is and links to the text of the course', async () => {
  const page = await open('embed-builder.html');
  // A frame without the right to scripts shows what a browser without JavaScript shows.
  const { words, address } = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.src = './index.html';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const note = frame.contentDocument?.querySelector<HTMLElement>('noscript p');
    return { words: note?.innerText ?? '', address: note?.querySelector('a')?.href };
  });
  expect(words).toContain('Minifactory is a course on deep learning from scratch');
  expect(address).toBe(`${server.url}lessons.html`);
});
