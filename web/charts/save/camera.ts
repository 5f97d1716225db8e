/**
 * Paints a part of the page on a canvas in its current state. Browsers cannot do this, so the camera paints what the
 * page consists of: backgrounds, canvases, SVGs and text.
 */
import { type Measure, measureLike } from '../drawing/pointer';
import { inlinedSvg } from './inlined-svg';
import { isSeen, paintedElements } from './painted-elements';

/** Pixels of the picture for each CSS pixel. */
const DENSITY = 2;
/** CSS pixels around the painted parts. */
const MARGIN = 8;

export class Camera {
  readonly canvas = document.createElement('canvas');
  readonly #parts: readonly HTMLElement[];
  readonly #measure: Measure;
  readonly #left: number;
  readonly #top: number;
  readonly #images = new Map<SVGSVGElement, HTMLImageElement>();

  /** `parts` are the elements to paint, at their positions on the page. */
  constructor(parts: readonly HTMLElement[], density = DENSITY) {
    this.#parts = parts;
    this.#measure = measureLike(parts[0] ?? document.documentElement);
    const boxes = parts.map(this.#measure);
    this.#left = Math.min(...boxes.map(({ left }) => left)) - MARGIN;
    this.#top = Math.min(...boxes.map(({ top }) => top)) - MARGIN;
    const width = Math.max(...boxes.map(({ right }) => right)) + MARGIN - this.#left;
    const height = Math.max(...boxes.map(({ bottom }) => bottom)) + MARGIN - this.#top;
    this.canvas.width = Math.round(width * density);
    this.canvas.height = Math.round(height * density);
    this.canvas.getContext('2d')?.scale(density, density);
  }

  /**
   * Creates images of all SVGs in their current state. Without this call they are painted in an earlier state, or not
   * at all.
   */
  async takeDrawings(): Promise<void> {
    const drawings = this.#parts
      .flatMap((part) => paintedElements(part))
      .filter((each) => each instanceof SVGSVGElement);
    await Promise.all(
      drawings.filter(isSeen).map(async (drawing) => {
        const image = new Image();
        const text = new XMLSerializer().serializeToString(inlinedSvg(drawing));
        image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
        await image.decode();
        this.#images.set(drawing, image);
      }),
    );
  }

  paint(): void {
    const context = this.canvas.getContext('2d');
    if (context === null) return;
    context.save();
    context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    context.translate(-this.#left, -this.#top);
    for (const part of this.#parts) {
      paintSheet(context, part, this.#measure(part));
      for (const element of paintedElements(part)) this.#paintElement(context, element);
    }
    context.restore();
  }

  #paintElement(context: CanvasRenderingContext2D, element: Element): void {
    if (!isSeen(element)) return;
    if (element instanceof SVGSVGElement) {
      const image = this.#images.get(element);
      const { left, top, width, height } = this.#measure(element);
      if (image !== undefined) context.drawImage(image, left, top, width, height);
    } else if (element instanceof HTMLCanvasElement) {
      const { left, top, width, height } = this.#measure(element);
      if (element.width > 0 && element.height > 0) context.drawImage(element, left, top, width, height);
    } else {
      for (const node of element.childNodes)
        if (node instanceof Text) paintWords(context, node, element, this.#measure);
    }
  }
}

function paintSheet(context: CanvasRenderingContext2D, part: HTMLElement, { left, top, width, height }: DOMRect): void {
  const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(part);
  context.fillStyle = backgroundColor;
  context.fillRect(left, top, width, height);
  if (Number.parseFloat(borderTopWidth) === 0) return;
  context.strokeStyle = borderTopColor;
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
}

/** Text is painted as a single line, because the texts here are short. */
function paintWords(context: CanvasRenderingContext2D, node: Text, element: Element, measure: Measure): void {
  const text = node.data.trim().replace(/\s+/g, ' ');
  if (text === '') return;
  const range = document.createRange();
  range.selectNodeContents(node);
  const box = measure(range);
  if (box.width <= 1) return;
  const { color, fontSize, fontWeight, fontFamily } = getComputedStyle(element);
  const lines = Math.max(1, range.getClientRects().length);
  context.fillStyle = color;
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  context.textBaseline = 'middle';
  linesOf(context, text, lines, box.width).forEach((line, index) => {
    context.fillText(line, box.left, box.top + ((index + 0.5) * box.height) / lines);
  });
}

/** The text in lines no wider than on the page. */
function linesOf(context: CanvasRenderingContext2D, text: string, most: number, width: number): readonly string[] {
  if (most === 1) return [text];
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    const fits = lines.length > 0 && context.measureText(longer).width <= width + 1;
    if (fits || lines.length === most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
