// What a visitor's browser fetches before anything can be clicked: the page and all it needs at once,
// without what is imported lazily.

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { moduleRequests } from './module-requests.mjs';

/** Fonts are compressed already; a browser shows text without them and fetches them beside the rest. */
const FONTS = ['.woff2', '.woff'];

/** @param {string} source @returns {string[]} */
const htmlReferences = (source) =>
  [...source.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');

/** @param {string} source @returns {string[]} */
const cssReferences = (source) =>
  [...source.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map((match) => match[1] ?? '');

/** @param {string} source @returns {string[]} */
const scriptReferences = (source) =>
  moduleRequests('chunk.js', source)
    .filter(({ lazy }) => !lazy)
    .map(({ target }) => target);

/** @param {string} file @returns {string[]} */
function references(file) {
  const source = () => readFileSync(file, 'utf8');
  if (file.endsWith('.html')) return htmlReferences(source());
  if (file.endsWith('.css')) return cssReferences(source());
  if (file.endsWith('.js')) return scriptReferences(source());
  return [];
}

/**
 * @param {string} page an HTML file of a built site
 * @returns {{ file: string, kind: string, bytes: number }[]} each file once; bytes after brotli at its best
 */
export function firstLoad(page) {
  const found = new Set([page]);
  for (const file of found) {
    for (const reference of references(file)) {
      const target = join(dirname(file), reference.split(/[?#]/)[0] ?? '');
      if (!/^[a-z]+:/.test(reference) && existsSync(target) && extname(target)) found.add(target);
    }
  }
  return [...found].map((file) => {
    const bytes = readFileSync(file);
    const kind = FONTS.includes(extname(file)) ? 'font' : extname(file).slice(1);
    return { file: basename(file), kind, bytes: kind === 'font' ? bytes.length : brotliCompressSync(bytes).length };
  });
}
