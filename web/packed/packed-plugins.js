/** The differences between the packed build and the site's: workers and the engine are text in the script. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { build } from 'vite';

const ENGINE = 'virtual:packed-engine';
const WORKER = 'virtual:packed-worker/';

/** The form in which the sources start a worker; bundlers recognise it, so the site's build uses it, too. */
const START =
  /new Worker\(\s*new URL\(\s*'(?<file>[^']+)',\s*import\.meta\.url,?\s*\),\s*\{\s*type: 'module',\s*name: (?<name>'[^']+'),?\s*\},?\s*\)/g;

/**
 * Makes `virtual:packed-engine` importable, with this code.
 * @param {string} code of the module
 * @returns {import('vite').Plugin}
 */
function packedEngine(code) {
  return {
    name: 'minifactory:packed-engine',
    resolveId: (id) => (id === ENGINE ? `\0${ENGINE}` : undefined),
    load: (id) => (id === `\0${ENGINE}` ? { code, moduleType: 'js', moduleSideEffects: false } : undefined),
  };
}

/** The engine's bytes as text in the script. @param {string} file the .wasm file */
export const engineAsText = (file) => packedEngine(`export default '${readFileSync(file).toString('base64')}';`);

/** The engine, as the page puts it before a worker's script. */
export const engineInFront = () => packedEngine('export default packedEngine;');

/**
 * Builds each worker to one script and starts it from its text.
 * @param {string} starter the module with `startInlinedWorker`
 * @param {(entry: string) => import('vite').InlineConfig} workerBuild how a worker is built
 * @returns {import('vite').Plugin}
 */
export function inlinedWorkers(starter, workerBuild) {
  return {
    name: 'minifactory:inlined-workers',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(WORKER) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${WORKER}`)) return undefined;
      const script = await scriptOf(workerBuild(id.slice(WORKER.length + 1)));
      return { code: `export default ${JSON.stringify(script)};`, moduleType: 'js', moduleSideEffects: false };
    },
    transform: {
      filter: { code: /\bnew Worker\([^)]*import\.meta\.url/ },
      handler(code, id) {
        let imports = '';
        const started = code.replace(START, (_, file, name) => {
          const script = WORKER + resolve(dirname(id), file);
          imports ||= `import { startInlinedWorker } from ${JSON.stringify(starter)};\n`;
          const variable = `inlinedWorker${imports.length}`;
          imports += `import ${variable} from ${JSON.stringify(script)};\n`;
          return `startInlinedWorker(${variable}, ${name})`;
        });
        if (imports === '') this.error(`${id} starts a worker in a form that cannot be packed; see START.`);
        return { code: imports + started, map: null };
      },
    },
  };
}

/**
 * The text of a build's one script.
 * @param {import('vite').InlineConfig} config
 * @returns {Promise<string>}
 */
async function scriptOf(config) {
  const result = await build({ ...config, configFile: false, build: { ...config.build, write: false } });
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ ([result].flat()[0]);
  const [script, ...others] = output;
  if (others.length > 0) throw new Error(`${script.name} needs ${others.map(({ fileName }) => fileName).join(', ')}.`);
  return script.code;
}

/**
 * Marks the script as UTF-8, for pages in another encoding and servers that do not declare one.
 * @returns {import('vite').Plugin}
 */
export function markedAsUtf8() {
  return {
    name: 'minifactory:marked-as-utf8',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = `\uFEFF${file.code}`;
    },
  };
}
