/** One run of the page in WebKitGTK: it ends with the same bits as in Node, Chromium and Firefox. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { presetNamed } from '../../web/recipe/presets';
import kept from '../golden/parameters.json';
import { FileServer } from '../hosting/file-server';
import { DIST } from '../hosting/served.mjs';
import { WebKit } from './webdriver.mjs';

const PRESET = 'chapter-3-two-hidden';
const PATIENCE = { timeout: 60_000, interval: 200 };

/** `all()` is every element of the page, in any shadow root. */
const ALL = `
  const all = (root = document) => [...root.querySelectorAll('*')].flatMap((element) =>
    [element, ...(element.shadowRoot === null ? [] : all(element.shadowRoot))]);
  const found = (selector, words) => all().find((element) => element.matches(selector) && element.checkVisibility() &&
    (element.shadowRoot ?? element).textContent.replace(/\\s+/g, ' ').includes(words));
`;

/** Keeps what the page saves, instead of downloading it. */
const CATCH_FILES = `
  window.files = [];
  const create = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    window.files.push(file);
    return create.call(URL, file);
  };
  HTMLAnchorElement.prototype.click = () => {};
`;

let webkit: WebKit;
const server = new FileServer(DIST);

beforeAll(async () => {
  await server.start();
  webkit = await WebKit.start();
});

afterAll(async () => {
  await webkit.stop();
  await server.stop();
});

async function find(selector: string, words = ''): Promise<void> {
  const script = `${ALL} return found(...arguments) !== undefined;`;
  await vi.waitFor(async () => expect(await webkit.evaluate(script, selector, words), words).toBe(true), PATIENCE);
}

async function click(selector: string, words = ''): Promise<void> {
  await find(selector, words);
  await webkit.evaluate(`${ALL} found(...arguments).click();`, selector, words);
}

it('trains a preset to the recorded parameters, to the last bit', async () => {
  const name = presetNamed(PRESET)?.recipe.name ?? '';
  await webkit.goTo(`${server.url}#preset=${PRESET}`);
  await find('h2', name);
  await click('button.skip', 'Skip to the end');
  await find('button.train', 'Train again');
  await find('mf-timeline', 'Epoch 50 of 50');
  await webkit.evaluate(`${CATCH_FILES} location.hash = '#recipe';`);
  await click('button', 'Model as JSON');
  await vi.waitFor(async () => expect(await webkit.evaluate('return files.length')).toBe(1), PATIENCE);
  const { layers } = JSON.parse((await webkit.evaluate('return files[0].text()')) as string);
  const parameters = layers.flatMap(({ weights, bias }: { weights: number[][]; bias: number[] }) => [
    ...weights.flat(),
    ...bias,
  ]);
  expect(parameters).toEqual(kept.parameters[PRESET]);
});
