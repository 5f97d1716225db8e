// Finds programs, headers and Python on any system.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folders that only an administrator's path contains. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/sbin'];

/** Homebrew on the two kinds of Mac and on Linux. */
const HOMEBREWS = ['/opt/homebrew', '/usr/local', '/home/linuxbrew/.linuxbrew'];

/** Debian and most others, Homebrew, MacPorts. Homebrew keeps old versions, as of Eigen, in folders of their own. */
export const INCLUDE_FOLDERS = ['/usr/include', ...HOMEBREWS.flatMap(includesOfHomebrew), '/opt/local/include'];

/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

/** @param {string} prefix */
function includesOfHomebrew(prefix) {
  return [join(prefix, 'include'), join(prefix, 'opt/eigen@3/include')];
}

/** @param {string | undefined} list @returns {string[]} */
const folders = (list) => (list ?? '').split(delimiter).filter((folder) => folder !== '');

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of the first of these programs that exists.
 * @param {readonly string[]} names @param {Environment} [environment] @returns {string | undefined}
 */
export function findProgram(names, environment = process.env) {
  const paths = [...folders(environment.PATH), ...SYSTEM_FOLDERS];
  return names.flatMap((name) => paths.map((folder) => join(folder, name))).find(isExecutable);
}

/** Where to look for headers: first what the environment names, then the standard folders. @param {Environment} environment */
function includeFolders({ CPATH, CPLUS_INCLUDE_PATH, HOMEBREW_PREFIX }) {
  const homebrew = HOMEBREW_PREFIX ? includesOfHomebrew(HOMEBREW_PREFIX) : [];
  return [...folders(CPATH), ...folders(CPLUS_INCLUDE_PATH), ...homebrew, ...INCLUDE_FOLDERS];
}

/**
 * Whether a C++ header is in a standard folder, or in one that CPATH, CPLUS_INCLUDE_PATH or HOMEBREW_PREFIX names.
 * @param {string} path @param {Environment} [environment]
 */
export function hasHeader(path, environment = process.env) {
  return includeFolders(environment).some((folder) => existsSync(join(folder, path)));
}

/** @param {string} folder */
function isEigen34(folder) {
  const macros = join(folder, 'Eigen/src/Core/util/Macros.h');
  if (!existsSync(join(folder, 'Eigen/Core')) || !existsSync(macros)) return false;
  const text = readFileSync(macros, 'utf8');
  return /define EIGEN_WORLD_VERSION 3\b/.test(text) && /define EIGEN_MAJOR_VERSION ([4-9]|\d\d)\b/.test(text);
}

/**
 * The folder with the headers of Eigen 3.4: what the check of system packages and CMake both go by. Undefined if there
 * is none; version 5 does not count, because nobody has tried whether it computes the same bits.
 * @param {Environment} [environment] @returns {string | undefined}
 */
export function findEigen(environment = process.env) {
  const candidates = includeFolders(environment).flatMap((folder) => [join(folder, 'eigen3'), folder]);
  return candidates.find(isEigen34);
}

/**
 * A Python that has NumPy, which not every Python of a system has: `PYTHON` if set, the system's Python, or the first
 * on the path. Undefined if none has NumPy.
 * @param {Environment} [environment] @returns {string | undefined}
 */
export function findPython(environment = process.env) {
  if (environment.PYTHON) return environment.PYTHON;
  const onPath = findProgram(['python3'], environment);
  const candidates = ['/usr/bin/python3', ...(onPath ? [onPath] : [])];
  return candidates.find((python) => spawnSync(python, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0);
}
