/** The main tests of Chromium again in Firefox: the site, its copy, its embeds, and the single file from the disk. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { presetNamed } from '../../web/recipe/presets';
import { fileStem } from '../../web/state/page/format';
import ledger from '../golden/ledger.json';
import kept from '../golden/parameters.json';
import { PageServer } from '../hosting/page-server';
import { Firefox, type FirefoxPage, serveSite } from './firefox';

const SINGLE_FILE = pathToFileURL(resolve('build/minifactory.html')).href;

const printed = (id: string): string => ledger.find((entry) => entry.id === id)?.printed ?? `no ${id}`;

let firefox: Firefox;
let site: Awaited<ReturnType<typeof serveSite>>;
let page: FirefoxPage;

beforeAll(async () => {
  [firefox, site] = await Promise.all([Firefox.start(), serveSite()]);
});

afterAll(async () => {
  await Promise.all([firefox.stop(), site.close()]);
});

afterEach(async () => {
  expect(await page.close()).toEqual([]);
});

async function train(): Promise<void> {
  await page.click('button.skip', 'Skip to the end');
  await page.find('button.train', 'Train again');
}

/** The table of evaluations, which a window of this size shows when it is chosen. */
async function shownEvaluations(): Promise<string> {
  await (await page.find('select[aria-label="Second picture"]')).select('evaluations');
  return page.read('mf-evaluations-table');
}

/** The parameters of the run on the page, flat, from the model it saves. */
async function savedParameters(name: string): Promise<number[]> {
  await page.turnTo('#recipe');
  await page.click('button', 'Model as JSON');
  const { layers } = JSON.parse(await firefox.downloaded(`${fileStem(name)}-model.json`));
  return layers.flatMap(({ weights, bias }: { weights: number[][]; bias: number[] }) => [...weights.flat(), ...bias]);
}

describe('the served site', () => {
  it('trains to the numbers the course prints, and asks no other server', async () => {
    page = await firefox.open(`${site.address}#train`);
    await train();
    const evaluations = await shownEvaluations();
    for (const epoch of [10, 20, 30, 40, 50]) expect(evaluations).toContain(printed(`ch3.one-hidden.epoch${epoch}`));
    expect(page.requests.length).toBeGreaterThan(5);
    expect(page.requests.filter((address) => !address.startsWith(site.address))).toEqual([]);
  });

  it.each(Object.entries(kept.parameters))('trains %s to the same bits as Node and Chromium', async (id, expected) => {
    const name = presetNamed(id)?.recipe.name ?? '';
    page = await firefox.open(`${site.address}#preset=${id}`);
    await page.find('h2', name);
    await train();
    expect(await savedParameters(name)).toEqual(expected);
  });
});

it('saves the whole bench as a picture and the training as a film', async () => {
  page = await firefox.open(`${site.address}#preset=chapter-3-linear`);
  await page.find('h2', 'Chapter 3: linear model');
  await train();
  await page.click('summary', 'Picture, film');
  await page.click('button', 'The whole bench as SVG');
  const picture = await firefox.downloaded('chapter-3-linear-model.svg');
  for (const words of ['Chapter 3: linear model, epoch 50 of 50', 'LSTAT', 'Loss'])
    expect(picture).toContain(`>${words}<`);
  await page.click('summary', 'Picture, film');
  await page.click('button', 'Film of the training');
  // The mark of WebM is in the first bytes, as text.
  expect((await firefox.downloaded('chapter-3-linear-model.webm')).slice(0, 100)).toContain('webm');
});

describe('after one visit', () => {
  it('the site works with the server stopped', async () => {
    const server = await serveSite();
    page = await firefox.open(`${server.address}#train`);
    await page.find('mf-offline-note', 'Works offline now.');
    await server.close();
    await page.goTo(`${server.address}#train`);
    await train();
    expect(await shownEvaluations()).toContain(printed('ch3.one-hidden.epoch50'));
    await page.turnTo('#lessons/foundations/derivative');
    await page.find('mf-live-words', 'At a = 1 the slope of sigmoid is 0.196612.');
  });
});

describe('an embed on a page of another origin', () => {
  let host: PageServer;

  beforeAll(async () => {
    host = await PageServer.start();
  });

  afterAll(() => host.stop());

  it.each(['allow-scripts', 'allow-scripts allow-same-origin'])(
    'trains for its host with sandbox="%s"',
    async (rights) => {
      page = await firefox.open(
        host.page(`<script src="${site.address}minifactory-host.js"></script>
        <iframe src="${site.address}embed.html#part=loss&preset=chapter-3-two-hidden&speed=fastest" sandbox="${rights}" title="Loss"></iframe>
        <p id="outcome"></p>
        <script>
          addEventListener('load', async () => {
            const say = (words) => { document.querySelector('#outcome').textContent = words; };
            const embed = await Minifactory.connect(document.querySelector('iframe'));
            embed.on('finished', ({ batch, metrics }) => say(batch + ' batches, test loss ' + metrics.test.mse.toFixed(3)));
            await embed.run();
          });
        </script>`),
      );
      await page.find('#outcome', `600 batches, test loss ${printed('ch3.two-hidden.epoch50')}`);
    },
  );
});

describe('a lesson', () => {
  it.each([
    ['of the served site', () => site.address],
    ['of the single file', () => SINGLE_FILE],
  ])('%s has a figure that follows, and checks an answer', async (_, address) => {
    page = await firefox.open(`${address()}#lessons/foundations/derivative`);
    await page.find('h1', 'The derivative');
    await page.find('mf-live-words', 'At a = 1 the slope of sigmoid is 0.196612.');
    await page.type('input#typed', '2');
    await page.find('mf-live-words', 'At a = 2 the slope of sigmoid is 0.104994.');
    await page.type('input#answer', '6');
    await page.find('mf-question', 'Right.');
  });
});

describe('the single file from the disk', () => {
  it('trains, computes the ledger and asks for nothing', async () => {
    page = await firefox.open(`${SINGLE_FILE}#train`);
    await train();
    expect(await shownEvaluations()).toContain(printed('ch3.one-hidden.epoch50'));
    await page.turnTo('#lessons/ledger');
    await page.find('mf-ledger-page', `All ${ledger.length} numbers agree.`);
    expect(page.requests).toEqual([]);
  });
});
