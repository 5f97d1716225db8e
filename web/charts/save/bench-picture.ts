/** Saves several parts of the page, each where it is, as one picture, always in the light theme. */
import { type Measure, measureLike } from '../drawing/pointer';
import { inlinedSvg } from './inlined-svg';
import { isSeen, paintedElements } from './painted-elements';
import { documentText, inLightColours, lineOf, type Picture, type Piece, placed } from './picture';
import type { SavePicture } from './save-picture';

const SVG = 'http://www.w3.org/2000/svg';

/** CSS pixels around the picture, and of its first line with the title. */
const MARGIN = 8;
const TITLE = 28;
/** Milliseconds in which a chart draws itself once it is in sight. */
const DRAWING = 150;

/** A drawing that was made of a chart on a canvas, and the roots whose own drawings it stands for. */
interface Made {
  readonly root: Node;
  readonly drawing: SVGSVGElement;
  readonly box: DOMRect;
}

/** `host` contains the parts, in its shadow root or further inside. */
export async function takeBenchPicture(
  host: HTMLElement,
  parts: readonly HTMLElement[],
  title: string,
): Promise<Picture> {
  await drawAll(parts);
  const measure = measureLike(parts[0] ?? host);
  const made = await Promise.all(parts.flatMap(canvasCharts).map((save) => makeDrawing(save, measure)));
  try {
    return inLightColours(host, () => composed(parts, made, title, measure));
  } finally {
    for (const { drawing } of made) drawing.remove();
  }
}

/** Charts draw themselves when they are first seen: shows those that are out of sight for a moment. */
async function drawAll(parts: readonly HTMLElement[]): Promise<void> {
  const [x, y] = [scrollX, scrollY];
  for (const part of parts) {
    const { top, bottom } = part.getBoundingClientRect();
    if (top >= 0 && bottom <= innerHeight) continue;
    part.scrollIntoView({ block: 'center', behavior: 'instant' });
    await new Promise((resolve) => setTimeout(resolve, DRAWING));
  }
  scrollTo({ left: x, top: y, behavior: 'instant' });
}

/** The charts in a part that are drawn on a canvas, by what saves them. */
function canvasCharts(part: Element): SavePicture[] {
  return [part, ...paintedElements(part)]
    .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('mf-save-picture') ?? [])])
    .filter(({ made }) => made !== null);
}

async function makeDrawing(save: SavePicture, measure: Measure): Promise<Made> {
  const root = save.getRootNode() as ShadowRoot;
  const place = root.querySelector('.scroll > svg') ?? root.querySelector('canvas') ?? root.host;
  const box = measure(place);
  const drawing = (await save.made?.()) ?? document.createElementNS(SVG, 'svg');
  return { root, drawing, box };
}

function composed(parts: readonly HTMLElement[], made: readonly Made[], title: string, measure: Measure): Picture {
  const boxes = parts.map(measure);
  const left = Math.min(...boxes.map((box) => box.left)) - MARGIN;
  const top = Math.min(...boxes.map((box) => box.top)) - MARGIN - TITLE;
  const width = Math.ceil(Math.max(...boxes.map((box) => box.right)) + MARGIN - left);
  const height = Math.ceil(Math.max(...boxes.map((box) => box.bottom)) + MARGIN - top);
  const whole = document.createElementNS(SVG, 'svg');
  if (parts[0] !== undefined) whole.append(titleOf(title, width, parts[0]));
  for (const { element, box } of parts.flatMap((part) => [sheetOf(part, measure), ...piecesOf(part, made, measure)])) {
    whole.append(placed(element, box.left - left, box.top - top));
  }
  return { width, height, text: documentText(whole, width, height, title) };
}

