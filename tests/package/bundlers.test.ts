/** The package on a page of another project: with bundlers, with an import map, and in workers. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import * as esbuild from 'esbuild';
import { build, createServer, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import webpack from 'webpack';
import { chromiumLaunch } from '../../scripts/lib/chromium.mjs';
import { InstalledPackage } from './installed';
import { serve } from './serve';

const installed = new InstalledPackage();
const root = installed.project;
const library = join(installed.folder, 'lib');
let browser: Browser;

beforeAll(async () => {
  cpSync('tests/package/consumer', root, { recursive: true });
  browser = await chromium.launch(chromiumLaunch());
});
afterAll(async () => {
  await browser.close();
  installed.remove();
});

interface Trained {
  readonly rmse: number;
  readonly reports: number;
  readonly ownWorkers: number;
  readonly predictions: number;
}

interface Outcome {
  readonly worker: Trained;
  readonly refused: Trained;
  readonly missing: Trained;
  readonly ownWorker: number | null;
  readonly timers: number;
  readonly aborted: string;
  readonly functions: boolean;
  readonly element: number;
}

async function outcomeOf(address: string): Promise<Outcome> {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  try {
    await page.goto(address);
    await page.waitForFunction(() => 'outcome' in window || undefined);
    return await page.evaluate(() => Reflect.get(window, 'outcome'));
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${faults.join('\n')}`);
  } finally {
    await page.close();
  }
}

/** The outcome of the built page in a folder of the project. */
async function outcomeIn(folder: string, page = ''): Promise<Outcome> {
  const site = await serve(join(root, folder));
  try {
    return await outcomeOf(site.address + page);
  } finally {
    site.close();
  }
}

async function viteServed(): Promise<Outcome> {
  const cacheDir = join(root, '.vite');
  const server = await createServer({
    root,
    configFile: false,
    cacheDir,
    logLevel: 'silent',
    server: { port: 0, host: '127.0.0.1' },
  });
  try {
    await server.listen();
    return await outcomeOf(server.resolvedUrls?.local[0] ?? '');
  } finally {
    await server.close();
  }
}

async function viteBuilt(): Promise<Outcome> {
  await build({ root, configFile: false, logLevel: 'silent', build: { target: 'es2022', outDir: 'dist-vite' } });
  return outcomeIn('dist-vite');
}

async function webpackBuilt(): Promise<Outcome> {
  const path = join(root, 'dist-webpack');
  const compiler = webpack({
    context: root,
    mode: 'production',
    entry: './main.js',
    output: { path },
    // Minimising takes most of the time and is not what is tested.
    optimization: { minimize: false },
    performance: false,
  });
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) =>
    compiler?.run((error, done) => (error ? reject(error) : resolve(done))),
  );
  expect(stats?.toJson({ all: false, errors: true, warnings: true })).toMatchObject({ errors: [], warnings: [] });
  writeFileSync(
    join(path, 'index.html'),
    '<!doctype html><title>Page</title><link rel="icon" href="data:,"><body><script src="main.js"></script>',
  );
  return outcomeIn('dist-webpack');
}

/** As docs/library.md says: with the worker as an entry, and the engine's file beside the script. */
async function esbuildBuilt(): Promise<Outcome> {
  const outdir = join(root, 'dist-esbuild');
  await esbuild.build({
    entryPoints: [join(root, 'main.js'), join(root, 'worker.js'), join(library, 'train-worker.js')],
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    format: 'esm',
    external: ['node:*'],
    outdir,
    logLevel: 'silent',
  });
  cpSync(join(library, 'minifactory.wasm'), join(outdir, 'minifactory.wasm'));
  cpSync(join(root, 'index.html'), join(outdir, 'index.html'));
  return outcomeIn('dist-esbuild');
}

async function importMapped(): Promise<Outcome> {
  const imports = {
    minifactory: './node_modules/minifactory/lib/index.js',
    'minifactory/element': './node_modules/minifactory/lib/element.js',
    valibot: './node_modules/valibot/dist/index.mjs',
  };
  const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
  const page = readFileSync(join(root, 'index.html'), 'utf8').replace('<script', `${map}<script`);
  writeFileSync(join(root, 'mapped.html'), page);
  return outcomeIn('.', 'mapped.html');
}

describe('a page of another project trains, here and in workers,', () => {
  it.each([
    ['served by Vite', viteServed, true],
    ['built by Vite', viteBuilt, true],
    ['built by webpack', webpackBuilt, true],
    ['built by esbuild', esbuildBuilt, true],
    // A worker has no import map, so it can import files only.
    ['with an import map and no bundler', importMapped, false],
  ] as const)('%s', async (_, outcome, hasOwnWorker) => {
    const { worker, refused, missing, ownWorker, timers, ...others } = await outcome();
    expect(worker).toMatchObject({ reports: 21, ownWorkers: 1, predictions: 1 });
    expect(refused).toEqual(worker);
    expect(missing).toEqual(worker);
    expect(ownWorker).toBe(hasOwnWorker ? worker.rmse : null);
    expect(timers).toBeGreaterThan(2);
    expect(others).toEqual({ aborted: 'AbortError', functions: true, element: worker.rmse });
  });
});

describe('a bundle', () => {
  /** The scripts that Vite makes of a module, without what it loads later, and with it. */
  async function bundled(code: string) {
    writeFileSync(join(root, 'entry.js'), code);
    const rolldownOptions = { input: join(root, 'entry.js') };
    const built = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      build: { write: false, rolldownOptions },
    });
    const { output } = built as Rolldown.RolldownOutput;
    const scripts = output.filter((file) => file.type === 'chunk');
    const [entry] = scripts.filter(({ isEntry }) => isEntry);
    return { entry: entry?.code ?? '', all: scripts.map((script) => script.code).join('') };
  }

  /** A number of the housing table. */
  const DATA = '88.9762';

  it('holds only what it uses', async () => {
    const constant = await bundled(`import { DATASET_IDS } from 'minifactory'; console.log(DATASET_IDS);`);
    expect(constant.all).toContain('boston-as-first-printed');
    expect(constant.all.length).toBeLessThan(200);
    const element = await bundled(`import 'minifactory/element';`);
    // It defines the element at once; everything else of it is loaded later.
    expect(element.entry.length).toBeLessThan(7000);
    expect(element.all).toContain('mini-factory');
  });

  it('loads the data when it trains on them', async () => {
    const training = await bundled(`import { train } from 'minifactory'; train({});`);
    expect(training.entry).not.toContain(DATA);
    expect(training.all).toContain(DATA);
    const data = await bundled(`import { datasetNamed } from 'minifactory'; console.log(datasetNamed('boston'));`);
    expect(data.entry).toContain(DATA);
  });

  it('of the package has no file that hides an address from bundlers', () => {
    const scripts = readdirSync(library).filter((name) => name.endsWith('.js'));
    for (const name of scripts) {
      expect(readFileSync(join(library, name), 'utf8'), name).not.toMatch(/new URL\(\s*\/\*/);
    }
  });
});
