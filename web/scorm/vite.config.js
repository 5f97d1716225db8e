/** Builds build/scorm/: the command, and the script that records. `vite build -c web/scorm/vite.config.js` */
import { fileURLToPath } from 'node:url';
import { build, defineConfig } from 'vite';
import { boston } from '../datasets/boston-plugin.js';
import { lessons } from '../lessons/compile/plugin.js';
import { licences } from '../licences/plugin.js';

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A classic script, which any page may load. @returns {import('vite').Plugin} */
function recordingScript() {
  return {
    name: 'minifactory:recording-script',
    async generateBundle() {
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        plugins: [licences()],
        build: {
          target: 'es2022',
          write: false,
          modulePreload: false,
          rolldownOptions: { input: here('./sco.ts'), output: { format: 'iife' } },
        },
      });
      const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ ([result].flat()[0]);
      this.emitFile({ type: 'asset', fileName: 'scorm.js', source: output[0].code });
    },
  };
}

export default defineConfig({
  root: here('.'),
  plugins: [boston(), lessons(here('../lessons')), recordingScript(), licences({ fileName: 'licences.txt' })],
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
