/**
 * Makes the lessons importable: `virtual:lessons` (the contents, and a loader for each page), `virtual:glossary`,
 * `virtual:lesson-texts` (for the search), `virtual:lesson-guide` (goals, minutes, sections of the book). A mistake in
 * a lesson stops the build.
 */
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { boston } from '../../datasets/boston-plugin.js';

/** @typedef {import('./library').Library} Library */
/** @typedef {import('./library').Fault} Fault */

const READER = fileURLToPath(new URL('read-lessons.ts', import.meta.url));
const PAGE = 'virtual:lesson/';

/** The content of each module except those of the pages. @type {Readonly<Record<string, (library: Library) => string>>} */
const MODULES = {
  'virtual:lessons': ({ chapters, pages }) => {
    const loaders = [...pages.keys()].map((id) => `${JSON.stringify(id)}: () => import(${JSON.stringify(PAGE + id)})`);
    return `export const CHAPTERS = ${JSON.stringify(chapters)};\nexport const PAGES = { ${loaders.join(', ')} };`;
  },
  'virtual:glossary': ({ glossary }) => defaultExport(glossary),
  'virtual:lesson-texts': ({ texts }) => defaultExport(texts),
  'virtual:lesson-guide': ({ guide }) => defaultExport(guide),
};

/**
 * The lessons, and the source files of their compiler and of the things it checks against.
 * @param {string} folder where the lessons lie
 * @returns {Promise<{ found: Library, files: readonly string[] }>}
 */
export async function readFolder(folder) {
  const root = join(folder, '../..');
  /** @type {Awaited<ReturnType<typeof runnerImport<typeof import('./read-lessons')>>>} */
  const { module, dependencies } = await runnerImport(READER, { configFile: false, root, plugins: [boston()] });
  return { found: module.readLessons(folder), files: dependencies.map((file) => resolve(root, file)) };
}

/**
 * @param {string} folder where the lessons lie
 * @returns {import('vite').Plugin}
 */
export function lessons(folder) {
  const place = resolve(folder);
  const root = join(place, '../..');
  /** Read once for all modules, and again after a change. @type {Promise<Library> | null} */
  let library = null;
  /** The source files of the compiler and of the things it checks against. @type {readonly string[]} */
  let sources = [];
  const read = async () => {
    const { found, files } = await readFolder(place);
    sources = files;
    return found;
  };
  const checked = async (/** @type {import('vite').Rolldown.PluginContext} */ context) => {
    library ??= read();
    const found = await library;
    const [first] = found.faults;
    if (first !== undefined) {
      const message = found.faults.map((fault) => sentenceOf(fault, root)).join('\n');
      context.error({ message, id: first.file, loc: { file: first.file, line: first.line, column: 0 } });
    }
    return found;
  };
  let isBuild = false;
  return {
    name: 'minifactory:lessons',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    async buildStart() {
      library = null;
      // A build reports problems once, before anything else; the server when a page requests a lesson, and continues.
      if (isBuild) await checked(this);
    },
    resolveId: (id) => (id in MODULES || id.startsWith(PAGE) ? `\0${id}` : undefined),
    async load(id) {
      if (!isOurs(id)) return undefined;
      const name = id.slice(1);
      const found = await checked(this);
      const code = MODULES[name]?.(found) ?? defaultExport(found.pages.get(name.slice(PAGE.length))?.page);
      return { code, moduleType: 'js', moduleSideEffects: false };
    },
    configureServer(server) {
      const follow = (/** @type {string} */ file) => {
        const isLesson = file.startsWith(place) && /\.(md|yaml)$/.test(file);
        if (!isLesson && !sources.includes(file)) return;
        library = null;
        for (const module of server.moduleGraph.idToModuleMap.values()) {
          if (isOurs(module.id ?? '')) server.moduleGraph.invalidateModule(module);
        }
        server.hot.send({ type: 'full-reload' });
      };
      server.watcher.add(place);
      for (const event of ['add', 'change', 'unlink']) server.watcher.on(event, follow);
    },
  };
}

/** @param {string} id as resolved */
const isOurs = (id) => id.startsWith('\0') && (id.slice(1) in MODULES || id.startsWith(`\0${PAGE}`));

/** @param {unknown} value */
const defaultExport = (value) => `export default ${JSON.stringify(value)};`;

/** @param {Fault} fault @param {string} root */
const sentenceOf = ({ file, line, sentence }, root) => `${relative(root, file)}:${line}: ${sentence}`;
