import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { BUILD_PACKAGES, installPackages, missing, TEST_PACKAGES } from '../../scripts/lib/debian.mjs';
import { findProgram, findPython, hasHeader } from '../../scripts/lib/find.mjs';
import { StepError } from '../../scripts/lib/step.mjs';

/** Programs that do nothing, successfully: a system that has everything that is needed, and no apt-get. */
const TOOLS = 'emcc cmake ninja c++ clang-format clang-tidy chromium firefox nginx busybox python3'.split(' ');
const HEADERS = ['eigen3/Eigen/Core', 'gtest/gtest.h', 'nlohmann/json.hpp'];

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

/** The environment of a system with these programs and headers, all in their own folders. */
function systemWith(tools: readonly string[], headers: readonly string[] = HEADERS) {
  for (const tool of tools) put(`bin/${tool}`, '#!/bin/sh\n');
  for (const header of headers) put(`include/${header}`, '');
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

describe('with a missing tool and without apt-get', () => {
  it('a build says which, and leaves the rest to the reader', async () => {
    const environment = systemWith(TOOLS.filter((tool) => tool !== 'ninja'));
    const refused = install(TEST_PACKAGES, environment);
    await expect(refused).rejects.toThrow(StepError);
    await expect(refused).rejects.toThrow('Missing: ninja-build');
    await expect(refused).rejects.toMatchObject({ advice: expect.stringContaining('your own package manager') });
  });

  it('tests go on without what only some of them need', async () => {
    const environment = systemWith(TOOLS.filter((tool) => tool !== 'clang-tidy'));
    expect(await install(TEST_PACKAGES, environment)).toContain('missing: clang-tidy');
  });
});
