/** The site's own look inside another page: its tokens on one element, so that no styles get out or in. */
import tokens from '../../styles/tokens.css?inline';
import { scaledText } from './scale-styles';

/** The class of the element that replaces the page's root. Styles outside cannot name it, so none overrides it. */
export const ROOT = 'factory';

const FONT = 'Atkinson Hyperlegible Next Variable';

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
 * Adds the site's font to the page, once, under a name that no page uses by accident. Rejects if it cannot be loaded.
 */
export function loadFont(): Promise<void> {
  font ??= addFont();
  return font;
}

async function addFont(): Promise<void> {
  const { default: url } = await import('./font-file');
  const face = new FontFace(FONT, `url(${JSON.stringify(url)}) format('woff2')`, {
    weight: '200 800',
    display: 'optional',
  });
  document.fonts.add(face);
  await face.load();
}
