import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PLOT_STYLE_SOURCE } from '../../web/charts/plot/style';
import { test as common, expect, type Page, TrainPage } from '../e2e/minifactory';
import ledger from '../golden/ledger.json' with { type: 'json' };
import { FileServer, type Manners } from './file-server';
import { hostedTest } from './hosted';
import { PROGRAMS, ProgramServer } from './programs';
import { DIST } from './served.mjs';

const printed = (id: string) => ledger.find((row) => row.id === id)?.printed;

/** The page trains to the numbers that the course prints, draws them, and is stored for later. */
async function works(page: Page): Promise<void> {
  const view = new TrainPage(page);
  await view.isReady();
  await view.choosePreset('Chapter 3: two hidden layers');
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  const loss = page.locator('mf-evaluations-table tbody tr').last().locator('td').first();
  await expect(loss).toHaveText(printed('ch3.two-hidden.epoch50') ?? '');
  await expect(page.locator('mf-loss-chart canvas')).toBeVisible();
  await page.locator('mf-response-chart').scrollIntoViewIfNeeded();
  await expect(page.locator('mf-response-chart svg').first()).toBeVisible();
  await expect(page.getByText('Works offline now.')).toBeVisible({ timeout: 30_000 });
}

for (const program of PROGRAMS) {
  const test = hostedTest(() => new ProgramServer(program));

  test(`${program.name} is enough to host the site`, async ({ page }) => {
    await page.goto('./');
    await works(page);
  });
}

const test = hostedTest(() => new FileServer(DIST));

/** As strict as the page allows. */
const POLICY = [
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
  `style-src 'self' ${PLOT_STYLE_SOURCE}`,
  "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'",
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join('; ');

const HOSTILE: Manners = {
  headers: {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': POLICY,
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': 'camera=(), clipboard-write=(), fullscreen=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'no-referrer',
    Vary: '*',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  },
  types: {
    '.html': 'text/html; charset=iso-8859-1',
    '.json': 'text/plain',
    '.png': 'text/plain',
    '.svg': 'text/plain',
    '.wasm': 'text/plain',
    '.webmanifest': 'text/plain',
    '.woff2': 'text/plain',
  },
  pieces: 4096,
};

test('so is a server with wrong types, strict headers, no lengths and little haste', async ({ page, server }) => {
  server.manners = HOSTILE;
  await page.goto('./');
  await works(page);
});

test('a policy that forbids WebAssembly is reported on the page', async ({ page, server, watch }) => {
  watch.expect('Content Security Policy');
  server.manners = { headers: { 'Content-Security-Policy': "script-src 'self'" } };
  await page.goto('./');
  const { notes } = new TrainPage(page);
  await expect(notes).toContainText('The training engine was loaded but could not be started');
  await expect(notes).toContainText(/Content Security policy/i);
});

test('scripts that the browser refuses are reported on the page', async ({ page, server, watch }) => {
  watch.expect('Failed to load module script', 'CORS', 'net::ERR_FAILED');
  server.manners = { types: { '.js': 'text/plain' } };
  await page.goto('./');
  await expect(page.getByRole('status')).toContainText('Minifactory’s scripts could not be loaded.');
  server.manners = { headers: { 'Content-Security-Policy': 'sandbox allow-scripts' } };
  await page.reload();
  await expect(page.getByRole('status')).toContainText('Minifactory’s scripts could not be loaded.');
});

common('no file has a name that hosts hide', () => {
  const names = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).flatMap((path) => path.split(sep));
  expect(names).toContain('index.html');
  expect(names.filter((name) => /^[._]/.test(name))).toEqual([]);
});

common('opened from a disk, the page says what it needs', async ({ page, watch }) => {
  watch.expect('a request to file:', 'CORS', 'net::ERR_FAILED');
  await page.goto(pathToFileURL(join(DIST, 'index.html')).href);
  await expect(page.getByRole('status')).toContainText('Use a web server');
});
