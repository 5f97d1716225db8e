// The parts of a release: its notes, the names of its packages, zip files and checksums.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { StepError } from './step.mjs';

/** Error: the tag is not that of the version. @param {string} tag @param {string} version */
export function checkTag(tag, version) {
  if (tag === `v${version}`) return;
  throw new StepError(
    `The tag is ${tag}, but package.json has the version ${version}.`,
    `Tag the commit v${version}, or change the version with \`npm version\`.`,
  );
}

/**
 * What CHANGELOG.md says about a version. Error: nothing.
 * @param {string} changelog @param {string} version
 */
export function releaseNotes(changelog, version) {
  const section = changelog.split(/^## /m).find((each) => each.startsWith(`${version} (`));
  const text = section?.slice(section.indexOf('\n')).trim();
  if (text) return `${text}\n`;
  throw new StepError(`CHANGELOG.md has no text under "## ${version} (date)".`, 'Describe the version there first.');
}

/**
 * The packages that `npm run scorm -- --list` offers: the option that makes each, and its place in the zip.
 * @param {string} list
 */
export function scormNames(list) {
  const ids = [...list.matchAll(/^(\S+) {2,}\S/gm)].map(([, id = '']) => id);
  return ids.map((id) =>
    id.includes('/')
      ? { option: '--lesson', id, path: `lessons/${id.replace('/', '-')}.zip` }
      : { option: '--preset', id, path: `presets/${id}.zip` },
  );
}

/**
 * @param {Readonly<Record<string, Uint8Array>>} files @param {0 | 9} level 0 for what is compressed already
 */
export async function zipOf(files, level) {
  // Imported late, because npm may have installed it only just now.
  const { zipSync } = await import('fflate');
  // The earliest date that a zip file can have, so that the same content is the same file.
  return zipSync({ ...files }, { level, mtime: '1980-01-01T00:00:00' });
}

/** As `sha256sum` writes and checks them. @param {readonly string[]} files */
export function checksums(files) {
  const sum = (/** @type {string} */ file) => createHash('sha256').update(readFileSync(file)).digest('hex');
  return files.map((file) => `${sum(file)}  ${basename(file)}\n`).join('');
}
