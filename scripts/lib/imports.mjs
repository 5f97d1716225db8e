// The one rule of the layout: a folder imports only from those before it.

import { dirname, join } from 'node:path/posix';
import { moduleRequests } from './module-requests.mjs';

/** From the bottom up. */
export const ORDER = [
  'wasm/core',
  'wasm/bindings',
  'web/styles',
  'web/datasets',
  'web/recipe',
  'web/explanations',
  'web/engine',
  'web/goals',
  'web/export',
  'web/library',
  'web/ledger',
  'web/worker',
  'web/state',
  'web/charts',
  'web/diagrams',
  'web/views',
  'web/figures',
  'web/lessons',
  'web/app',
  'web/embed',
  'web/scorm',
  'web/packed',
  'web/single',
  'web/offline',
];

/** The one place that may know what the core is compiled to. */
const BINDINGS = 'wasm/bindings';

/** @param {string} source @returns {string[]} what a C++ file includes */
function includes(source) {
  return [...source.matchAll(/^\s*#\s*include\s*["<]([^">]+)[">]/gm)].map((match) => match[1] ?? '');
}

/** @param {string} path @returns {string | undefined} the folder of ORDER it lies in */
const folderOf = (path) => ORDER.find((folder) => path.startsWith(`${folder}/`));

/** @param {string} path @param {string} source @returns {string[]} paths in the project, and names from outside */
function dependencies(path, source) {
  const requests = /\.[ch]pp$/.test(path) ? includes(source) : moduleRequests(path, source).map(({ target }) => target);
  return requests.map((request) => (request.startsWith('.') ? join(dirname(path), request) : request));
}

/**
 * All breaches of the rule, one sentence each. `sources` maps a path from the project's root to its text; files
 * that lie in `web/` itself put everything together and may import anything.
 * @param {ReadonlyMap<string, string>} sources
 * @returns {string[]}
 */
export function findViolations(sources) {
  return [...sources].flatMap(([path, source]) => {
    const folder = folderOf(path);
    if (folder === undefined) {
      const isTopLevel = dirname(path) === 'web';
      return isTopLevel ? [] : [`${path}: its folder has no place in the order (scripts/lib/imports.mjs).`];
    }
    return dependencies(path, source).flatMap((target) => {
      if (folder !== BINDINGS && /^emscripten(\/|\.h)/.test(target)) {
        return [`${path}: only ${BINDINGS} may include <${target}>.`];
      }
      const targetFolder = folderOf(target);
      const isInProject = target.startsWith('web/') || target.startsWith('wasm/');
      if (targetFolder === undefined) {
        return isInProject ? [`${path}: ${target} lies outside the ordered folders.`] : [];
      }
      return ORDER.indexOf(targetFolder) > ORDER.indexOf(folder)
        ? [`${path}: ${folder} comes before ${targetFolder}, so it cannot import ${target}.`]
        : [];
    });
  });
}
