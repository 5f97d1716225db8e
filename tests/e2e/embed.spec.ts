import { readFileSync } from 'node:fs';
import type { MinifactoryProgress } from '../../web/embed/host/host-types';
import ledger from '../golden/ledger.json' with { type: 'json' };
import { test } from './host-page';
import { expect, type Page } from './minifactory';

const STRICT = 'allow-scripts';
const WITH_ORIGIN = 'allow-scripts allow-same-origin';

const printed = (id: string) => ledger.find((row) => row.id === id)?.printed;

function framed(site: string, fragment: string, sandbox: string): string {
  return `<script src="${site}minifactory-host.js"></script>
    <iframe src="${site}embed.html#${fragment}" sandbox="${sandbox}" title="Minifactory" width="800" height="200"></iframe>`;
}

const embedIn = (page: Page) => page.frameLocator('iframe');
const frameHeight = (page: Page) => page.locator('iframe').evaluate((frame) => frame.clientHeight);

test('without an origin, requests or storage, it trains to the printed loss and executes its host’s requests', async ({
  page,
  host,
  baseURL,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  // The test must see what any page sees before anybody listens.
  await page.addInitScript(() => {
    addEventListener('message', ({ data }) => Object.assign(globalThis, { heard: [...heard(), data] }));
    function heard(): unknown[] {
      return (globalThis as { heard?: unknown[] }).heard ?? [];
    }
  });
  await page.goto(host.page(framed(baseURL ?? '', 'part=loss&preset=chapter-3-two-hidden&goal=test-rmse<4', STRICT)));
  const outcome = await page.evaluate(async () => {
    const embed = await Minifactory.connect(document.querySelector('iframe') as HTMLIFrameElement);
    const finished = new Promise<MinifactoryProgress>((resolve) => embed.on('finished', resolve));
    const first = await embed.getState();
    await embed.run();
    const { batch, metrics } = await finished;
    const last = await embed.getState();
    await embed.setState(first);
    const refusal = await embed.load({ layers: 3 }).catch((error: Error) => error.message);
    await embed.reset();
    return { batch, mse: metrics.test.mse, isPlain: JSON.stringify(last).length > 100, refusal };
  });
  expect(outcome).toMatchObject({ batch: 600, isPlain: true });
  expect(outcome.mse.toFixed(3)).toBe(printed('ch3.two-hidden.epoch50'));
  expect(outcome.refusal).toContain('layers is 3; it must be a list');
  await expect(embedIn(page).locator('mf-timeline')).toContainText('0 batches');

  const heard = await page.evaluate(() => (globalThis as unknown as { heard: { type?: string }[] }).heard);
  expect(new Set(heard.map(({ type }) => type))).toEqual(
    new Set(['ready', 'state', 'finished', 'goal', 'reply', 'resize', undefined]),
  );
  const goal = { goal: 'test-rmse<4', reached: true, met: 1, conditions: 1 };
  expect(heard).toContainEqual({ source: 'minifactory', version: 1, type: 'goal', detail: goal });
  expect(heard).toContainEqual({ subject: 'lti.frameResize', height: await frameHeight(page) });
  // Only classic scripts and a style sheet are loaded on such a page.
  expect(requests.filter((path) => /mini-factory/.test(path)).map((path) => path.split('/').at(-1))).toEqual([
    'mini-factory.js',
    'mini-factory-packed.js',
  ]);
});

test('the example of the docs reaches its goal; a recipe for other data is refused with the reason', async ({
  page,
  host,
  baseURL,
  watch,
}) => {
  watch.expect('The goal was set for');
  const docs = readFileSync('docs/embedding.md', 'utf8');
  const [, example = ''] = /## Messages\n.*?```html\n(.*?)```/s.exec(docs) ?? [];
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  const open = (text: string) =>
    page.goto(
      host.page(
        text
          .replaceAll('https://example.org/minifactory/', baseURL ?? '')
          .replace('#', '#speed=fastest&')
          .replace(' …>', '>'),
      ),
    );
  await open(example);
  await expect.poll(() => logged.at(-1), { timeout: 30_000 }).toBe('done');
  expect(logged.join()).toMatch(/test RMSE 3\.\d+/);

  // As the example was once: the recipe has another table than the frame.
  const refusal = page.waitForEvent('pageerror');
  await open(example.replace(/data: \{.*?\},/s, ''));
  expect((await refusal).message).toBe(
    'The goal was set for data.source "boston-as-first-printed", but this recipe has "boston", so its run would not count. Set data.source in the recipe, or change the goal first.',
  );
});

test('a stored state restores the run; the frame is as high as its content, and follows it', async ({
  page,
  host,
  baseURL,
}) => {
  await page.goto(host.page(framed(baseURL ?? '', 'part=loss&preset=chapter-3-linear&speed=5', WITH_ORIGIN)));
  const bar = embedIn(page).locator('mf-timeline');
  await embedIn(page).getByRole('button', { name: '1 epoch' }).click();
  await expect(bar).toContainText('12 batches');
  const kept = await page.evaluate(async () => {
    const embed = await Minifactory.connect(document.querySelector('iframe') as HTMLIFrameElement);
    const state = await embed.getState();
    await embed.load('preset=chapter-2-linear');
    await embed.run();
    await embed.pause();
    return JSON.stringify(state);
  });
  await expect(embedIn(page).getByRole('heading', { name: 'Chapter 2: linear regression' })).toBeVisible();
  await expect(embedIn(page).getByRole('button', { name: /^Train( on)?$/ })).toBeVisible();
  await page.evaluate(async (text) => {
    const embed = await Minifactory.connect(document.querySelector('iframe') as HTMLIFrameElement);
    await embed.setState(JSON.parse(text));
  }, kept);
  await expect(embedIn(page).getByRole('heading', { name: 'Chapter 3: linear model' })).toBeVisible();
  await expect(bar).toContainText('12 batches');

  const content = () =>
    embedIn(page)
      .locator('html')
      .evaluate((html: HTMLElement) => html.offsetHeight);
  const fits = async () => (await frameHeight(page)) - (await content());
  await expect.poll(fits).toBe(0);
  const before = await frameHeight(page);
  await embedIn(page).getByText('Values as a table').click();
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(before + 50);
  await expect.poll(fits).toBe(0);
  await page.locator('iframe').evaluate((frame) => frame.setAttribute('width', '380'));
  await expect.poll(fits).toBe(0);
});

test('pinned to an origin, it is silent to any other page, and says so to who looks for the reason', async ({
  page,
  host,
  baseURL,
}) => {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const pinned = (origin: string) => framed(baseURL ?? '', `part=metrics&host-origin=${origin}`, WITH_ORIGIN);
  await page.goto(host.page(`${pinned('https://elsewhere.example')}<div id="heard"></div>`));
  await expect(embedIn(page).locator('mf-metrics-table')).toBeVisible();
  const isSilent = page.evaluate(
    () =>
      new Promise((resolve) => {
        const frame = document.querySelector('iframe') as HTMLIFrameElement;
        addEventListener('message', () => resolve(false));
        frame.contentWindow?.postMessage({ source: 'minifactory-host', version: 1, id: 1, type: 'run' }, '*');
        frame.addEventListener('load', () => resolve(true));
      }),
  );
  await expect.poll(() => warnings.join()).toContain(`A message from ${host.origin} was refused`);
  await expect(embedIn(page).locator('mf-timeline')).toContainText('0 batches');
  // Whatever it has to say, it will have said by the time another page is there.
  await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => frame.setAttribute('src', 'about:blank'));
  expect(await isSilent).toBe(true);

  await page.goto(host.page(pinned(host.origin)));
  const state = await page.evaluate(async () => {
    const embed = await Minifactory.connect(document.querySelector('iframe') as HTMLIFrameElement);
    return embed.getState();
  });
  expect(state).toMatchObject({ part: 'metrics' });
});

test('if nobody resizes the frame, its content scrolls; mistakes in its address are reported', async ({
  page,
  host,
  baseURL,
}) => {
  await page.goto(
    host.page(
      `<iframe src="${baseURL}embed.html#part=loss&hide=clocks&host-origin=nowhere" title="Minifactory" width="700" height="240"></iframe>`,
    ),
  );
  await expect(embedIn(page).getByText('“hide” contains "clocks"')).toBeVisible();
  await expect(embedIn(page).getByText('host-origin is "nowhere"')).toBeVisible();
  await embedIn(page).getByText('Values as a table').click();
  await expect(embedIn(page).getByRole('table')).toBeInViewport();
  expect(await frameHeight(page)).toBe(240);
});

test('if modules are refused, the packed script works; if that is missing, a sentence explains it', async ({
  page,
  watch,
}) => {
  watch.expect('net::ERR_FAILED', 'could not be loaded');
  await page.route(/assets\/mini-factory-/, (route) => route.abort());
  await page.goto('./embed.html#part=metrics');
  await expect(page.locator('mf-metrics-table')).toBeVisible();
  await page.route(/mini-factory-packed/, (route) => route.abort());
  await page.reload();
  await expect(page.getByText('Minifactory could not be loaded from')).toBeVisible();
});
