/** The site's own look inside another page: its tokens on one element, so that no styles get out or in. */
import tokens from '../../styles/tokens.css?inline';
import { scaledText } from './scale-styles';

/** The class of the element that replaces the page's root. Styles outside cannot name it, so none overrides it. */
export const ROOT = 'factory';

const FONT = 'Atkinson Hyperlegible Next Variable';
/** For the font, in milliseconds. */
const LONGEST_WAIT = 1000;

/** One sheet for all embeds of a page. */
export const lookSheet = sheetOf(`
${scaledText(tokens).replaceAll(':root', `.${ROOT}`)}
:host {
  display: block;
  isolation: isolate;
}
:host([hidden]) {
  display: none;
}
.${ROOT} {
  all: initial;
  display: block;
  box-sizing: border-box;
  container-type: inline-size;
  --rem: 16px;
  --transport-position: sticky;
  --transport-inset: 0 auto auto;
  --transport-clearance: var(--space-4);
  background: var(--paper);
  color: var(--ink);
  font-family: var(--font-text);
  font-size: var(--rem);
  line-height: 1.5;
  direction: ltr;
  text-size-adjust: 100%;
  scrollbar-color: var(--control) transparent;
}
/* The others are one sheet of paper each. */
.${ROOT}[data-part='playground'],
.${ROOT}[data-part='inside'],
.${ROOT}[data-part='lesson'] {
  border: var(--line);
}
.${ROOT}[data-part='inside'],
.${ROOT}[data-part='lesson'] {
  padding: var(--space-4);
}
.probe {
  all: initial;
  position: absolute;
  inline-size: 1em;
  block-size: 0;
  overflow: hidden;
  visibility: hidden;
  font-size: medium;
}
.probe[data-size='host'] {
  font-size: inherit;
}
`);

export function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

let font: Promise<void> | null = null;

/**
 * Adds the site's font to the page, once, under a name that no page uses by accident. Without it the system's font is
 * used; so it is too if the site's takes long, because a change of font would move everything that is shown by then.
 */
export function loadFont(): Promise<void> {
  font ??= addFont().catch(() => {});
  return font;
}

async function addFont(): Promise<void> {
  const { default: url } = await import('./font-file');
  const face = new FontFace(FONT, `url(${JSON.stringify(url)}) format('woff2')`, { weight: '200 800' });
  const isLate = new Promise<null>((resolve) => setTimeout(resolve, LONGEST_WAIT, null));
  const loaded = await Promise.race([face.load(), isLate]);
  if (loaded !== null) document.fonts.add(loaded);
}
