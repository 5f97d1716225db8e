// What a browser loads before the page can be used: the page and all files it needs at once, without lazy imports.

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { moduleRequests } from './module-requests.mjs';

/** @typedef {{ file: string, kind: string, bytes: number }} Weight bytes after brotli at its best */

/** Without fonts: they are compressed already, and a browser shows text before it has them. */
const FONTS = ['.woff2', '.woff'];

/** @param {string} source @returns {string[]} */
const htmlReferences = (source) =>
  [...source.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');

/** @param {string} source @returns {string[]} */
const cssReferences = (source) =>
  [...source.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map((match) => match[1] ?? '');

/** @param {string} source @param {(target: string) => boolean} isWanted @returns {string[]} */
const scriptReferences = (source, isWanted) =>
  moduleRequests('chunk.js', source)
    .filter(({ target, lazy }) => !lazy || isWanted(target))
    .map(({ target }) => target);

/** @param {string} file @param {(target: string) => boolean} isWanted @returns {string[]} */
function references(file, isWanted) {
  const source = () => readFileSync(file, 'utf8');
  if (file.endsWith('.html')) return htmlReferences(source());
  if (file.endsWith('.css')) return cssReferences(source());
  if (file.endsWith('.js')) return scriptReferences(source(), isWanted);
  return [];
}

/**
 * Files of a built site and all files that they need at once, each once.
 * @param {readonly string[]} files paths
 * @param {(target: string) => boolean} isWanted which of the lazy imports count as well
 * @param {readonly string[]} there files that are there already, with all they need
 * @returns {string[]} paths
 */
export function neededBy(files, isWanted = () => false, there = []) {
  const found = new Set(files);
  for (const file of found) {
    for (const reference of references(file, isWanted)) {
      const target = join(dirname(file), reference.split(/[?#]/)[0] ?? '');
      if (!/^[a-z]+:/.test(reference) && existsSync(target) && extname(target) && !there.includes(target)) {
        found.add(target);
      }
    }
  }
  return [...found];
}

/** @param {string} path @returns {Weight} */
export function weigh(path) {
  const bytes = readFileSync(path);
  const kind = FONTS.includes(extname(path)) ? 'font' : extname(path).slice(1);
  return { file: basename(path), kind, bytes: kind === 'font' ? bytes.length : brotliCompressSync(bytes).length };
}

/**
 * @param {string} page an HTML file of a built site
 * @param {(target: string) => boolean} [isWanted] which of the lazy imports are asked for at once
 * @returns {Weight[]}
 */
export function firstLoad(page, isWanted) {
  return neededBy([page], isWanted).map(weigh);
}

/** Whether the playground's address needs this lazy import at once. @param {string} target */
const isPlayground = (target) => /\/minifactory-app-[^/]*$/.test(target);

/** The files of the first visit to the playground. @param {string} page @returns {Weight[]} */
export function playgroundLoad(page) {
  return firstLoad(page, isPlayground);
}
