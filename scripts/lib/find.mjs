// Finds programs, headers and Python on any system.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folders that only an administrator's path contains. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/sbin'];

/** Debian and most others, Homebrew on both kinds of Mac and on Linux, MacPorts. */
const INCLUDE_FOLDERS = [
  '/usr/include',
  '/usr/local/include',
  '/opt/homebrew/include',
  '/home/linuxbrew/.linuxbrew/include',
  '/opt/local/include',
];

/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

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

/**
 * Whether a C++ header is in a standard folder, or in one that CPATH or CPLUS_INCLUDE_PATH names.
 * @param {string} path @param {Environment} [environment]
 */
export function hasHeader(path, environment = process.env) {
  const named = [...folders(environment.CPATH), ...folders(environment.CPLUS_INCLUDE_PATH)];
  return [...named, ...INCLUDE_FOLDERS].some((folder) => existsSync(join(folder, path)));
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
