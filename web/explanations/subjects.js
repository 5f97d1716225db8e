/** Reads the subjects from the disk, for the Vite plugin and the build's own scripts. Not part of the page. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogue, catalogueModule } from './compiler/catalogue.js';
import { cataloguePage } from './compiler/part-page.js';
import { readSubject } from './compiler/subject-file.js';

export const SUBJECTS = 'web/explanations/subjects';
export const CORE = 'wasm/core';
/** The catalogue of parts as a module. */
export const CATALOGUE = 'web/explanations/parts.generated.js';

/** @param {string} path from the project's root */
export const onDisk = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Paths of the core's files, relative to its folder; read once for each compilation. */
function corePaths() {
  return readdirSync(onDisk(CORE), { recursive: true, encoding: 'utf8' }).filter((path) => /\.[ch]pp$/.test(path));
}

/**
 * Finds a file of the core by its name, or by its path from wasm/core.
 * @returns {(name: string) => { path: string, text: string } | undefined}
 */
export function coreReader() {
  const paths = corePaths();
  return (name) => {
    const path = paths.find((one) => one === name || basename(one) === name);
    return path === undefined ? undefined : { path, text: readFileSync(onDisk(`${CORE}/${path}`), 'utf8') };
  };
}

/** Every subject's file, read and checked for its structure. Error SubjectError. */
export function readSubjects() {
  return readdirSync(onDisk(SUBJECTS)).map((name) => {
    const file = `${SUBJECTS}/${name}`;
    return readSubject(basename(name, '.md'), file, readFileSync(onDisk(file), 'utf8'));
  });
}

/** The text that CATALOGUE must have. Error SubjectError. */
function catalogueText() {
  const read = coreReader();
  const pages = readSubjects().flatMap((subject) => cataloguePage(subject) ?? []);
  return catalogueModule(catalogue(pages, (name) => read(name)?.text));
}

/**
 * Rewrites CATALOGUE if the registries or the pages have changed, and returns whether it did. Errors:
 * SubjectError; Error if `mayWrite` is false and the file is out of date.
 */
export function updateCatalogue(mayWrite = true) {
  const text = catalogueText();
  const path = onDisk(CATALOGUE);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  if (!mayWrite) throw new Error(`${CATALOGUE} is out of date: run npm run build and commit it.`);
  writeFileSync(path, text);
  return true;
}
