/** The texts an author copies. */
import type { OptionTexts } from '../options/read-options';

export interface FrameSnippet {
  /** The address of embed.html, with its fragment. */
  readonly address: string;
  readonly title: string;
  readonly width: string;
  readonly height: number;
  readonly sandbox: string;
}

/** What the frame must be allowed: to run, to save files, and to open the site in a new tab. */
const NEEDED = ['allow-scripts', 'allow-downloads', 'allow-popups', 'allow-popups-to-escape-sandbox'];

/** With its own origin the frame downloads less; without, it cannot reach anything of that origin. */
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

/** Escaped for an attribute in double quotes. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
