import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { BUILD_PACKAGES, installPackages, missing, TEST_PACKAGES } from '../../scripts/lib/debian.mjs';
import { findEigen, findProgram, findPython, hasHeader, INCLUDE_FOLDERS } from '../../scripts/lib/find.mjs';
import { whyNoFuzzing } from '../../scripts/lib/fuzz.mjs';
import { StepError } from '../../scripts/lib/step.mjs';

/** Programs that do nothing, successfully: a system that has everything that is needed, and no apt-get. */
const TOOLS = 'emcc cmake ninja c++ clang-format clang-tidy chromium firefox nginx busybox xmllint python3'.split(' ');
const HEADERS = ['gtest/gtest.h', 'nlohmann/json.hpp'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minifactory-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

/** Eigen's headers, as far as anyone looks at them. */
function putEigen(path: string, world = 3, major = 4): string {
  put(`${path}/Eigen/Core`, '');
  const macros = `#define EIGEN_WORLD_VERSION ${world}\n#define EIGEN_MAJOR_VERSION ${major}\n`;
  put(`${path}/Eigen/src/Core/util/Macros.h`, macros);
  return join(folder, path);
}

/** The environment of a system with these programs and headers, all in their own folders. */
function systemWith(tools: readonly string[], headers: readonly string[] = HEADERS) {
  for (const tool of tools) put(`bin/${tool}`, '#!/bin/sh\n');
  for (const header of headers) put(`include/${header}`, '');
  putEigen('include/eigen3');
  return { PATH: join(folder, 'bin'), CPATH: join(folder, 'include'), PYTHON: join(folder, 'bin/python3') };
}

const install = (packages: Parameters<typeof missing>[0], environment: Record<string, string>) =>
  installPackages(packages, () => {}, environment);

describe('with every tool, but without apt-get', () => {
  it('nothing is missing, neither to build nor to test', async () => {
    const environment = systemWith(TOOLS);
    expect(await missing(TEST_PACKAGES, environment)).toEqual([]);
    expect(await install(BUILD_PACKAGES, environment)).toBe('all there');
    expect(await install(TEST_PACKAGES, environment)).toBe('all there');
  });

  it('programs are found wherever the path leads, and headers where CPATH leads', () => {
    const environment = systemWith(['chromium'], ['somewhere/only.here']);
    expect(findProgram(['no-such-program', 'chromium'], environment)).toBe(join(folder, 'bin/chromium'));
    expect(findChromium(environment)).toBe(join(folder, 'bin/chromium'));
    expect(hasHeader('somewhere/only.here', environment)).toBe(true);
    expect(hasHeader('somewhere/only.here', {})).toBe(false);
  });

  it('a Python without NumPy is passed over', () => {
    const without = put('bin/python3', '#!/bin/sh\nexit 1\n');
    expect(findPython({ PATH: join(folder, 'bin') })).not.toBe(without);
    expect(findPython({ PYTHON: without })).toBe(without);
  });
});

describe('Eigen', () => {
  /** The folder that CMake compiles with. */
  function chosenByCMake(environment: Record<string, string>): string {
    const script = put('eigen.cmake', `include(${resolve('wasm/eigen.cmake')})\nmessage("found \${EIGEN_INCLUDE}")\n`);
    const env = { PATH: process.env.PATH, ...environment };
    return /^found (.*)$/m.exec(spawnSync('cmake', ['-P', script], { encoding: 'utf8', env }).stderr)?.[1] ?? 'none';
  }

  it.each([
    ['of Homebrew', 'include/eigen3'],
    ['of Homebrew, kept as an old version', 'opt/eigen@3/include/eigen3'],
  ])('%s is found by the check of packages and by CMake alike', (_, path) => {
    const place = putEigen(`homebrew/${path}`);
    const environment = { HOMEBREW_PREFIX: join(folder, 'homebrew') };
    expect(findEigen(environment)).toBe(place);
    expect(chosenByCMake(environment)).toBe(place);
  });

  it('named by CPATH comes first for both', () => {
    putEigen('homebrew/include/eigen3');
    const place = putEigen('own/Eigen-3.4');
    const environment = { CPATH: place, HOMEBREW_PREFIX: join(folder, 'homebrew') };
    expect(findEigen(environment)).toBe(place);
    expect(chosenByCMake(environment)).toBe(place);
  });

  it('of another version is passed over, even if it is nearer', () => {
    putEigen('homebrew/include/eigen3', 5, 0);
    putEigen('old/eigen3', 3, 3);
    const place = putEigen('homebrew/opt/eigen@3/include/eigen3');
    const environment = { CPATH: join(folder, 'old'), HOMEBREW_PREFIX: join(folder, 'homebrew') };
    expect(findEigen(environment)).toBe(place);
    expect(chosenByCMake(environment)).toBe(place);
  });

  it('is named in the standard folders of Macs', () => {
    expect(INCLUDE_FOLDERS).toEqual(
      expect.arrayContaining(['/opt/homebrew/include', '/usr/local/include', '/opt/homebrew/opt/eigen@3/include']),
    );
  });

  it('that cannot be found stops CMake with a sentence', () => {
    const script = put('eigen.cmake', `include(${resolve('wasm/eigen.cmake')})\n`);
    const cmake = findProgram(['cmake']) ?? '';
    const { status, stderr } = spawnSync(cmake, ['-P', script], { encoding: 'utf8', env: { PATH: folder } });
    expect(status).not.toBe(0);
    expect(stderr).toContain('Eigen 3.4 was not found');
  });
});

describe('with a missing tool and without apt-get', () => {
  it('a build says which, and leaves the rest to the reader', async () => {
    const environment = systemWith(TOOLS.filter((tool) => tool !== 'ninja'));
    const refused = install(TEST_PACKAGES, environment);
    await expect(refused).rejects.toThrow(StepError);
    await expect(refused).rejects.toThrow('Missing: ninja-build');
    await expect(refused).rejects.toMatchObject({ advice: expect.stringContaining('your own package manager') });
  });

  it('the fuzz targets are skipped without clang or its runtime library, and it says what they need', async () => {
    const without = await whyNoFuzzing(() => {}, systemWith(TOOLS));
    expect(without).toMatch(/^skipped: .*apt-get install -y --no-install-recommends clang-14 libclang-rt-14-dev$/);
    const clangAlone = await whyNoFuzzing(() => {}, systemWith([...TOOLS, 'clang++-14']));
    expect(clangAlone).toMatch(/recommends libclang-rt-14-dev$/);
  });

  it('tests go on without what only some of them need', async () => {
    const environment = systemWith(TOOLS.filter((tool) => tool !== 'clang-tidy'));
    expect(await install(TEST_PACKAGES, environment)).toContain('missing: clang-tidy');
  });
});
