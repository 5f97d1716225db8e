// The system's Chromium, and the switches that keep it from talking to anyone.

import { existsSync } from 'node:fs';
import { findProgram } from './find.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * The first two are pages of the browser's own that it would load behind every window, which takes as long as ours. The
 * rest is what Playwright switches off for tests to be the same each time: of several such switches only the last counts.
 */
const NOT_NEEDED = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
];

/** Path of the browser: `CHROMIUM` if set, else what is on the path, else where macOS puts it; undefined if there is none. */
export function findChromium(environment = process.env) {
  const onMac = MAC.map((path) => `/Applications/${path}`).find((path) => existsSync(path));
  return environment.CHROMIUM ?? findProgram(NAMES, environment) ?? onMac;
}

/** Playwright's launch options for it. */
export function chromiumLaunch() {
  const quiet = [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    `--disable-features=${NOT_NEEDED.join()}`,
  ];
  // Chromium's sandbox refuses to start as root, which is what containers run as.
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
  const executablePath = findChromium();
  return executablePath ? { executablePath, args } : { args };
}
