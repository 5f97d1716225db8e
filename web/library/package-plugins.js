/** Adds what a package needs besides its modules: copied files, and types that other projects can resolve. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Copies files into the output folder under fixed names.
 * @param {Readonly<Record<string, string>>} files name → path from the project's root
 * @returns {import('vite').Plugin}
 */
export function copiedFiles(files) {
  return {
    name: 'minifactory:copied-files',
    apply: 'build',
    generateBundle() {
      for (const [fileName, path] of Object.entries(files)) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(ROOT, path)) });
      }
    },
  };
}

/**
 * Removes the .wasm file's address from Emscripten's glue. The caller always passes the bytes, but a library build
 * would find the address and copy the whole file into the module.
 * @returns {import('vite').Plugin}
 */
export function glueWithoutAddress() {
  return {
    name: 'minifactory:glue-without-address',
    transform: {
      filter: { id: /minifactory\.mjs$/ },
      handler: (code) => code.replace(/new URL\("minifactory\.wasm",\s*import\.meta\.url\)/, '"minifactory.wasm"'),
    },
  };
}

/**
 * Removes the comment from `new URL(/* @vite-ignore *\/ './file', import.meta.url)`. It keeps this build from copying
 * the file into the module, but would also hide the file from the bundlers of other projects.
 * @returns {import('vite').Plugin}
 */
export function addressesForBundlers() {
  return {
    name: 'minifactory:addresses-for-bundlers',
    renderChunk: (code) => code.replace(/new URL\(\s*\/\* @vite-ignore \*\/\s*('[^']+'|"[^"]+"),\s*/g, 'new URL($1, '),
  };
}

/**
 * Adds `.js` to relative imports of a declaration file. The sources omit it, as bundlers allow, but Node's own
 * resolution, which other projects may use, requires it.
 * @param {string} declarations
 */
export function withExtensions(declarations) {
  return declarations.replace(/(from |import\()(['"])(\.\.?\/[^'"]+?)(?:\.js)?\2/g, '$1$2$3.js$2');
}

/**
 * Writes the declarations of a TypeScript project into `types` after the modules are written, and beside each entry's
 * module a declaration file that re-exports those of the entry.
 * @param {{ project: string, library: string, entries: Readonly<Record<string, string>> }} options the tsconfig.json
 * and the library's folder, from the project's root; module → its entry's place in `types`
 * @returns {import('vite').Plugin}
 */
export function declarations({ project, library, entries }) {
  return {
    name: 'minifactory:declarations',
    apply: 'build',
    async closeBundle() {
      await promisify(execFile)(join(ROOT, 'node_modules/.bin/tsc'), ['-p', join(ROOT, project)]);
      const folder = join(ROOT, library, 'types');
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.d.ts')) continue;
        const file = join(folder, name);
        writeFileSync(file, withExtensions(readFileSync(file, 'utf8')));
      }
      for (const [name, entry] of Object.entries(entries)) {
        writeFileSync(join(ROOT, library, `${name}.d.ts`), `export * from './types/${entry}.js';\n`);
      }
    },
  };
}
