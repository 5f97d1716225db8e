/** Builds dist/mini-factory-packed.js: the element for pages that may not load its modules. `vite build -c web/packed/vite.config.js` */
import { packedBuild } from './packed-build.js';

export default packedBuild({ entry: 'web/embed/mini-factory.ts', outDir: 'dist', fileName: 'mini-factory-packed.js' });