function titleOf(title: string, width: number, part: HTMLElement): SVGElement {
  const { color, fontFamily } = getComputedStyle(part);
  const element = document.createElementNS(SVG, 'text');
  element.textContent = title;
  const size = Math.min(16, (width - 2 * MARGIN) / (0.6 * title.length));
  const attributes = { x: MARGIN, y: TITLE - MARGIN, fill: color, 'font-family': fontFamily, 'font-size': size };
  for (const [name, value] of Object.entries({ ...attributes, 'font-weight': 650 })) {
    element.setAttribute(name, String(value));
  }
  return element;
}

function sheetOf(part: HTMLElement, measure: Measure): Piece {
  const { left, top, width, height } = measure(part);
  const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(part);
  const element = document.createElementNS(SVG, 'rect');
  const isFramed = Number.parseFloat(borderTopWidth) > 0;
  const inset = isFramed ? 0.5 : 0;
  element.setAttribute('width', String(width - 2 * inset));
  element.setAttribute('height', String(height - 2 * inset));
  element.setAttribute('fill', isFramed ? backgroundColor : 'none');
  if (isFramed) element.setAttribute('stroke', borderTopColor);
  return { element, box: new DOMRect(left + inset, top + inset, width, height) };
}

function piecesOf(part: HTMLElement, made: readonly Made[], measure: Measure): Piece[] {
  return paintedElements(part)
    .flatMap((element): Piece[] => {
      const standIn = made.find(({ drawing, root }) => drawing === element || root === element.getRootNode());
      if (standIn?.drawing === element) return [{ element: inlinedSvg(standIn.drawing), box: standIn.box }];
      if (!isSeen(element)) return [];
      if (element instanceof SVGSVGElement) {
        const isReplaced = standIn !== undefined && element.matches('.scroll > svg');
        return isReplaced ? [] : [{ element: inlinedSvg(element), box: measure(element) }];
      }
      const lines = [...element.childNodes].flatMap((node) =>
        node instanceof Text ? linesOf(node, element, measure) : [],
      );
      return [...lines, ...marksOf(element, lines, measure)];
    })
    .filter(({ box }) => isWithin(box, measure(part)));
}

/** What a scrolled sheet does not show is not in the picture either. */
function isWithin(box: DOMRect, sheet: DOMRect): boolean {
  return box.top >= sheet.top - 1 && box.bottom <= sheet.bottom + 1;
}

/** The signs that a style sheet writes before and after a text. */
function marksOf(element: Element, lines: readonly Piece[], measure: Measure): Piece[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return [];
  const range = document.createRange();
  range.selectNodeContents(element);
  const { left, right } = measure(range);
  const places = [
    { pseudo: '::before', anchor: 'end', x: left - 4, box: first.box },
    { pseudo: '::after', anchor: 'start', x: right + 4, box: last.box },
  ];
  return places.flatMap(({ pseudo, anchor, x, box }): Piece[] => {
    const { content, color, display, visibility } = getComputedStyle(element, pseudo);
    const sign = /^"([^"]*)"/.exec(content)?.[1]?.trim() ?? '';
    if (sign === '' || display === 'none' || visibility !== 'visible') return [];
    const mark = lineOf(sign, box, element).element;
    mark.removeAttribute('textLength');
    mark.setAttribute('text-anchor', anchor);
    mark.setAttribute('fill', color);
    return [{ element: mark, box: new DOMRect(x, box.top, 0, box.height) }];
  });
}

/** The lines of a text as the page breaks it: words of the same line have the same top. */
function linesOf(node: Text, parent: Element, measure: Measure): Piece[] {
  const range = document.createRange();
  const lines: { words: string[]; box: DOMRect }[] = [];
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = measure(range);
    if (box.width < 1) continue;
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.box.top - box.top) < box.height / 2) {
      line.words.push(word);
      line.box = new DOMRect(line.box.left, line.box.top, box.right - line.box.left, line.box.height);
    } else {
      lines.push({ words: [word], box });
    }
  }
  return lines.map(({ words, box }) => lineOf(words.join(' '), box, parent));
}
