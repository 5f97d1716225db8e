// The programs and libraries that npm cannot bring: what is missing is installed from Debian's own packages.

import { existsSync } from 'node:fs';
import { findChromium } from './chromium.mjs';
import { attempt, isOnPath, run } from './command.mjs';
import { findFirefox } from './firefox.mjs';
import { StepError } from './step.mjs';

/** @typedef {{ name: string, isPresent: () => boolean | Promise<boolean> }} Package */

const INCLUDES = ['/usr/include', '/usr/local/include', '/opt/homebrew/include'];

/** @param {string} path */
const hasHeader = (path) => INCLUDES.some((folder) => existsSync(`${folder}/${path}`));

/** @param {string} program @param {readonly string[]} args */
const succeeds = async (program, args) => (await attempt(program, args)).code === 0;

export const hasNumpy = () => succeeds('/usr/bin/python3', ['-c', 'import numpy']);

/** Found, not loaded: loading takes seconds. */
const hasTorch = () =>
  succeeds('/usr/bin/python3', [
    '-c',
    'import importlib.util, sys; sys.exit(importlib.util.find_spec("torch") is None)',
  ]);

const hasOpenBlas = async () => (await attempt('/sbin/ldconfig', ['-p'])).output.includes('libopenblas.so');

/** @type {readonly Package[]} */
export const BUILD_PACKAGES = [
  { name: 'emscripten', isPresent: () => isOnPath('emcc') },
  { name: 'cmake', isPresent: () => isOnPath('cmake') },
  { name: 'ninja-build', isPresent: () => isOnPath('ninja') },
  { name: 'libeigen3-dev', isPresent: () => hasHeader('eigen3/Eigen/Core') },
];

/** @type {readonly Package[]} */
export const TEST_PACKAGES = [
  ...BUILD_PACKAGES,
  { name: 'g++', isPresent: () => isOnPath('c++') },
  { name: 'libgtest-dev', isPresent: () => hasHeader('gtest/gtest.h') },
  { name: 'nlohmann-json3-dev', isPresent: () => hasHeader('nlohmann/json.hpp') },
  { name: 'clang-format', isPresent: () => isOnPath('clang-format') },
  { name: 'clang-tidy', isPresent: () => isOnPath('clang-tidy') },
  { name: 'chromium', isPresent: () => findChromium() !== undefined },
  { name: 'firefox-esr', isPresent: () => findFirefox() !== undefined },
  // The servers that the site is tried on; nginx may lie where only root's path leads.
  { name: 'nginx-light', isPresent: () => isOnPath('nginx') || existsSync('/usr/sbin/nginx') },
  { name: 'busybox', isPresent: () => isOnPath('busybox') },
  { name: 'python3-numpy', isPresent: hasNumpy },
  { name: 'python3-torch', isPresent: hasTorch },
];

/** @type {readonly Package[]} */
export const BENCH_PACKAGES = [
  ...TEST_PACKAGES,
  // Without it Debian's NumPy multiplies matrices with plain loops, which would be no fair comparison.
  { name: 'libopenblas0', isPresent: hasOpenBlas },
];

/** Names of those not there. @param {readonly Package[]} packages @returns {Promise<string[]>} */
export async function missing(packages) {
  const present = await Promise.all(packages.map((each) => each.isPresent()));
  return packages.filter((_, index) => !present[index]).map((each) => each.name);
}

/**
 * Installs what is missing, as root or through a sudo that asks for nothing.
 * @param {readonly Package[]} packages
 * @param {(line: string) => void} note
 * @returns {Promise<string>} what was done, in a word
 */
export async function installPackages(packages, note) {
  const names = await missing(packages);
  if (names.length === 0) return 'all there';
  if (!isOnPath('apt-get')) {
    throw new StepError(
      `Missing: ${names.join(', ')} (Debian's names).`,
      'Please install them with your own package manager, then try again.',
    );
  }
  const isRoot = process.getuid?.() === 0;
  const install = ['install', '-y', '--no-install-recommends', ...names];
  const byHand = `${isRoot ? '' : 'sudo '}apt-get ${install.join(' ')}`;
  const refuse = (/** @type {string} */ reason) =>
    new StepError(`Missing: ${names.join(', ')}. ${reason}`, `Please run this, then try again:\n\n  ${byHand}\n`);
  if (!isRoot && !(await succeeds('sudo', ['-n', 'true']))) throw refuse('Installing them needs root.');

  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    note,
    advice: `Please check the connection and that no other installation is running, then try again, or run\n\n  ${byHand}\n`,
  };
  const aptGet = (/** @type {string[]} */ ...args) =>
    isRoot ? run('apt-get', args, options) : run('sudo', ['-n', 'apt-get', ...args], options);
  await aptGet('update');
  await aptGet(...install);
  const left = await missing(packages);
  if (left.length > 0) throw refuse(`apt-get ran, but ${left.join(', ')} did not appear.`);
  return `installed ${names.join(', ')}`;
}
