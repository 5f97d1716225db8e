// The programs to compare. Each is opened once and then trains, in turn, for a given number of epochs.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { chromiumLaunch } from '../../scripts/lib/chromium.mjs';
import { ROOT } from '../../scripts/lib/command.mjs';
import { findPython } from '../../scripts/lib/find.mjs';
import site from '../../vite.config.js';
import { boston } from '../../web/datasets/boston-plugin.js';

/**
 * @typedef {object} Side
 * @property {string} version
 * @property {(model: string, epochs: number) => Promise<number>} train resolves to seconds
 * @property {() => Promise<void>} close
 */
/** @typedef {{ id: string, title: string, precision: 'float64' | 'float32', open: () => Promise<Side> }} SideKind */
/** @typedef {{ table: string, standardised: string }} Data paths of the raw table and the standardised training rows */

const here = (/** @type {string} */ name) => join(ROOT, 'tests/bench', name);

/** A program that answers lines. @param {string} program @param {readonly string[]} args @returns {Promise<Side>} */
async function openProgram(program, args) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${[program, ...args].join(' ')} ended early.`);
    return value;
  };
  return {
    version: await next(),
    async train(model, epochs) {
      child.stdin.write(`${model} ${epochs}\n`);
      return Number(await next());
    },
    async close() {
      child.stdin.end();
      child.kill();
    },
  };
}

/** The engine in a worker on its own page, built like the site. @returns {Promise<Side>} */
async function openChromium() {
  const outDir = join(ROOT, 'build/bench-page');
  const { resolve = {}, worker = {} } = site;
  const shared = {
    configFile: /** @type {const} */ (false),
    root: here('chromium'),
    logLevel: /** @type {const} */ ('error'),
    resolve,
    worker,
    plugins: [boston()],
  };
  await build({ ...shared, build: { outDir, target: 'es2022', emptyOutDir: true } });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 4273 } });
  const browser = await chromium.launch(chromiumLaunch());
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => 'train' in window);
  return {
    version: `Chromium ${browser.version()}`,
    train: (model, epochs) =>
      page.evaluate(([name, count]) => window.train(name, count), /** @type {const} */ ([model, epochs])),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** All programs that can run here. @param {Data} data @returns {Promise<SideKind[]>} */
export async function sides({ table, standardised }) {
  const node = (/** @type {string} */ script, /** @type {string[]} */ ...args) =>
    openProgram(process.execPath, [here(script), ...args]);
  const native = (/** @type {string} */ name) => openProgram(join(ROOT, 'build/native', name), [table]);
  const tfjs = (/** @type {string} */ backend, /** @type {string} */ method) => ({
    id: `tfjs-${backend}-${method}`,
    title: `TensorFlow.js ${backend}, ${method}`,
    precision: /** @type {const} */ ('float32'),
    open: () => node('tfjs.mjs', backend, method, standardised),
  });
  const ours = (/** @type {string} */ id, /** @type {string} */ title, /** @type {() => Promise<Side>} */ open) => ({
    id,
    title,
    precision: /** @type {const} */ ('float64'),
    open,
  });
  /** @type {SideKind[]} */
  const kinds = [
    ours('wasm-node', 'Minifactory, wasm in Node', () => node('wasm-node.mjs')),
    ours('wasm-chromium', 'Minifactory, wasm in a Chromium worker', openChromium),
    ours('native-128', 'Minifactory, native, 128-bit (-O3 -msse4.1)', () => native('native_bench_128')),
    ours('native-machine', 'Minifactory, native, -O3 -march=native', () => native('native_bench_machine')),
    ...['wasm', 'cpu'].flatMap((backend) => ['fit', 'trainOnBatch'].map((method) => tfjs(backend, method))),
  ];
  const python = findPython();
  if (python !== undefined) {
    kinds.push(ours('numpy', 'NumPy loop', () => openProgram(python, [here('numpy_bench.py'), standardised])));
  }
  return kinds;
}
