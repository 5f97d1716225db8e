// The programs and libraries that npm cannot bring: what is missing is installed from Debian's own packages.

import { existsSync } from 'node:fs';
import { findChromium } from './chromium.mjs';
import { isOnPath, run } from './command.mjs';
import { StepError } from './step.mjs';

/** @typedef {{ name: string, isPresent: () => boolean | Promise<boolean> }} Package */

const INCLUDES = ['/usr/include', '/usr/local/include', '/opt/homebrew/include'];

/** @param {string} path */
const hasHeader = (path) => INCLUDES.some((folder) => existsSync(`${folder}/${path}`));

export const hasNumpy = () =>
  run('/usr/bin/python3', ['-c', 'import numpy']).then(
    () => true,
    () => false,
  );

const hasOpenBlas = () =>
  run('/sbin/ldconfig', ['-p']).then(
    (libraries) => libraries.includes('libopenblas.so'),
    () => false,
  );

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
  { name: 'python3-numpy', isPresent: hasNumpy },
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
  const byHand = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  const refuse = (/** @type {string} */ reason) =>
    new StepError(`Missing: ${names.join(', ')}. ${reason}`, `Please run this, then try again:\n\n  sudo ${byHand}\n`);

  if (!isOnPath('apt-get')) {
    throw new StepError(
      `Missing: ${names.join(', ')} (Debian's names).`,
      'Please install them with your own package manager, then try again.',
    );
  }
  const isRoot = process.getuid?.() === 0;
  const canSudo =
    isRoot ||
    (await run('sudo', ['-n', 'true']).then(
      () => true,
      () => false,
    ));
  if (!canSudo) throw refuse('Installing them needs root.');

  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (/** @type {string[]} */ ...args) =>
    isRoot ? run('apt-get', args, { env, note }) : run('sudo', ['-n', 'apt-get', ...args], { env, note });
  await aptGet('update');
  await aptGet('install', '-y', '--no-install-recommends', ...names);
  const left = await missing(packages);
  if (left.length > 0) throw refuse(`apt-get ran, but ${left.join(', ')} did not appear.`);
  return `installed ${names.join(', ')}`;
}
