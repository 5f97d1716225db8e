/**
 * The page of a package that a platform launches: the element with its options, and a line that shows what is recorded.
 */

import type { OptionTexts } from '../embed/options/read-options';
import { escaped } from '../export/markup';
import type { Completion } from './outcome';

export interface LaunchPage {
  readonly title: string;
  readonly options: OptionTexts;
  readonly completes: Completion;
}

export const ELEMENT_SCRIPT = 'mini-factory-packed.js';
/** The standards of learning platforms, and the script that records by each. */
export const RECORDING_SCRIPTS = { scorm: 'scorm.js', cmi5: 'xapi.js', xapi: 'xapi.js' } as const;
export type Standard = keyof typeof RECORDING_SCRIPTS;
export const STYLES = 'scorm.css';

/**
 * As for the site, and the script creates its worker from a blob. The hash is that of a constant style sheet of the
 * charts.
 */
const policy = (standard: Standard) => [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'sha256-+POFJgH5x5XnW6V8uiuPL8Ssv6oz+bTrG1XU2/jsrSs='",
  "img-src 'self' data:",
  "font-src 'self' data:",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  // A learning record store may be on any server; SCORM needs no requests.
  ...(standard === 'scorm' ? [] : ["connect-src 'self' https: http:"]),
];

/** The recording script comes first, so that it receives all events of the element. */
export function launchPage({ title, options, completes }: LaunchPage, standard: Standard = 'scorm'): string {
  const attributes = [...options].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy(standard).join('; ')}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escaped(title)}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${STYLES}" />
    <script defer src="${RECORDING_SCRIPTS[standard]}"></script>
    <script defer src="${ELEMENT_SCRIPT}"></script>
  </head>
  <body data-completes="${completes}">
    <main>
      <mini-factory${attributes}>Minifactory is loading. It needs a browser with JavaScript and WebAssembly.</mini-factory>
    </main>
    <p id="record" role="status"></p>
  </body>
</html>
`;
}
