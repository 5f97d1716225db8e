// The system's Firefox, driven over WebDriver BiDi.

import { existsSync } from 'node:fs';
import { findProgram } from './find.mjs';

const MAC = '/Applications/Firefox.app/Contents/MacOS/firefox';

/**
 * Path of the browser: `FIREFOX` if set, else the first on the path, else macOS's place; undefined if there is none.
 */
export function findFirefox(environment = process.env) {
  return (
    environment.FIREFOX ?? findProgram(['firefox-esr', 'firefox'], environment) ?? (existsSync(MAC) ? MAC : undefined)
  );
}
