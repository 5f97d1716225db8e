// The system's Firefox, driven over WebDriver BiDi.

import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/usr/local/bin/firefox'];

/** Path of the browser: `FIREFOX` if set, else where Debian and others put it; undefined if there is none. */
export function findFirefox(environment = process.env) {
  return environment.FIREFOX ?? PLACES.find((path) => existsSync(path));
}
