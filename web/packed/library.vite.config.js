/** Builds lib/mini-factory-packed.js: the element as one module, for the npm package. `vite build -c web/packed/library.vite.config.js` */
import { packedBuild } from './packed-build.js';

export default packedBuild({
  entry: 'web/embed/mini-factory.ts',
  outDir: 'lib',
  fileName: 'mini-factory-packed.js',
  format: 'es',
});
