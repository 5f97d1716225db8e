/**
 * Builds an entry to ONE classic script that needs no other file: it contains dynamic imports, workers, the engine,
 * style sheets and fonts. For pages that cannot load files: opened from the disk, in a sandbox, from another site.
 *
 *     // some vite.config.js:  vite build -c …
 *     export default packedBuild({ entry: 'web/some-entry.ts', outDir: 'dist', fileName: 'some-packed.js' });
 *
 * The entry is a module like any other. It and its imports can do everything that the site can, with two differences:
 * `web/engine/engine-file.ts` is replaced by `web/packed/engine-file.ts` (the engine's bytes are in the script, no
 * request), and `new Worker(new URL('./x.worker.ts', import.meta.url), { type: 'module', name: 'x' })` starts a classic
 * worker from a blob. So no code in the packed script may have an `await` outside a function. A page with a
 * Content-Security-Policy must allow `worker-src blob:` and `script-src 'wasm-unsafe-eval'`. Import style sheets with
 * `?inline`; a side-effect import of one becomes a separate file. `build/wasm` must exist.
 */
import { fileURLToPath } from 'node:url';
import site from '../../vite.config.js';
import { boston } from '../datasets/boston-plugin.js';
import { explanations } from '../explanations/explanations-plugin.js';
import { lessons } from '../lessons/compile/plugin.js';
import { glueWithoutAddress } from '../library/package-plugins.js';
import { licences } from '../licences/plugin.js';
import { engineAsText, engineInFront, inlinedWorkers, markedAsUtf8 } from './packed-plugins.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} path from this folder */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The aliases of the site, and the engine as text. */
const ALIASES = [
  .../** @type {import('vite').Alias[]} */ (site.resolve?.alias ?? []),
  { find: /^(\.\.?\/)+(engine\/)?engine-file$/, replacement: here('engine-file.ts') },
  { find: /^\.\/start-frame-worker$/, replacement: here('start-frame-worker.ts') },
];

/**
 * @param {string} entry
 * @param {string} fileName
 * @param {readonly import('vite').Plugin[]} plugins
 * @param {'iife' | 'es'} [format] a classic script or a module
 * @returns {import('vite').InlineConfig}
 */
function oneScript(entry, fileName, plugins, format = 'iife') {
  return {
    root: `${ROOT}web`,
    logLevel: 'warn',
    resolve: { alias: ALIASES },
    plugins: [glueWithoutAddress(), boston(), licences(), ...plugins],
    build: {
      target: 'es2022',
      // As a library, because only that inlines files that the sources name by address.
      lib: { entry, formats: [format], name: 'minifactory', fileName: () => fileName },
      rolldownOptions: {
        // Vite alone would leave the spaces in a module.
        output: { codeSplitting: false, minify: true },
        // The engine's glue reads its own address, which a classic script cannot do and does not need.
        transform: { define: { 'import.meta': '{}' } },
      },
    },
  };
}

/** @param {string} entry the worker's module */
const workerBuild = (entry) => oneScript(entry, 'worker.js', [engineInFront()]);

/**
 * @param {{ entry: string, outDir: string, fileName: string, format?: 'iife' | 'es' }} options entry and folder from
 * the project's root; the folder is not emptied; `es` gives a module instead of a classic script
 * @returns {import('vite').InlineConfig}
 */
export function packedBuild({ entry, outDir, fileName, format }) {
  const plugins = [
    engineAsText(`${ROOT}build/wasm/minifactory.wasm`),
    inlinedWorkers(here('start-inlined-worker.ts'), workerBuild),
    explanations(),
    lessons(`${ROOT}web/lessons`),
    markedAsUtf8(),
  ];
  const config = oneScript(ROOT + entry, fileName, plugins, format);
  return { ...config, build: { ...config.build, outDir: ROOT + outDir, emptyOutDir: false } };
}
