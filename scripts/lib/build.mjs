// Builds the parts: the engine (WebAssembly), the site, the single file, the library, the native core.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { COMMIT_DATE } from '../../web/licences/version.js';
import { ROOT, run, tool } from './command.mjs';
import { makeRelease } from './release.mjs';
import { unlessDone } from './stamp.mjs';

const JOBS = '2';
const CONFIG = ['package.json', 'package-lock.json', 'LICENSE', 'vite.config.js', 'tsconfig.json'];
/** The page as one file, relative to the project's root. */
export const SINGLE_FILE = 'build/minifactory.html';
const ENGINE = ['build/wasm/minifactory.mjs', 'build/wasm/minifactory.wasm'];

/** Debian's emcc calls acorn with the first Node on the path; a Node from elsewhere would not find it without this. */
const EMSCRIPTEN_ENV = {
  ...process.env,
  NODE_PATH: [process.env.NODE_PATH, '/usr/share/nodejs'].filter(Boolean).join(':'),
};

/** @typedef {(line: string) => void} Note */

/**
 * Configures with CMake, then builds with Ninja, which rebuilds only what changed.
 * @param {string} folder @param {readonly string[]} configure @param {NodeJS.ProcessEnv} env @param {Note} note
 * @param {readonly string[]} [targets] @param {string} [source] the folder of the CMakeLists.txt
 */
export async function cmake(folder, configure, env, note, targets = [], source = '.') {
  const options = { env, note, advice: `If the sources are not to blame, delete ${folder} and try again.` };
  if (!existsSync(join(ROOT, folder, 'build.ninja'))) {
    const [program, ...args] = configure;
    await run(program ?? 'cmake', [...args, '-S', source, '-B', folder, '-G', 'Ninja'], options);
  }
  const output = await run('ninja', ['-C', folder, '-j', JOBS, ...targets], options);
  return output.includes('no work to do') ? 'unchanged' : 'built';
}

/** build/wasm/minifactory.mjs and .wasm. @param {Note} note */
export const buildEngine = (note) => cmake('build/wasm', ['emcmake', 'cmake'], EMSCRIPTEN_ENV, note);

/** build/native: the core and its tests for this machine. @param {Note} note */
export const buildNative = (note) => cmake('build/native', ['cmake'], process.env, note);

/** build/arm64: the same for 64-bit ARM, by a cross compiler. @param {Note} note */
export const buildArm64 = (note) =>
  cmake('build/arm64', ['cmake', '-DCMAKE_TOOLCHAIN_FILE=tests/arm64/toolchain.cmake'], process.env, note, [
    'core_tests',
    'native_bridge',
  ]);

/** The benchmark of the core, with 128-bit vectors and with all of this machine's features. @param {Note} note */
export const buildNativeBench = (note) =>
  cmake('build/native', ['cmake'], process.env, note, ['native_bench_128', 'native_bench_machine']);

/** dist/: the static site. @param {Note} note */
export const buildSite = (note) =>
  unlessDone({
    name: 'site',
    // The core too, because the page shows its code.
    inputs: ['web', 'wasm/core', 'tests/golden/ledger.json', 'scripts/lib/release.mjs', ...ENGINE, ...CONFIG],
    settings: [process.env.SITE_URL ?? '', COMMIT_DATE],
    output: 'dist/service-worker.js',
    work: async () => {
      await run(tool('vite'), ['build'], { note });
      await run(tool('vite'), ['build', '-c', 'web/packed/vite.config.js'], { note });
      await makeRelease(join(ROOT, 'dist'));
    },
  });

/** SINGLE_FILE. @param {Note} note */
export const buildSingle = (note) =>
  unlessDone({
    name: 'single',
    inputs: ['web', 'wasm/core', 'tests/golden/ledger.json', ...ENGINE, ...CONFIG],
    settings: [COMMIT_DATE],
    output: SINGLE_FILE,
    work: () => run(tool('vite'), ['build', '-c', 'web/single/vite.config.js'], { note }),
  });

/** build/scorm/: the program that writes packages for learning platforms, and the script that records. @param {Note} note */
export const buildScorm = (note) =>
  unlessDone({
    name: 'scorm',
    inputs: ['web', ...CONFIG],
    output: 'build/scorm/cli.js',
    work: () => run(tool('vite'), ['build', '-c', 'web/scorm/vite.config.js'], { note }),
  });

/** lib/: the package for other projects, and the commands `train`, `export` and `ledger`. @param {Note} note */
export const buildLibrary = (note) =>
  unlessDone({
    name: 'library',
    inputs: ['web', 'wasm/core', 'tests/golden/ledger.json', 'package.json', ...ENGINE, ...CONFIG],
    output: 'lib/mini-factory-packed.js',
    work: async () => {
      await run(tool('vite'), ['build', '-c', 'web/library/vite.config.js'], { note });
      await run(tool('vite'), ['build', '-c', 'web/packed/library.vite.config.js'], { note });
    },
  });
