// System packages: programs and libraries that npm cannot install, by their names in Debian. If some are missing, they
// are installed with apt-get on Debian and its relatives. On other systems they only have to be present.

import { existsSync, readdirSync } from 'node:fs';
import { findChromium } from './chromium.mjs';
import { attempt, run } from './command.mjs';
import { findEigen, findProgram, findPython, hasHeader } from './find.mjs';
import { findFirefox } from './firefox.mjs';
import { StepError } from './step.mjs';

/** @typedef {import('./find.mjs').Environment} Environment */
/** @typedef {{ name: string, isPresent: (environment: Environment) => boolean | Promise<boolean> }} Package */

/** @param {string} program @param {readonly string[]} args */
const succeeds = async (program, args) => (await attempt(program, args)).code === 0;

/** @param {string} name @param {readonly string[]} [programs] any of them will do @returns {Package} */
const program = (name, programs = [name]) => ({
  name,
  isPresent: (environment) => findProgram(programs, environment) !== undefined,
});

/** @param {string} name @param {string} path @returns {Package} */
const header = (name, path) => ({ name, isPresent: (environment) => hasHeader(path, environment) });

/** @param {Environment} [environment] */
export const hasNumpy = (environment) => findPython(environment) !== undefined;

/** Only looks for it, because loading it takes seconds. @param {Environment} environment */
async function hasTorch(environment) {
  const python = findPython(environment);
  const look = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("torch") is None)';
  return python !== undefined && (await succeeds(python, ['-c', look]));
}

const hasOpenBlas = async () => (await attempt('/sbin/ldconfig', ['-p'])).output.includes('libopenblas.so');

/** @type {readonly Package[]} */
export const BUILD_PACKAGES = [
  program('emscripten', ['emcc']),
  program('cmake'),
  program('ninja-build', ['ninja']),
  { name: 'libeigen3-dev', isPresent: (environment) => findEigen(environment) !== undefined },
];

/** @type {readonly Package[]} */
export const TEST_PACKAGES = [
  ...BUILD_PACKAGES,
  program('g++', ['c++']),
  header('libgtest-dev', 'gtest/gtest.h'),
  header('nlohmann-json3-dev', 'nlohmann/json.hpp'),
  program('clang-format'),
  program('clang-tidy'),
  { name: 'chromium', isPresent: (environment) => findChromium(environment) !== undefined },
  { name: 'firefox-esr', isPresent: (environment) => findFirefox(environment) !== undefined },
  // The servers that the hosting tests use.
  program('nginx-light', ['nginx']),
  program('busybox'),
  program('libxml2-utils', ['xmllint']),
  { name: 'python3-numpy', isPresent: hasNumpy },
  { name: 'python3-torch', isPresent: hasTorch },
];

/** What the clang of Debian 12 needs to build the fuzz targets. */
const CLANG = '14';

/** @param {Environment} environment */
async function hasFuzzerRuntime(environment) {
  const clang = findProgram([`clang++-${CLANG}`], environment);
  if (clang === undefined) return false;
  const { output } = await attempt(clang, ['-print-runtime-dir'], { env: environment });
  const folder = output.trim();
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('libclang_rt.fuzzer-'));
}

/** For the fuzz targets. Where they are missing, the suite is skipped. @type {readonly Package[]} */
export const FUZZ_PACKAGES = [
  program(`clang-${CLANG}`, [`clang++-${CLANG}`]),
  { name: `libclang-rt-${CLANG}-dev`, isPresent: hasFuzzerRuntime },
];

/** For the tests in WebKitGTK, on a screen that is not there. Where they are missing, the suite is skipped. @type {readonly Package[]} */
export const WEBKIT_PACKAGES = [program('webkit2gtk-driver', ['WebKitWebDriver']), program('xvfb', ['Xvfb'])];

/** For the tests of the native core on 64-bit ARM, on a machine of another kind. @type {readonly Package[]} */
export const ARM64_PACKAGES = [
  program('g++-aarch64-linux-gnu', ['aarch64-linux-gnu-g++']),
  program('qemu-user', ['qemu-aarch64']),
  { name: 'googletest', isPresent: () => existsSync('/usr/src/googletest/CMakeLists.txt') },
];

/** @type {readonly Package[]} */
export const BENCH_PACKAGES = [
  ...TEST_PACKAGES,
  // Without it, Debian's NumPy multiplies matrices with plain loops, and the comparison would not be fair.
  { name: 'libopenblas0', isPresent: hasOpenBlas },
];

/**
 * The names of the missing packages.
 * @param {readonly Package[]} packages @param {Environment} [environment] @returns {Promise<string[]>}
 */
export async function missing(packages, environment = process.env) {
  const present = await Promise.all(packages.map((each) => each.isPresent(environment)));
  return packages.filter((_, index) => !present[index]).map((each) => each.name);
}

/**
 * The command to run by hand.
 * @param {readonly string[]} names
 */
export const installLine = (names) =>
  `${process.getuid?.() === 0 ? '' : 'sudo '}apt-get install -y --no-install-recommends ${names.join(' ')}`;

/**
 * Installs missing packages, as root or with a sudo that needs no password. Without apt-get, only the packages needed
 * for building are required; a test suite that needs another program then fails by itself.
 * @param {readonly Package[]} packages
 * @param {(line: string) => void} note
 * @param {Environment} [environment]
 * @returns {Promise<string>} what was done, in a word
 */
export async function installPackages(packages, note, environment = process.env) {
  const names = await missing(packages, environment);
  if (names.length === 0) return 'all there';
  if (findProgram(['apt-get'], environment) === undefined) {
    const needed = await missing(BUILD_PACKAGES, environment);
    if (needed.length === 0) return `missing: ${names.join(', ')} (Debian's names); suites that need them will fail`;
    throw new StepError(
      `Missing: ${needed.join(', ')} (Debian's names).`,
      'Please install them with your own package manager, then try again.',
    );
  }
  const isRoot = process.getuid?.() === 0;
  const refuse = (/** @type {string} */ reason) =>
    new StepError(
      `Missing: ${names.join(', ')}. ${reason}`,
      `Please run this, then try again:\n\n  ${installLine(names)}\n`,
    );
  if (!isRoot && !(await succeeds('sudo', ['-n', 'true']))) throw refuse('Installing them needs root.');

  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    note,
    advice: `Please check the connection and that no other installation is running, then try again, or run\n\n  ${installLine(names)}\n`,
  };
  const aptGet = (/** @type {string[]} */ ...args) =>
    isRoot ? run('apt-get', args, options) : run('sudo', ['-n', 'apt-get', ...args], options);
  await aptGet('update');
  await aptGet('install', '-y', '--no-install-recommends', ...names);
  const left = await missing(packages, environment);
  if (left.length > 0) throw refuse(`apt-get ran, but ${left.join(', ')} did not appear.`);
  return `installed ${names.join(', ')}`;
}
