/** The texts an author copies. */
import { escapedAttribute } from '../../export/markup';
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
  src="${escapedAttribute(address)}"
  title="${escapedAttribute(title)}"
  width="${escapedAttribute(width)}"
  height="${height}"
  loading="lazy"
  sandbox="${sandbox}"
  allow="${FRAME_PERMISSIONS}"
  style="border: 0"
></iframe>`;
}

/** @param script the address of mini-factory.js */
export function elementSnippet(script: string, options: OptionTexts): string {
  const attributes = [...options].map(([name, text]) => `\n  ${name}="${escapedAttribute(text)}"`);
  return `<script src="${escapedAttribute(script)}" defer></script>
<mini-factory${attributes.join('')}${attributes.length === 0 ? '' : '\n'}></mini-factory>`;
}
