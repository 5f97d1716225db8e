/**
 * Builds lib/: the package's module, its command, and those for the export and the ledger.
 * `vite build -c web/library/vite.config.js`
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import site from '../../vite.config.js';
import { boston } from '../datasets/boston-plugin.js';
import { explanations } from '../explanations/explanations-plugin.js';
import { licences } from '../licences/plugin.js';
import { copiedFiles, declarations, glueWithoutAddress } from './package-plugins.js';

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  resolve: { alias: site.resolve?.alias ?? [] },
  plugins: [
    boston(),
    explanations(),
    glueWithoutAddress(),
    copiedFiles({
      'minifactory.wasm': 'build/wasm/minifactory.wasm',
      'recipe.schema.json': 'web/recipe/recipe.schema.json',
    }),
    licences({ fileName: 'licences.txt' }),
    declarations({ project: 'web/library/tsconfig.json', library: 'lib', entry: 'library/index' }),
  ],
  build: {
    target: 'node20',
    outDir: here('../../lib'),
    emptyOutDir: true,
    minify: false,
    lib: {
      entry: {
        index: here('index.ts'),
        cli: here('cli.ts'),
        export: here('export-cli.ts'),
        ledger: here('../ledger/cli.ts'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^node:/, 'valibot'],
      // In the same folder, so that `./minifactory.wasm` is beside the file that needs it.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
