/** The texts an author copies. */
import type { OptionTexts } from '../options/read-options';

export interface FrameSnippet {
  /** Of embed.html, with its fragment. */
  readonly address: string;
  readonly title: string;
  readonly width: string;
  readonly height: number;
  readonly sandbox: string;
}

/** What the frame must be allowed: to run, to save files, to open the site in a tab of its own. */
const NEEDED = ['allow-scripts', 'allow-downloads', 'allow-popups', 'allow-popups-to-escape-sandbox'];

/** An origin of its own makes for the smaller download; without, nothing of that origin is within the frame's reach. */
export function sandboxOf(isOpaque: boolean): string {
  return [...NEEDED, ...(isOpaque ? [] : ['allow-same-origin'])].join(' ');
}

export const FRAME_PERMISSIONS = 'fullscreen; clipboard-write';

export function frameSnippet({ address, title, width, height, sandbox }: FrameSnippet): string {
  return `<iframe
  src="${escaped(address)}"
  title="${escaped(title)}"
  width="${escaped(width)}"
  height="${height}"
  loading="lazy"
  sandbox="${sandbox}"
  allow="${FRAME_PERMISSIONS}"
  style="border: 0"
></iframe>`;
}

/** @param script the address of mini-factory.js */
export function elementSnippet(script: string, options: OptionTexts): string {
  const attributes = [...options].map(([name, text]) => `\n  ${name}="${escaped(text)}"`);
  return `<script src="${escaped(script)}" defer></script>
<mini-factory${attributes.join('')}${attributes.length === 0 ? '' : '\n'}></mini-factory>`;
}

/** As it stands in an attribute between double quotes. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
