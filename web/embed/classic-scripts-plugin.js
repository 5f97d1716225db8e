/** Builds small scripts beside the site's modules, under fixed names: classic scripts, which any page may load. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { licences } from '../licences/plugin.js';

/** @param {string} path from this folder */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const ELEMENT = here('./mini-factory.ts');
const PACKED_SCRIPT = './mini-factory-packed.js';

/** The classic scripts of the site, and the module that each is made from. @type {Readonly<Record<string, string>>} */
export const SCRIPTS = {
  'mini-factory.js': here('./loader.ts'),
  'embed.js': here('./embed-page.ts'),
  'minifactory-host.js': here('./host/host.ts'),
};

/** The modules of each kind of part. @type {Readonly<Record<string, string>>} */
const PARTS = {
  run: here('./parts/run-part.ts'),
  figure: here('./parts/figure-part.ts'),
  lesson: here('./parts/lesson-part.ts'),
};

/** @typedef {import('vite').Rolldown.OutputBundle} Bundle */

/** The files with these modules, and all that they import at once. @param {Bundle} bundle @param {string[]} modules */
function filesOf(bundle, modules) {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const found = new Set(
    chunks.filter(({ moduleIds }) => modules.some((id) => moduleIds.includes(id))).map(({ fileName }) => fileName),
  );
  for (const name of found)
    for (const file of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) found.add(file);
  return [...found];
}

/**
 * @param {string} entry
 * @param {string} elementModule where the element's module is, from the site's root
 * @param {Readonly<Record<string, readonly string[]>>} partFiles what each kind of part needs, from the site's root
 * @param {readonly string[]} fonts from the site's root
 * @returns {Promise<string>}
 */
async function scriptOf(entry, elementModule, partFiles = {}, fonts = []) {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [licences()],
    define: {
      ELEMENT_MODULE: JSON.stringify(elementModule),
      PACKED_SCRIPT: JSON.stringify(PACKED_SCRIPT),
      PART_FILES: JSON.stringify(partFiles),
      FONT_FILES: JSON.stringify(fonts),
    },
    build: {
      target: 'es2022',
      write: false,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  });
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ ([result].flat()[0]);
  // Pages may have another encoding, or none.
  return `\uFEFF${output[0].code}`;
}

/** @returns {import('vite').Plugin[]} */
export function classicScripts() {
  return [
    {
      name: 'minifactory:classic-scripts',
      apply: 'build',
      buildStart() {
        this.emitFile({ type: 'chunk', id: ELEMENT, name: 'mini-factory' });
      },
      async generateBundle(_, bundle) {
        const element = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId === ELEMENT);
        if (element === undefined) throw new Error(`${ELEMENT} was not built.`);
        const partFiles = Object.fromEntries(
          Object.entries(PARTS).map(([kind, part]) => [kind, filesOf(bundle, [ELEMENT, part])]),
        );
        const fonts = Object.keys(bundle).filter((file) => file.endsWith('.woff2'));
        for (const [fileName, entry] of Object.entries(SCRIPTS)) {
          const source = await scriptOf(entry, `./${element.fileName}`, partFiles, fonts);
          this.emitFile({ type: 'asset', fileName, source });
        }
        const types = readFileSync(here('./host/host-types.ts'));
        this.emitFile({ type: 'asset', fileName: 'minifactory-host.d.ts', source: types });
      },
      // A sandboxed page may load a style sheet, but not with a cross-origin request.
      transformIndexHtml: {
        order: 'post',
        handler: (html, { path }) => (path === '/embed.html' ? html.replaceAll(' crossorigin', '') : html),
      },
    },
    {
      name: 'minifactory:classic-scripts-served',
      apply: 'serve',
      configureServer(server) {
        server.middlewares.use(async (request, response, next) => {
          const entry = SCRIPTS[(request.url ?? '').slice(1)];
          if (entry === undefined) return next();
          response.setHeader('Content-Type', 'text/javascript');
          response.end(await scriptOf(entry, './embed/mini-factory.ts'));
        });
      },
    },
  ];
}
