/** A package for a learning platform: a zip of the launched page, its scripts, the whole site, and its description. */
import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { ELEMENT_SCRIPT, type LaunchPage, launchPage, RECORDING_SCRIPTS, STYLES, type Standard } from './launch-page';
import { MANIFEST, manifest } from './manifest';
import { cmi5Course, tincan } from './xapi/course';

const PAGE = 'launch.html';
/** The place of the whole site, where the links of a lesson lead. */
const SITE = 'index.html';

/** A constant date, so that the same package is the same file; the earliest that a zip file can have. */
const MADE = '1980-01-01T00:00:00';

/** The notices of the parts by other people; the site shows them, too. */
const LICENCES = 'licences.txt';

/** The files that packages are made of. */
export interface PackagedFiles {
  /** All of `<mini-factory>` in one classic script. */
  readonly element: string;
  /** The scripts that record, by SCORM and by cmi5 and xAPI. */
  readonly scorm: string;
  readonly xapi: string;
  readonly styles: string;
  /** The whole site in one page. */
  readonly site: string;
  readonly licences: string;
  /** The schemas of SCORM's manifest, by the names of their files. */
  readonly schemas: Readonly<Record<string, string>>;
}

export function learningPackage(page: LaunchPage, standard: Standard, given: PackagedFiles): Uint8Array {
  const html = launchPage(page, standard);
  const script = RECORDING_SCRIPTS[standard];
  const files = {
    [PAGE]: html,
    [script]: standard === 'scorm' ? given.scorm : given.xapi,
    [ELEMENT_SCRIPT]: given.element,
    [STYLES]: given.styles,
    [SITE]: given.site,
    [LICENCES]: given.licences,
  };
  const described = { ...description(page, standard, html, Object.keys(files), given), ...files };
  const entries = Object.entries(described).map(([name, content]) => [name, strToU8(content)]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: MADE });
}

/** The files that tell a platform what the package is. */
function description(
  { title, completes }: LaunchPage,
  standard: Standard,
  html: string,
  files: readonly string[],
  { schemas }: PackagedFiles,
): Readonly<Record<string, string>> {
  const course = { title, completes, page: PAGE, content: html };
  switch (standard) {
    case 'cmi5':
      return { 'cmi5.xml': cmi5Course(course) };
    case 'xapi':
      return { 'tincan.xml': tincan(course) };
    case 'scorm': {
      const identifier = `minifactory-${createHash('sha256').update(html).digest('hex').slice(0, 16)}`;
      return { [MANIFEST]: manifest({ identifier, title, files }), ...schemas };
    }
  }
}
