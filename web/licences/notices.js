/** Collects the licence notices of everything that the built files contain. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LEFT_OUT, OTHER_PARTS, PACKAGES } from './parts.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TEXTS = fileURLToPath(new URL('texts/', import.meta.url));

/** @typedef {{ names: readonly string[], licence: string, text: string }} Notice parts that share one licence text */
/** @typedef {{ name: string, version: string, license?: string, dependencies?: Record<string, string> }} Manifest */
/** @typedef {{ folder: string, manifest: Manifest }} Package */

/**
 * The folder of an npm package as Node finds it from another folder. Error: it is not installed.
 * @param {string} name @param {string} from
 * @returns {string}
 */
function folderOf(name, from) {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (from === dirname(from)) throw new Error(`The npm package ${name} is not installed.`);
  return folderOf(name, dirname(from));
}

/**
 * These npm packages and all that they depend on at run time, by name, except those of LEFT_OUT.
 * @param {readonly string[]} names @param {string} [from] the folder in which they are installed
 * @param {Map<string, Package>} [found]
 */
export function withDependencies(names, from = ROOT, found = new Map()) {
  for (const name of names) {
    if (found.has(name) || LEFT_OUT.test(name)) continue;
    const folder = folderOf(name, from);
    const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    found.set(name, { folder, manifest });
    withDependencies(Object.keys(manifest.dependencies ?? {}), folder, found);
  }
  return found;
}

/**
 * The notice of one npm package. Error: it does not name its licence, or has no file with the text of it.
 * @param {Package} from
 * @returns {Notice}
 */
export function noticeOf({ folder, manifest: { name, version, license } }) {
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.|$)/i.test(each));
  if (!license || file === undefined) {
    throw new Error(`${name} has no licence that its users could be given: neither page nor package may contain it.`);
  }
  return {
    names: [`${name === 'minifactory' ? 'Minifactory' : name} ${version}`],
    licence: license,
    text: readFileSync(join(folder, file), 'utf8').trim(),
  };
}

/** Equal texts may be broken into lines differently. @param {string} text */
const words = (text) => text.split(/\s+/).join(' ');

/** Parts with the same text in one notice. @param {readonly Notice[]} notices @returns {Notice[]} */
function grouped(notices) {
  /** @type {Map<string, Notice>} */
  const groups = new Map();
  for (const notice of notices) {
    const key = words(notice.text);
    const { names, ...rest } = groups.get(key) ?? { ...notice, names: [] };
    groups.set(key, { ...rest, names: [...names, ...notice.names] });
  }
  return [...groups.values()];
}

/** The notices of all parts, Minifactory’s own first. @returns {Notice[]} */
export function allNotices() {
  const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  const others = OTHER_PARTS.map(({ name, licence, file }) => ({
    names: [name],
    licence,
    text: readFileSync(join(TEXTS, file), 'utf8').trim(),
  }));
  const packages = [...withDependencies(PACKAGES).values()].map(noticeOf);
  return [noticeOf({ folder: ROOT, manifest }), ...others, ...grouped(packages)];
}

/** The notices as one text. @param {readonly Notice[]} notices */
export function textOf(notices) {
  const head = 'Minifactory contains the following parts. Not every file of it contains all of them.\n';
  const parts = notices.map(({ names, licence, text }) => `${names.join(', ')}\nLicence: ${licence}\n\n${text}\n`);
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}
