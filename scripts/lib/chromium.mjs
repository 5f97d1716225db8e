// Finds the system's Chromium, and the switches that stop its own network requests.

import { existsSync } from 'node:fs';
import { findProgram } from './find.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * The first two features open extra pages of the browser behind every window, which cost as much time as ours. The
 * others are those that Playwright disables for reproducible tests; repeated here because only the last switch counts.
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

/**
 * Path of the browser: `CHROMIUM` if set, else the first on the path, else macOS's place; undefined if there is none.
 */
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
  // Chromium's sandbox does not start as root, and containers run as root.
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
  const executablePath = findChromium();
  return executablePath ? { executablePath, args } : { args };
}
