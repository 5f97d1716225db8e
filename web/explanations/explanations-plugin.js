/**
 * The Vite plugin that compiles the subjects: `virtual:explanations` holds them all, `virtual:explanation-titles` what
 * they are called. All of them together are 20 kB after brotli, so one lazy chunk will do.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileSubject } from './compiler/compile-subject.js';
import { SUBJECT_IDS } from './subject-ids.js';

const SUBJECTS = 'web/explanations/subjects';
const CORE = 'wasm/core';
const EXPLANATIONS = 'virtual:explanations';
const TITLES = 'virtual:explanation-titles';

/** @param {string} path from the project's root */
const onDisk = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** @param {string} name */
function coreFile(name) {
  const path = onDisk(`${CORE}/${name}`);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/**
 * All subjects, in order. Error SubjectError; Error if the list and the folder differ.
 * @returns {import('./explanation').Explanation[]}
 */
export function compileAll() {
  const files = readdirSync(onDisk(SUBJECTS)).map((file) => basename(file, '.md'));
  const unlisted = files.find((id) => !SUBJECT_IDS.some((known) => known === id));
  if (unlisted !== undefined) throw new Error(`${SUBJECTS}/${unlisted}.md is not in the list of subjects.`);
  return SUBJECT_IDS.map((id) => {
    const file = `${SUBJECTS}/${id}.md`;
    return compileSubject(id, file, readFileSync(onDisk(file), 'utf8'), coreFile);
  });
}

/**
 * List it under `plugins`.
 * @returns {import('vite').Plugin}
 */
export function explanations() {
  /** @type {Readonly<Record<string, (explanation: import('./explanation').Explanation) => unknown>>} */
  const content = { [EXPLANATIONS]: (explanation) => explanation, [TITLES]: ({ title }) => title };
  return {
    name: 'minifactory:explanations',
    configureServer({ watcher }) {
      watcher.add(onDisk(CORE));
    },
    hotUpdate({ file }) {
      if (![SUBJECTS, CORE].some((folder) => file.startsWith(onDisk(`${folder}/`)))) return undefined;
      return Object.keys(content).flatMap((id) => this.environment.moduleGraph.getModuleById(`\0${id}`) ?? []);
    },
    resolveId: (id) => (Object.hasOwn(content, id) ? `\0${id}` : undefined),
    load(id) {
      const wanted = id.startsWith('\0') ? content[id.slice(1)] : undefined;
      if (wanted === undefined) return undefined;
      const values = Object.fromEntries(compileAll().map((explanation) => [explanation.id, wanted(explanation)]));
      return { code: `export default ${JSON.stringify(values)};`, moduleType: 'js', moduleSideEffects: false };
    },
  };
}
