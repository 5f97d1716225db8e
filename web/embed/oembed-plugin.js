/** Writes oEmbed documents and the links to them, if the site's own address is known, since they must name it. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { boston } from '../datasets/boston-plugin.js';
import { readFolder } from '../lessons/compile/plugin.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} text @returns {string} the site's root, ending in a slash. Error: it is no web address */
function siteOf(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search + url.hash !== '') {
    throw new Error(
      `SITE_URL is ${JSON.stringify(text)}; it must be an address such as https://example.org/minifactory/.`,
    );
  }
  return url.href.replace(/\/?$/, '/');
}

/** @template Module @param {string} file from the project's root @returns {Promise<Module>} */
async function imported(file) {
  const { module } = await runnerImport(ROOT + file, { configFile: false, root: ROOT, plugins: [boston()] });
  return /** @type {Module} */ (module);
}

/**
 * @param {string | undefined} address where the site will be; without it, there is no oEmbed
 * @param {string} lessons the folder of the lessons
 * @returns {import('vite').Plugin}
 */
export function oembed(address, lessons) {
  if (!address) return { name: 'minifactory:no-oembed' };
  const site = siteOf(address);
  return {
    name: 'minifactory:oembed',
    apply: 'build',
    async generateBundle() {
      /** @type {typeof import('./oembed')} */
      const { oembedDocuments, OEMBED_FOLDER } = await imported('web/embed/oembed.ts');
      /** @type {typeof import('../recipe/presets')} */
      const { PRESETS } = await imported('web/recipe/presets.ts');
      const { found } = await readFolder(lessons);
      for (const [name, document] of oembedDocuments(site, PRESETS, found.chapters)) {
        const source = `${JSON.stringify(document, null, 2)}\n`;
        this.emitFile({ type: 'asset', fileName: `${OEMBED_FOLDER}/${name}`, source });
      }
    },
    transformIndexHtml: () => [
      {
        tag: 'link',
        attrs: {
          rel: 'alternate',
          type: 'application/json+oembed',
          href: `${site}oembed/index.json`,
          title: 'Minifactory',
        },
        injectTo: 'head',
      },
    ],
  };
}
