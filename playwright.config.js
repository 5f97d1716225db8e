import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './scripts/lib/chromium.mjs';
import { DIST, SERVED, SUB_PATH } from './tests/hosting/served.mjs';

// Every worker reads this file again; the port is chosen once and passed on.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000));
const port = process.env.E2E_PORT;

// The page must work from any sub-path of any plain file server, so it is tested that way.
if (process.env.TEST_WORKER_INDEX === undefined) {
  const place = join(SERVED, SUB_PATH);
  mkdirSync(join(place, '..'), { recursive: true });
  rmSync(place, { force: true });
  symlinkSync(DIST, place);
}

export default defineConfig({
  testDir: './tests',
  testMatch: '{e2e,hosting}/**/*.spec.ts',
  outputDir: './build/e2e',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // Tests wait for states, not for a time; these limits are for busy machines.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A busy machine can starve a browser for seconds: such a test gets one retry, and the summary counts it.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: {
    // Tests open './', relative to this address.
    baseURL: `http://127.0.0.1:${port}/${SUB_PATH}/`,
    browserName: 'chromium',
    // Large enough for all pictures of the training view at once.
    viewport: { width: 1920, height: 1080 },
    launchOptions: chromiumLaunch(),
    // Each test is a first visit; only the tests of the offline copy let the browser make one.
    serviceWorkers: 'block',
    // Recording every test takes as long as the tests. To see one: npx playwright test tests/e2e/NAME.spec.ts --trace on
    trace: 'on-first-retry',
  },
  webServer: {
    command: `python3 -m http.server ${port} --bind 127.0.0.1 --directory ${SERVED}`,
    url: `http://127.0.0.1:${port}/${SUB_PATH}/`,
    stderr: 'ignore',
  },
});
