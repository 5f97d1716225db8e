/** Saves a chart or diagram with its title and legend as a picture of its own, always in the light theme. */

import { holdable } from '../../export/markup';
import tokens from '../../styles/tokens.css?inline';
import { type Measure, measureLike } from '../drawing/pointer';
import { inlinedSvg } from './inlined-svg';

const SVG = 'http://www.w3.org/2000/svg';

/** CSS pixels around the picture, and between its parts. */
const MARGIN = 16;
const GAP = 12;

/** Pixels of a PNG for each CSS pixel. */
const DENSITY = 2;

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** An SVG document. */
  readonly text: string;
}

export interface PictureParts {
  /** The elements that contain the captions and legends. */
  readonly roots: readonly (HTMLElement | ShadowRoot)[];
  readonly drawings: readonly SVGSVGElement[];
  readonly title: string;
}

/** Something drawn, and where it is on the page, in pixels of its layout. */
export interface Piece {
  readonly element: SVGElement;
  readonly box: DOMRect;
}

/** All colours are read at once, before the browser paints them. */
export function takePicture(host: HTMLElement, { roots, drawings, title }: PictureParts): Picture {
  return inLightColours(host, () => {
    const measure = measureLike(drawings[0] ?? host);
    const parts = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('figcaption, .legend')]);
    const heads = parts.map((part) => pieces(part, measure));
    const drawn = drawings.map((drawing) => [{ element: inlinedSvg(drawing), box: drawnBox(drawing, measure) }]);
    return composed([...heads, ...drawn], title);
  });
}

/** The box of a drawing without the empty part at its right. */
function drawnBox(drawing: SVGSVGElement, measure: Measure): DOMRect {
  const { left, top, width, height } = measure(drawing);
  const { x, width: drawn } = drawing.getBBox();
  const scale = width / (drawing.viewBox.baseVal?.width || width);
  return new DOMRect(left, top, Math.min(width, (x + drawn) * scale), height);
}

/** The texts and small drawings of a part of the page, each with its position. */
function pieces(part: HTMLElement, measure: Measure): Piece[] {
  const drawings = [...part.querySelectorAll('svg')].map((element) => ({
    element: inlinedSvg(element),
    box: measure(element),
  }));
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const words: Piece[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.data.trim() !== '' && node.parentElement?.closest('svg') === null) words.push(wordsOf(node, measure));
  }
  return [...drawings, ...words];
}

function wordsOf(node: Text, measure: Measure): Piece {
  const range = document.createRange();
  range.selectNodeContents(node);
  return lineOf(node.data.trim().replace(/\s+/g, ' '), measure(range), node.parentElement as Element);
}

/** One line of the text of `parent`, as it is in `box` on the page. */
export function lineOf(text: string, box: DOMRect, parent: Element): Piece {
  const style = getComputedStyle(parent);
  const element = document.createElementNS(SVG, 'text');
  element.textContent = text;
  element.setAttribute('fill', style.color);
  for (const name of ['font-family', 'font-size', 'font-weight']) {
    element.setAttribute(name, style.getPropertyValue(name));
  }
  // The line is centred in its box, and its baseline a third of the font size below the middle.
  element.setAttribute('y', String(box.height / 2 + Number.parseFloat(style.fontSize) / 3));
  // If the picture is shown with another font, text must not overlap its neighbours.
  element.setAttribute('textLength', box.width.toFixed(1));
  element.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  return { element, box };
}

/** The parts one below the other, each laid out as on the page. */
function composed(parts: readonly (readonly Piece[])[], title: string): Picture {
  const whole = document.createElementNS(SVG, 'svg');
  const topOf = (part: readonly Piece[]) => Math.min(...part.map(({ box }) => box.top));
  const drawn = parts.filter((part) => part.length > 0).sort((one, other) => topOf(one) - topOf(other));
  const left = Math.min(...drawn.flat().map(({ box }) => box.left));
  let [bottomOnPage, bottom, shift, right] = [Number.NEGATIVE_INFINITY, 0, 0, 0];
  for (const part of drawn) {
    const top = topOf(part);
    if (top >= bottomOnPage) shift = (bottom === 0 ? MARGIN : bottom + GAP) - top;
    for (const { element, box } of part) {
      whole.append(placed(element, box.left - left + MARGIN, box.top + shift));
      right = Math.max(right, box.right - left);
    }
    bottomOnPage = Math.max(bottomOnPage, ...part.map(({ box }) => box.bottom));
    bottom = Math.max(bottom, ...part.map(({ box }) => box.bottom + shift));
  }
  const width = Math.ceil(right + 2 * MARGIN);
  const height = Math.ceil(bottom + MARGIN);
  return { width, height, text: documentText(whole, width, height, title) };
}

export function placed(element: SVGElement, x: number, y: number): SVGElement {
  if (element instanceof SVGSVGElement) {
    element.setAttribute('x', x.toFixed(1));
    element.setAttribute('y', y.toFixed(1));
    return element;
  }
  element.setAttribute('x', x.toFixed(1));
  element.setAttribute('y', (y + Number(element.getAttribute('y'))).toFixed(1));
  return element;
}

export function documentText(drawing: SVGSVGElement, width: number, height: number, title: string): string {
  const sheet = document.createElementNS(SVG, 'rect');
  const name = document.createElementNS(SVG, 'title');
  name.textContent = title;
  for (const element of [drawing, sheet]) {
    element.setAttribute('width', String(width));
    element.setAttribute('height', String(height));
  }
  drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
  sheet.setAttribute('fill', '#fff');
  drawing.prepend(name, sheet);
  return `${holdable(new XMLSerializer().serializeToString(drawing))}\n`;
}

/** The picture in pixels. Rejects if the browser does not draw it. */
export async function pngOf({ width, height, text }: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image();
  // A data address, since the page's policy allows no other source of images.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = DENSITY * width;
  canvas.height = DENSITY * height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The canvas returned no picture.');
  return new Uint8Array(await blob.arrayBuffer());
}

/**
 * Returns what `read` returns while the element and everything in it are in the light theme. The page's colours are
 * computed at its root and inherited, so the root's rules are applied to the element itself.
 */
export function inLightColours<Result>(element: HTMLElement, read: () => Result): Result {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens);
  const rules = [...sheet.cssRules].filter((rule) => rule instanceof CSSStyleRule);
  const of = (selector: string) => rules.filter(({ selectorText }) => selectorText === selector);
  const declarations = [...of(':root'), ...of(':root[data-theme="light"]')].flatMap(({ style }) =>
    [...style]
      .filter((name) => name.startsWith('--') || name === 'color-scheme')
      .map((name) => [name, style.getPropertyValue(name)] as const),
  );
  for (const [name, value] of declarations) element.style.setProperty(name, value === '' ? ' ' : value);
  element.style.setProperty('color', 'var(--ink)');
  try {
    return read();
  } finally {
    for (const [name] of declarations) element.style.removeProperty(name);
    element.style.removeProperty('color');
  }
}
