/** Builds build/minifactory.html, the page as one file. `vite build -c web/single/vite.config.js` */
import { defineConfig } from 'vite';
import { packedBuild } from '../packed/packed-build.js';
import { asSinglePage } from './single-page.js';

const packed = packedBuild({ entry: 'web/single.ts', outDir: 'build', fileName: 'minifactory.js' });

export default defineConfig({
  ...packed,
  plugins: [packed.plugins, asSinglePage({ page: 'index.html', fileName: 'minifactory.html' })],
});
