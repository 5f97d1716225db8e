import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { chromiumLaunch } from './scripts/lib/chromium.mjs';
import { webkit } from './tests/webkit/provider.mjs';
import site from './vite.config.js';

/** It imports JSON as bundlers allow and Node does not, and its source maps name files that are not in the package. */
const WORKFLOW_PARSER = '@actions/workflow-parser';

/** @param {string} name of an npm package @returns {import('vite').Plugin} */
const withoutSourceMaps = (name) => ({
  name: 'minifactory:without-source-maps',
  load: (id) =>
    id.includes(`/${name}/`) && id.endsWith('.js')
      ? readFileSync(id, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')
      : undefined,
});

/** The contract suites run in Node and in a real browser; files called *.node.test.ts need Node itself. */
export default mergeConfig(
  site,
  defineConfig({
    root: fileURLToPath(new URL('.', import.meta.url)),
    test: {
      // Tests wait for states, not for a time; these limits are for busy machines.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 20_000 } },
      projects: [
        {
          extends: true,
          plugins: [withoutSourceMaps(WORKFLOW_PARSER)],
          test: {
            name: 'node',
            environment: 'node',
            include: ['tests/{web,engine,tools,documents}/**/*.test.ts'],
            server: { deps: { inline: [WORKFLOW_PARSER] } },
          },
        },
        {
          extends: true,
          test: {
            name: 'package',
            environment: 'node',
            include: ['tests/package/**/*.test.ts'],
            // Each test starts a Node or a compiler of its own.
            testTimeout: 120_000,
            hookTimeout: 120_000,
          },
        },
        {
          extends: true,
          test: { name: 'arm64', environment: 'node', include: ['tests/arm64/**/*.test.ts'] },
        },
        {
          extends: true,
          test: {
            name: 'firefox',
            environment: 'node',
            include: ['tests/firefox/**/*.test.ts'],
            testTimeout: 120_000,
            hookTimeout: 120_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'webkit',
            environment: 'node',
            include: ['tests/webkit/**/*.test.ts'],
            testTimeout: 120_000,
            hookTimeout: 120_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'webkit-engine',
            // Not the tests of the worker, which take minutes there; the page's run uses the worker.
            include: ['tests/engine/{engine,ledger}.test.ts'],
            browser: {
              enabled: true,
              screenshotFailures: false,
              api: { host: '127.0.0.1' },
              provider: webkit(),
              // The name that Vitest's types know.
              instances: [{ browser: 'webkit' }],
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'chromium',
            include: ['tests/engine/**/*.test.ts'],
            exclude: ['**/*.node.test.ts'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              api: { host: '127.0.0.1' },
              provider: playwright({ launchOptions: chromiumLaunch() }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  }),
);
