/**
 * Builds lib/: the package's modules, its worker and its command, and the program that prints the ledger.
 * `vite build -c web/library/vite.config.js`
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import site from '../../vite.config.js';
import { boston } from '../datasets/boston-plugin.js';
import { explanations } from '../explanations/explanations-plugin.js';
import { licences } from '../licences/plugin.js';
import { addressesForBundlers, copiedFiles, declarations, glueWithoutAddress } from './package-plugins.js';

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Bundlers leave out a whole file if nothing of it is used; the worker must not need other packages. */
const CHUNKS = [
  { name: 'data', test: /virtual:boston|\/datasets\/(boston|datasets)\.ts$/ },
  { name: 'dataset-facts', test: /\/web\/datasets\// },
  { name: 'presets', test: /\/recipe\/presets\.ts$/ },
  { name: 'recipe', test: /\/web\/recipe\// },
  { name: 'parts', test: /\/web\/explanations\// },
  { name: 'engine', test: /\/web\/engine\/|\/build\/wasm\// },
  { name: 'programs', test: /\/web\/export\// },
];

export default defineConfig({
  root: here('.'),
  resolve: { alias: site.resolve?.alias ?? [] },
  plugins: [
    boston(),
    explanations(),
    glueWithoutAddress(),
    addressesForBundlers(),
    copiedFiles({
      'minifactory.wasm': 'build/wasm/minifactory.wasm',
      'recipe.schema.json': 'web/recipe/recipe.schema.json',
    }),
    licences({ fileName: 'licences.txt' }),
    declarations({
      project: 'web/library/tsconfig.json',
      library: 'lib',
      entries: {
        index: 'library/index',
        element: 'packed/element',
        'element-react': 'packed/element-react',
      },
    }),
  ],
  build: {
    target: 'node20',
    outDir: here('../../lib'),
    emptyOutDir: true,
    minify: false,
    lib: {
      entry: {
        index: here('index.ts'),
        'train-worker': here('train-worker.ts'),
        cli: here('cli.ts'),
        element: here('../packed/element.ts'),
        ledger: here('../ledger/cli.ts'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^node:/, 'valibot', /\/mini-factory-packed\.js$/],
      makeAbsoluteExternalsRelative: false,
      // Needed for groups of files without what they import.
      preserveEntrySignatures: 'allow-extension',
      output: {
        // In the same folder, so that `./minifactory.wasm` is beside the file that needs it.
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        minifyInternalExports: false,
        codeSplitting: { groups: CHUNKS, includeDependenciesRecursively: false },
      },
    },
  },
});
