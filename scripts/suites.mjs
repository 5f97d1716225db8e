// All suites of `npm test`, in order.

import { join } from 'node:path';
import { buildArm64 } from './lib/build.mjs';
import { ROOT, tool } from './lib/command.mjs';
import { ARM64_PACKAGES, installLine, missing, WEBKIT_PACKAGES } from './lib/debian.mjs';
import { fuzzSuite } from './lib/fuzz.mjs';
import { readJunit, readPlaywright, readVitest } from './lib/reports.mjs';
import { filesUnder } from './lib/stamp.mjs';
import { check, runTests } from './lib/suite.mjs';
import { tidy } from './lib/tidy.mjs';

const REPORTS = 'build/reports';

/** @param {string} name @param {readonly string[]} projects @param {import('./lib/suite.mjs').Note} note */
function vitest(name, projects, note) {
  const report = `${REPORTS}/${name}.json`;
  const args = ['run', ...projects.flatMap((project) => ['--project', project])];
  return runTests(
    {
      program: tool('vitest'),
      args: [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      report,
      read: readVitest,
    },
    note,
  );
}

/** @param {string} name @param {string} folder where the tests were built @param {import('./lib/suite.mjs').Note} note */
function ctest(name, folder, note) {
  const report = `${REPORTS}/${name}.xml`;
  const args = ['--test-dir', folder, '-j', '2', '--output-on-failure', '--output-junit', join(ROOT, report)];
  return runTests({ program: 'ctest', args, report, read: readJunit }, note);
}

/**
 * A suite that is skipped, with a sentence, if the packages it needs are not installed.
 * @param {readonly import('./lib/debian.mjs').Package[]} packages
 * @param {import('./lib/suite.mjs').Suite['run']} run
 * @returns {import('./lib/suite.mjs').Suite['run']}
 */
const whereInstalled = (packages, run) => async (note) => {
  const names = await missing(packages);
  if (names.length === 0) return run(note);
  return { passed: 0, failed: 0, skipped: 1, output: '', remark: `skipped: to run it, ${installLine(names)}` };
};

/**
 * The native core on 64-bit ARM, emulated: its own tests, and the same bits as on this machine.
 * @param {import('./lib/suite.mjs').Note} note
 */
async function arm64(note) {
  await buildArm64(note);
  const core = await ctest('arm64-core', 'build/arm64', note);
  const bits = await vitest('arm64-bits', ['arm64'], note);
  return {
    passed: core.passed + bits.passed,
    failed: core.failed + bits.failed,
    skipped: core.skipped + bits.skipped,
    output: [core, bits].map(({ failed, output }) => (failed > 0 ? output : '')).join('\n'),
  };
}

/** @type {readonly import('./lib/suite.mjs').Suite[]} */
export const SUITES = [
  {
    name: 'biome',
    title: 'Format and lint (TypeScript, CSS, JSON)',
    needs: [],
    run: (note) => check(tool('biome'), ['ci', '--colors=off', '--error-on-warnings', '.'], note),
  },
  {
    name: 'types',
    title: 'Types',
    needs: ['library'],
    run: (note) => check(tool('tsc'), ['-p', '.'], note),
  },
  {
    name: 'imports',
    title: 'Import order, and no import cycles',
    needs: [],
    run: (note) => check('node', ['scripts/check-imports.mjs'], note),
  },
  {
    name: 'clang-format',
    title: 'Format (C++)',
    needs: [],
    run: (note) => {
      const sources = ['wasm', 'tests'].flatMap((folder) => filesUnder(join(ROOT, folder)));
      const cpp = sources.filter((file) => /\.[ch]pp$/.test(file));
      return check('clang-format', ['--dry-run', '-Werror', ...cpp], note);
    },
  },
  {
    name: 'clang-tidy',
    title: 'Lint (C++)',
    needs: ['engine', 'native'],
    run: tidy,
  },
  {
    name: 'core',
    title: 'Core (C++)',
    needs: ['native'],
    run: (note) => ctest('core', 'build/native', note),
  },
  {
    name: 'arm64',
    title: 'Core on 64-bit ARM (C++, emulated)',
    needs: ['native'],
    run: whereInstalled(ARM64_PACKAGES, arm64),
  },
  {
    name: 'fuzz',
    title: 'Calls and captures at random, two minutes (C++, sanitized)',
    needs: [],
    run: fuzzSuite,
  },
  {
    name: 'vitest',
    title: 'Engine and page modules (Node and Chromium)',
    needs: ['engine', 'native'],
    run: (note) => vitest('vitest', ['node', 'chromium'], note),
  },
  {
    name: 'package',
    title: 'The package, as another project uses it',
    needs: ['library'],
    run: (note) => vitest('package', ['package'], note),
  },
  {
    name: 'e2e',
    title: 'The page (Chromium)',
    needs: ['site', 'single', 'scorm'],
    run: (note) => {
      const report = `${REPORTS}/e2e.json`;
      const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(ROOT, report) };
      const args = ['test', '--reporter=list,json'];
      return runTests({ program: tool('playwright'), args, env, report, read: readPlaywright }, note);
    },
  },
  {
    name: 'firefox',
    title: 'The page (Firefox)',
    needs: ['site', 'single'],
    run: (note) => vitest('firefox', ['firefox'], note),
  },
  {
    name: 'webkit',
    title: 'The engine’s contract and a run of the page (WebKitGTK)',
    needs: ['engine', 'site'],
    run: whereInstalled(WEBKIT_PACKAGES, (note) => vitest('webkit', ['webkit-engine', 'webkit'], note)),
  },
  {
    name: 'sizes',
    title: 'Sizes',
    needs: ['site'],
    run: (note) => check('node', ['scripts/sizes.mjs'], note),
  },
];
