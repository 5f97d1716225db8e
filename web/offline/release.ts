/** What the site consists of at one time, and what its copies in the browser and the pages that show it are called. */

export interface Release {
  /** Follows from the content of all files. */
  readonly version: string;
  /** Path from the site's root, and digest as in subresource integrity (`sha256-…`). */
  readonly files: readonly (readonly [path: string, digest: string])[];
}

/** What a page says to a worker that waits to take over. */
export const TAKE_OVER = 'take-over';

/** Built files whose name carries a hash of their content: the same name is the same file in every release. */
export const isNamedByContent = (path: string): boolean => path.startsWith('assets/');

/** Several sites may share an origin; each has its own copies, told apart by the site's root. */
const prefixOf = (root: string): string => `minifactory ${new URL(root).pathname} `;

/** The name of a release, both of its copy in the browser's storage and of the lock that each of its pages holds. */
export const nameOf = (root: string, version: string): string => prefixOf(root) + version;

export const isOfSite = (root: string, name: string): boolean => name.startsWith(prefixOf(root));
