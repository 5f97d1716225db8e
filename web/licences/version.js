/** The version of this source: as in package.json, and the day of its last commit. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @type {string} */
export const VERSION = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).version;

/** As `2026-11-21`; empty where there is no repository, as in an archive of the source. */
export const COMMIT_DATE = (() => {
  try {
    const output = execFileSync('git', ['log', '-1', '--format=%cs'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.toString().trim();
  } catch {
    return '';
  }
})();
