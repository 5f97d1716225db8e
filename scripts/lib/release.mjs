// The last step of the site's build: names the release after its content and writes its service worker.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from './command.mjs';
import { filesUnder } from './stamp.mjs';

const WORKER = 'service-worker.js';

/** Files that are not needed offline: they are for other sites or without scripts, or also in a script of the page. */
const LEFT_OUT = [
  WORKER,
  'mini-factory-packed.js',
  'minifactory-host.js',
  'minifactory-host.d.ts',
  'licences.txt',
  'lessons.html',
];
const LEFT_OUT_FOLDER = 'oembed/';

const STAMP = /(<meta name="release" content=")[^"]*(")/;

/** @typedef {import('../../web/offline/release').Release} Release */

/** @param {string | Buffer} content @param {import('node:crypto').BinaryToTextEncoding} encoding */
const sha256 = (content, encoding) => createHash('sha256').update(content).digest(encoding);

/** @param {string} folder @returns {Release['files']} */
function filesOf(folder) {
  const paths = filesUnder(folder).map((file) => relative(folder, file).replaceAll(sep, '/'));
  return paths
    .filter((path) => !LEFT_OUT.includes(path) && !path.startsWith(LEFT_OUT_FOLDER))
    .map((path) => [path, `sha256-${sha256(readFileSync(join(folder, path)), 'base64')}`]);
}

/** Writes the version into the page, so that it knows its release. @param {string} page @param {string} version */
function stampPage(page, version) {
  const text = readFileSync(page, 'utf8');
  if (!STAMP.test(text)) throw new Error(`${page} has no <meta name="release"> to write the version into.`);
  writeFileSync(page, text.replace(STAMP, `$1${version}$2`));
}

/** @param {Release} release @returns {Promise<string>} the script */
async function compileWorker(release) {
  // Imported late, because npm may have installed Vite only just now.
  const { build } = await import('vite');
  const { licences } = await import('../../web/licences/plugin.js');
  const result = await build({
    configFile: false,
    root: join(ROOT, 'web/offline'),
    publicDir: false,
    logLevel: 'warn',
    plugins: [licences()],
    define: { RELEASE: JSON.stringify(release) },
    build: {
      target: 'es2022',
      write: false,
      lib: { entry: join(ROOT, 'web/offline/service-worker.ts'), formats: ['iife'], name: 'minifactory' },
    },
  });
  const [bundle] = /** @type {[import('vite').Rolldown.RolldownOutput]} */ (result);
  return bundle.output[0].code;
}

/** @param {string} folder a built site; may be a release already @returns {Promise<Release>} */
export async function makeRelease(folder) {
  const page = join(folder, 'index.html');
  stampPage(page, '');
  const version = sha256(JSON.stringify(filesOf(folder)), 'hex').slice(0, 16);
  stampPage(page, version);
  const release = { version, files: filesOf(folder) };
  writeFileSync(join(folder, WORKER), await compileWorker(release));
  return release;
}
