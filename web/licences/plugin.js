/**
 * Makes the licence notices importable as `virtual:licences`, and the version as `virtual:version`. A build that
 * contains an npm package without a notice fails.
 */
import { allNotices, textOf, withDependencies } from './notices.js';
import { PACKAGES } from './parts.js';
import { COMMIT_DATE, VERSION } from './version.js';

const MODULES = {
  'virtual:licences': () => `export default ${JSON.stringify(allNotices())};`,
  'virtual:version': () => `export const VERSION = '${VERSION}', COMMIT_DATE = '${COMMIT_DATE}';`,
};

/** @param {string} id @returns {id is keyof typeof MODULES} */
const isOurs = (id) => id in MODULES;

/** The npm package that a file belongs to; undefined if to none. @param {string} path */
export function packageOf(path) {
  return /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1]?.replace('\\', '/');
}

/**
 * The npm packages in a build’s result that have no notice, sorted.
 * @param {import('vite').Rolldown.OutputBundle} bundle
 */
export function withoutNotice(bundle) {
  const known = withDependencies(PACKAGES);
  const files = Object.values(bundle).flatMap((file) =>
    file.type === 'chunk' ? file.moduleIds : file.originalFileNames,
  );
  // Modules that begin with a null character are made by the bundler or by our own plugins.
  const packages = files.filter((file) => !file.startsWith('\0')).map(packageOf);
  return [...new Set(packages)].filter((name) => name !== undefined && !known.has(name)).sort();
}

/**
 * The Vite plugin; list it under `plugins` of every build, and under `worker.plugins`.
 * @param {{ fileName?: string }} [options] fileName: a file of all notices to write into the output folder
 * @returns {import('vite').Plugin}
 */
export function licences({ fileName } = {}) {
  return {
    name: 'minifactory:licences',
    resolveId: (id) => (isOurs(id) ? `\0${id}` : undefined),
    load(id) {
      const name = id.slice(1);
      if (id[0] !== '\0' || !isOurs(name)) return undefined;
      return { code: MODULES[name](), moduleType: 'js', moduleSideEffects: false };
    },
    generateBundle(_, bundle) {
      const missing = withoutNotice(bundle);
      if (missing.length > 0) {
        this.error(`No licence notice for ${missing.join(', ')}: name it in web/licences/parts.js.`);
      }
      if (fileName !== undefined) this.emitFile({ type: 'asset', fileName, source: textOf(allNotices()) });
    },
  };
}
