// The two import rules: a folder imports only from the folders before it, and files of web/ do not import each other in
// a circle.

import { dirname, join } from 'node:path/posix';
import { moduleRequests } from './module-requests.mjs';

/** The order of the folders, from the bottom up. */
export const ORDER = [
  'wasm/core',
  'wasm/core/numerics',
  'wasm/core/functions',
  'wasm/core/operations',
  'wasm/core/losses',
  'wasm/core/layers',
  'wasm/core/optimisers',
  'wasm/core/data',
  'wasm/core/training',
  'wasm/bindings',
  'web/styles',
  'web/licences',
  'web/datasets',
  'web/tables',
  'web/explanations',
  'web/recipe',
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

/** The only folder that may depend on Emscripten. */
const BINDINGS = 'wasm/bindings';

const CORE = 'wasm/core';

/** Includes in the core start with a folder of the core: `operations/operation.hpp`. @param {string} include */
const inCore = (include) => (ORDER.includes(`${CORE}/${dirname(include)}`) ? `${CORE}/${include}` : include);

/** @param {string} source @returns {string[]} what a C++ file includes */
function includes(source) {
  return [...source.matchAll(/^\s*#\s*include\s*["<]([^">]+)[">]/gm)].map((match) => inCore(match[1] ?? ''));
}

/** @param {string} path @returns {string | undefined} the folder of ORDER it lies in, the innermost of several */
const folderOf = (path) => ORDER.findLast((folder) => path.startsWith(`${folder}/`));

/** @param {string} path @param {string} source @returns {string[]} paths in the project, and names from outside */
function dependencies(path, source) {
  const requests = /\.[ch]pp$/.test(path) ? includes(source) : moduleRequests(path, source).map(({ target }) => target);
  return requests.map((request) => (request.startsWith('.') ? join(dirname(path), request) : request));
}

/**
 * All violations of the order, one sentence each. `sources` maps a path from the project's root to its text. Files
 * directly in `web/` combine all parts and may import anything.
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

/** @param {string} target @param {ReadonlyMap<string, string>} sources @returns {string | undefined} the file it names */
function fileNamed(target, sources) {
  const path = target.replace(/\?.*$/, '');
  return [path, `${path}.ts`, `${path}.js`].find((file) => sources.has(file));
}

/**
 * Import cycles among the files of `web/`, including imports of types, one sentence each with the whole cycle.
 * If there are any cycles, it reports at least one; fix it and check again.
 * @param {ReadonlyMap<string, string>} sources as for `findViolations`
 * @returns {string[]}
 */
export function findCycles(sources) {
  /** @type {string[]} */
  const cycles = [];
  /** Files whose imports were all followed. @type {Set<string>} */
  const done = new Set();
  /** @param {string} file @param {readonly string[]} path the files that lead to it */
  const follow = (file, path) => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push(`Import cycle: ${[...path.slice(start), file].join(' → ')}.`);
    if (start >= 0 || done.has(file)) return;
    for (const target of dependencies(file, sources.get(file) ?? '')) {
      const next = fileNamed(target, sources);
      if (next?.startsWith('web/')) follow(next, [...path, file]);
    }
    done.add(file);
  };
  for (const file of sources.keys()) if (file.startsWith('web/')) follow(file, []);
  return cycles;
}
