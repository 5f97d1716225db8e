/**
 * Additions to the built page: the font, requested at once, the web app manifest and its icons, which make it
 * installable, a place for the release's name, and a message for servers that send the files wrongly.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const MANIFEST = 'manifest.webmanifest';
const ICONS = 'icons';
const SAY_FAILURE = 'say-failure.js';

/** @type {import('vite').HtmlTagDescriptor[]} */
const PLAYGROUND = [
  { tag: 'link', attrs: { rel: 'manifest', href: `./${MANIFEST}` }, injectTo: 'head' },
  { tag: 'script', attrs: { src: `./${SAY_FAILURE}` }, injectTo: 'head' },
  { tag: 'meta', attrs: { name: 'release', content: '' }, injectTo: 'head' },
];

/** @returns {import('vite').Plugin} */
export function hosted() {
  return {
    name: 'minifactory:hosted',
    apply: 'build',
    generateBundle() {
      // Under fixed names, because an installed page is identified by the address of its manifest.
      const files = [MANIFEST, SAY_FAILURE, ...readdirSync(here(ICONS)).map((icon) => `${ICONS}/${icon}`)];
      for (const fileName of files) this.emitFile({ type: 'asset', fileName, source: readFileSync(here(fileName)) });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { path, bundle }) => (path === '/index.html' ? [...fontOf(bundle), ...PLAYGROUND] : []),
    },
  };
}

/** @param {import('vite').Rolldown.OutputBundle | undefined} bundle @returns {import('vite').HtmlTagDescriptor[]} */
function fontOf(bundle = {}) {
  const fonts = Object.keys(bundle).filter((file) => file.endsWith('.woff2'));
  return fonts.map((font) => ({
    tag: 'link',
    attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `./${font}` },
    injectTo: 'head',
  }));
}
