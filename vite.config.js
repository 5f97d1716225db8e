import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { boston } from './web/datasets/boston-plugin.js';
import { classicScripts } from './web/embed/classic-scripts-plugin.js';
import { oembed } from './web/embed/oembed-plugin.js';
import { explanations } from './web/explanations/explanations-plugin.js';
import { courseText } from './web/lessons/compile/course-text-plugin.js';
import { lessons } from './web/lessons/compile/plugin.js';
import { copiedFiles } from './web/library/package-plugins.js';
import { licences } from './web/licences/plugin.js';
import { hosted } from './web/offline/hosted-plugin.js';
import { csvTables } from './web/tables/built-in/csv-plugin.js';

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The engine that CMake writes to build/wasm, under the names that the sources import. */
const engine = [
  { find: /^minifactory-wasm$/, replacement: here('./build/wasm/minifactory.mjs') },
  { find: /^minifactory-wasm\.wasm/, replacement: here('./build/wasm/minifactory.wasm') },
];

export default defineConfig({
  root: here('./web'),
  base: './',
  resolve: { alias: engine },
  server: { fs: { allow: [here('.')] } },
  plugins: [
    boston(),
    csvTables(),
    explanations(),
    lessons(here('./web/lessons')),
    courseText(here('./web/lessons')),
    classicScripts(),
    oembed(process.env.SITE_URL, here('./web/lessons')),
    copiedFiles({ 'recipe.schema.json': 'web/recipe/recipe.schema.json' }),
    hosted(),
    licences({ fileName: 'licences.txt' }),
  ],
  worker: { format: 'es', plugins: () => [boston(), csvTables(), licences()] },
  build: {
    target: 'es2022',
    outDir: here('./dist'),
    emptyOutDir: true,
    rolldownOptions: {
      input: ['index', 'embed', 'embed-builder'].map((name) => here(`./web/${name}.html`)),
      // Some hosts (GitHub Pages) hide files whose names begin with an underscore, as those of virtual modules would.
      output: { chunkFileNames: ({ name }) => `assets/${name.replace(/^_+/, '')}-[hash].js` },
    },
  },
});
