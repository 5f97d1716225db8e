/** Builds build/scorm/: the command, and the scripts that record. `vite build -c web/scorm/vite.config.js` */
import { fileURLToPath } from 'node:url';
import { build, defineConfig } from 'vite';
import { boston } from '../datasets/boston-plugin.js';
import { lessons } from '../lessons/compile/plugin.js';
import { licences } from '../licences/plugin.js';

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A classic script, which any page may load. @param {string} fileName @param {string} source @returns {import('vite').Plugin} */
function recordingScript(fileName, source) {
  return {
    name: `minifactory:${fileName}`,
    async generateBundle() {
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        plugins: [licences()],
        build: {
          target: 'es2022',
          write: false,
          modulePreload: false,
          rolldownOptions: { input: here(source), output: { format: 'iife' } },
        },
      });
      const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ ([result].flat()[0]);
      this.emitFile({ type: 'asset', fileName, source: output[0].code });
    },
  };
}

export default defineConfig({
  root: here('.'),
  plugins: [
    boston(),
    lessons(here('../lessons')),
    recordingScript('scorm.js', './sco.ts'),
    recordingScript('xapi.js', './xapi/xapi.ts'),
    licences({ fileName: 'licences.txt' }),
  ],
  build: {
    target: 'node20',
    outDir: here('../../build/scorm'),
    emptyOutDir: true,
    minify: false,
    lib: { entry: { cli: here('cli.ts') }, formats: ['es'] },
    rolldownOptions: {
      external: [/^node:/],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
