// Finding programs, headers and Python wherever this system keeps them.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where only an administrator's path leads. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/sbin'];

/** Debian and most others, Homebrew on either kind of Mac and on Linux, MacPorts. */
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
 * The path of the first of these programs that can be called.
 * @param {readonly string[]} names @param {Environment} [environment] @returns {string | undefined}
 */
export function findProgram(names, environment = process.env) {
  const paths = [...folders(environment.PATH), ...SYSTEM_FOLDERS];
  return names.flatMap((name) => paths.map((folder) => join(folder, name))).find(isExecutable);
}

/**
 * Whether a C++ header is where compilers look, or in a folder that CPATH or CPLUS_INCLUDE_PATH names.
 * @param {string} path @param {Environment} [environment]
 */
export function hasHeader(path, environment = process.env) {
  const named = [...folders(environment.CPATH), ...folders(environment.CPLUS_INCLUDE_PATH)];
  return [...named, ...INCLUDE_FOLDERS].some((folder) => existsSync(join(folder, path)));
}

/**
 * A Python that has NumPy, which not every Python of a system need have: `PYTHON` if set, the system's own, or the first
 * on the path. Undefined if none has it.
 * @param {Environment} [environment] @returns {string | undefined}
 */
export function findPython(environment = process.env) {
  if (environment.PYTHON) return environment.PYTHON;
  const onPath = findProgram(['python3'], environment);
  const candidates = ['/usr/bin/python3', ...(onPath ? [onPath] : [])];
  return candidates.find((python) => spawnSync(python, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0);
}
