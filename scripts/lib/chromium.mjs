// The system's Chromium, and the switches that keep it from talking to anyone.

import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of the browser: `CHROMIUM` if set, else where Debian and others put it; undefined if there is none. */
export function findChromium(environment = process.env) {
  return environment.CHROMIUM ?? PLACES.find((path) => existsSync(path));
}

/** Playwright's launch options for it. */
export function chromiumLaunch() {
  const quiet = [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  // Chromium's sandbox refuses to start as root, which is what containers run as.
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
  const executablePath = findChromium();
  return executablePath ? { executablePath, args } : { args };
}
