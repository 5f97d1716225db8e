// Installs npm packages if node_modules does not match the lock file.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './command.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} Entries */

/** @param {string} path @returns {Entries} */
function entries(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/**
 * Whether a folder's node_modules matches its lock file. npm records what it installed; optional packages for other
 * platforms may be missing.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const record = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = entries(record);
  const wanted = entries(join(folder, 'package-lock.json'));
  const complete = Object.entries(wanted).every(
    ([path, entry]) => path === '' || (installed[path] ? installed[path].version === entry.version : entry.optional),
  );
  return complete && Object.keys(installed).every((path) => path in wanted);
}

/**
 * Installs the packages of the lock file in `folder`, unless they are installed already.
 * @param {(line: string) => void} note
 * @param {string} [folder]
 * @returns {Promise<string>} what was done, in a word
 */
export async function installNodeModules(note, folder = ROOT) {
  if (isInstalled(folder)) return 'up to date';
  await run('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    note,
    advice: 'Please check the connection to the npm registry, then try again.',
  });
  return 'installed';
}
