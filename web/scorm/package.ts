/** A SCORM 1.2 package: a zip of the launched page, its scripts, the whole site beside it, and the manifest. */
import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { ELEMENT_SCRIPT, type LaunchPage, launchPage, RECORDING_SCRIPT, STYLES } from './launch-page';
import { MANIFEST, manifest } from './manifest';

const PAGE = 'launch.html';
/** The place of the whole site, where the links of a lesson lead. */
const SITE = 'index.html';

/** A constant date, so that the same package is the same file; the earliest that a zip file can have. */
const MADE = '1980-01-01T00:00:00';

/** The notices of the parts by other people; the site shows them, too. */
const LICENCES = 'licences.txt';

/** The files of every package. */
export interface PackagedFiles {
  /** All of `<mini-factory>` in one classic script. */
  readonly element: string;
  readonly recording: string;
  readonly styles: string;
  /** The whole site in one page. */
  readonly site: string;
  readonly licences: string;
}

export function scormPackage(
  page: LaunchPage,
  { element, recording, styles, site, licences }: PackagedFiles,
): Uint8Array {
  const html = launchPage(page);
  const files = {
    [PAGE]: html,
    [RECORDING_SCRIPT]: recording,
    [ELEMENT_SCRIPT]: element,
    [STYLES]: styles,
    [SITE]: site,
    [LICENCES]: licences,
  };
  const identifier = `minifactory-${createHash('sha256').update(html).digest('hex').slice(0, 16)}`;
  const text = manifest({ identifier, title: page.title, files: Object.keys(files) });
  const entries = Object.entries({ [MANIFEST]: text, ...files }).map(([name, content]) => [name, strToU8(content)]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: MADE });
}
