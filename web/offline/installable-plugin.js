/** What makes the built page one that can be installed: the web app manifest, its icons, and a place for the release's name. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const MANIFEST = 'manifest.webmanifest';
const ICONS = 'icons';

/** @returns {import('vite').Plugin} */
export function installable() {
  return {
    name: 'minifactory:installable',
    apply: 'build',
    generateBundle() {
      // Under fixed names: an installed page is known by the address of its manifest.
      const files = [MANIFEST, ...readdirSync(here(ICONS)).map((icon) => `${ICONS}/${icon}`)];
      for (const fileName of files) this.emitFile({ type: 'asset', fileName, source: readFileSync(here(fileName)) });
    },
    transformIndexHtml: (_, { path }) =>
      path !== '/index.html'
        ? []
        : [
            { tag: 'link', attrs: { rel: 'manifest', href: `./${MANIFEST}` }, injectTo: 'head' },
            { tag: 'meta', attrs: { name: 'release', content: '' }, injectTo: 'head' },
          ],
  };
}
