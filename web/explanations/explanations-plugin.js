/**
 * The Vite plugin that compiles the subjects. `virtual:explanations` contains all of them, `virtual:explanation-titles`
 * their titles, `virtual:part-walks` and `virtual:part-programs` the content of parts' pages for the Inside view
 * and for exports. All explanations together have 20 kB after brotli, so they are one lazy chunk.
 */
import { compileSubject } from './compiler/compile-subject.js';
import { cataloguePage, partProgram, partWalk } from './compiler/part-page.js';
import { SUBJECT_IDS } from './subject-ids.js';
import { CORE, coreReader, onDisk, readSubjects, SUBJECTS, updateCatalogue } from './subjects.js';

/** @typedef {import('./compiler/source').SubjectSource} SubjectSource */

/**
 * All subjects, in order. Error SubjectError; Error if the list and the folder differ.
 * @returns {import('./explanation').Explanation[]}
 */
export function compileAll() {
  const read = coreReader();
  return orderedSubjects().map((subject) => compileSubject(subject, read));
}

/** @returns {SubjectSource[]} */
function orderedSubjects() {
  const subjects = new Map(readSubjects().map((subject) => [subject.id, subject]));
  const unlisted = [...subjects.keys()].find((id) => !SUBJECT_IDS.some((known) => known === id));
  if (unlisted !== undefined) throw new Error(`${SUBJECTS}/${unlisted}.md is not in the list of subjects.`);
  return SUBJECT_IDS.map((id) => {
    const subject = subjects.get(id);
    if (subject === undefined) throw new Error(`There is no ${SUBJECTS}/${id}.md.`);
    return subject;
  });
}

/** Some content of each part's page, by subject. @param {(subject: SubjectSource) => unknown} content */
const ofParts = (content) =>
  Object.fromEntries(
    orderedSubjects()
      .filter((subject) => cataloguePage(subject) !== undefined)
      .map((subject) => [subject.id, content(subject)]),
  );

/** @type {Readonly<Record<string, () => unknown>>} */
const MODULES = {
  'virtual:explanations': () => Object.fromEntries(compileAll().map((explanation) => [explanation.id, explanation])),
  'virtual:explanation-titles': () => Object.fromEntries(orderedSubjects().map(({ id, title }) => [id, title])),
  'virtual:part-walks': () => ofParts(partWalk),
  'virtual:part-programs': () => ofParts(partProgram),
};

/**
 * List it under `plugins`.
 * @returns {import('vite').Plugin}
 */
export function explanations() {
  return {
    name: 'minifactory:explanations',
    configureServer({ watcher }) {
      watcher.add(onDisk(CORE));
    },
    hotUpdate({ file }) {
      if (![SUBJECTS, CORE].some((folder) => file.startsWith(onDisk(`${folder}/`)))) return undefined;
      updateCatalogue();
      return Object.keys(MODULES).flatMap((id) => this.environment.moduleGraph.getModuleById(`\0${id}`) ?? []);
    },
    resolveId: (id) => (Object.hasOwn(MODULES, id) ? `\0${id}` : undefined),
    load(id) {
      const content = id.startsWith('\0') ? MODULES[id.slice(1)] : undefined;
      if (content === undefined) return undefined;
      return { code: `export default ${JSON.stringify(content())};`, moduleType: 'js', moduleSideEffects: false };
    },
  };
}
