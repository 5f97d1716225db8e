/** Makes one HTML file from a packed script and its style sheet. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** In bytes; mail and learning platforms accept files of this size. */
const LIMIT = 1_500_000;

const UNPACK = readFileSync(new URL('unpack.js', import.meta.url), 'utf8');
const ICON = readFileSync(new URL('../app/favicon.svg', import.meta.url));

/** The hash of a text in a Content-Security-Policy. @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * No address is allowed, not even the file's own; only these scripts and styles.
 * @param {string} page the site's page, for the styles its charts add while they run
 * @param {string} style @param {string} script
 */
function policy(page, style, script) {
  const styles = /style-src ([^;]*)/.exec(page)?.[1]?.match(/'sha256-[^']+'/g) ?? [];
  return [
    "default-src 'none'",
    `script-src ${hash(UNPACK)} ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${[hash(style), ...styles].join(' ')}`,
    'img-src data:',
    'font-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * @param {string} page the site's HTML
 * @param {string} style the text of its style sheet
 * @param {string} script a classic script
 * @returns {string} the HTML of the same page without any other file
 */
export function singlePage(page, style, script) {
  const packed = deflateSync(script, { level: 9 }).toString('base64');
  const icon = `data:image/svg+xml;base64,${ICON.toString('base64')}`;
  const head = `<style>${style}</style>
    <link rel="icon" href="${icon}" type="image/svg+xml" />
    <script>${UNPACK}</script>
  </head>`;
  const body = `  <script type="text/plain" id="packed">${packed}</script>
  </body>`;
  // With functions, because the inserted text may contain dollar signs, which replace() would interpret.
  return (
    page
      .replaceAll(/ *<(link|script)\b[^>]*>(<\/script>)?\n/g, '')
      .replace(
        /(http-equiv="Content-Security-Policy"\s+content=)"[^"]*"/,
        (_, start) => `${start}"${policy(page, style, script)}"`,
      )
      .replace('is loading.', 'is unpacking itself.')
      // The text of the course is another file.
      .replace(/, or read\s+<a href="\.\/lessons\.html">[^<]*<\/a>\s+without it/, '')
      .replace('</head>', () => head)
      .replace('</body>', () => body)
  );
}

/**
 * Puts the page in the place of a build's script and style sheet. Error: the file is larger than its limit.
 * @param {{ page: string, fileName: string }} options the site's HTML file, from Vite's root; the name of the one made
 * @returns {import('vite').Plugin}
 */
export function asSinglePage({ page, fileName }) {
  let root = '';
  return {
    name: 'minifactory:single-page',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_, bundle) {
      let style = '';
      let script = '';
      for (const [name, file] of Object.entries(bundle)) {
        // Unpacking removes the byte order mark, which must therefore not be part of the hash.
        if (file.type === 'chunk') script = file.code.replace(/^\uFEFF/, '');
        else if (name.endsWith('.css')) style = String(file.source);
        else this.error(`The single file must not need another file, but it needs ${name}.`);
        delete bundle[name];
      }
      const source = singlePage(readFileSync(join(root, page), 'utf8'), style, script);
      const bytes = Buffer.byteLength(source);
      if (bytes > LIMIT) this.error(`The single file has ${bytes} bytes; the limit is ${LIMIT}.`);
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
