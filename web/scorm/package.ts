/** A SCORM 1.2 package: a zip of the page that is launched, its scripts, the whole site beside it, and the manifest. */
import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { ELEMENT_SCRIPT, type LaunchPage, launchPage, RECORDING_SCRIPT, STYLES } from './launch-page';
import { MANIFEST, manifest } from './manifest';

const PAGE = 'launch.html';
/** Where the element takes the whole site to be: a lesson's links lead there. */
const SITE = 'index.html';

/** So that the same package is the same file; the earliest a zip knows. */
const MADE = '1980-01-01T00:00:00';

/** What every package brings along. */
export interface PackagedFiles {
  /** All of `<mini-factory>` in one classic script. */
  readonly element: string;
  readonly recording: string;
  readonly styles: string;
  /** The whole site in one page. */
  readonly site: string;
}

export function scormPackage(page: LaunchPage, { element, recording, styles, site }: PackagedFiles): Uint8Array {
  const html = launchPage(page);
  const files = {
    [PAGE]: html,
    [RECORDING_SCRIPT]: recording,
    [ELEMENT_SCRIPT]: element,
    [STYLES]: styles,
    [SITE]: site,
  };
  const identifier = `minifactory-${createHash('sha256').update(html).digest('hex').slice(0, 16)}`;
  const text = manifest({ identifier, title: page.title, files: Object.keys(files) });
  const entries = Object.entries({ [MANIFEST]: text, ...files }).map(([name, content]) => [name, strToU8(content)]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: MADE });
}
