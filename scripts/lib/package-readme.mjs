// The README of the npm package.

/** A content delivery network that serves the files of every package on npm. */
const FILES = 'https://unpkg.com';

/** `<picture>` with a dark variant; its `<img>` is the light one. */
const PICTURE = /<picture>\s*(?:<source[^>]*>\s*)*(?<image><img[^>]*>)\s*<\/picture>/g;

const IMAGE = /(?<=<img[^>]* src=")(?!https?:)(?<path>[^"]+)/g;

const LINK = /\[(?<text>[^\]]+)\]\((?!https?:|#)(?<path>[^)#]+)(?<hash>#[^)]*)?\)/g;

/**
 * The README with the addresses of files in the package, which work wherever it is shown. Links to other files of the
 * repository become plain text.
 * @param {string} readme
 * @param {{ name: string, version: string, files: readonly string[] }} manifest
 */
export function packageReadme(readme, { name, version, files }) {
  const address = (/** @type {string} */ path) => `${FILES}/${name}@${version}/${path}`;
  // npm adds the licence by itself.
  const isPacked = (/** @type {string} */ path) =>
    files.includes(path) || path === 'LICENSE' || /^docs\/[^/]+\.md$/.test(path);
  return readme
    .replace(PICTURE, '$<image>')
    .replace(IMAGE, (path) => address(path))
    .replace(LINK, (_, text, path, hash = '') => (isPacked(path) ? `[${text}](${address(path)}${hash})` : text));
}
