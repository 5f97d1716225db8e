/** The files of one release, and the names of its copies in the browser and of its pages' locks. */

export interface Release {
  /** Derived from the content of all files. */
  readonly version: string;
  /** Path from the site's root, and digest as in subresource integrity (`sha256-…`). */
  readonly files: readonly (readonly [path: string, digest: string])[];
}

/** The page itself. It is stored last, so a copy that contains it is complete. */
export const PAGE = 'index.html';

/** The message from a page to a worker that waits to take over. */
export const TAKE_OVER = 'take-over';

/** Built files with a hash of their content in the name: the same name is the same file in every release. */
export const isNamedByContent = (path: string): boolean => path.startsWith('assets/');

/** Several sites may share an origin; the site's root distinguishes their copies. */
const prefixOf = (root: string): string => `minifactory ${new URL(root).pathname} `;

/** The name of a release, for its copy in the browser's storage and for the lock that each of its pages holds. */
export const nameOf = (root: string, version: string): string => prefixOf(root) + version;

export const isOfSite = (root: string, name: string): boolean => name.startsWith(prefixOf(root));
