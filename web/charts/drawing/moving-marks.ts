/** Marks that move over a drawing during training: created once, then only changed attributes are written. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A row's mark by the side of the scale it lies on: below, within, above. A triangle's tip touches the edge of the
 * scale.
 */
const SHAPES = ['M0 0l5 -9h-10z', 'M-3.5 0a3.5 3.5 0 1 1 7 0a3.5 3.5 0 1 1 -7 0z', 'M0 0l5 9h-10z'] as const;

/** Least distance between two marks of a line beyond the scale, in CSS pixels. */
const MARK_SPACING = 14;

/** Adds an empty path over everything drawn so far; `className` sets its colours. */
export function addPath(drawing: Element, className: string): SVGPathElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('class', className);
  drawing.append(path);
  return path;
}

/** A dot for each row, or a triangle at the edge of the scale if the row lies beyond it. */
export class MovingPoints {
  private readonly dots: readonly SVGPathElement[];

  constructor(drawing: Element, count: number) {
    this.dots = Array.from({ length: count }, () => addPath(drawing, 'point'));
  }

  /**
   * Positions in CSS pixels, and the side of the scale (see `sideOf`). A row without a finite position is not drawn.
   */
  place(x: Float64Array, y: Float64Array, side: Int8Array): void {
    this.dots.forEach((dot, i) => {
      const [left, top] = [x[i] as number, y[i] as number];
      const drawn = Number.isFinite(left) && Number.isFinite(top);
      write(dot, 'd', drawn ? (SHAPES[(side[i] as number) + 1] ?? '') : '');
      if (drawn) write(dot, 'transform', `translate(${left.toFixed(1)} ${top.toFixed(1)})`);
    });
  }
}

/** The same dots and triangles on a canvas that lies over the drawing: hundreds of them cost as little as one path. */
export class CanvasPoints {
  readonly #canvas: HTMLCanvasElement;
  readonly #colour: string;

  /** `width` and `height` in CSS pixels. */
  constructor(canvas: HTMLCanvasElement, width: number, height: number, colour: string) {
    this.#canvas = canvas;
    this.#colour = colour;
    const ratio = Math.max(1, devicePixelRatio);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    canvas.getContext('2d')?.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  /** As `MovingPoints.place`. */
  place(x: Float64Array, y: Float64Array, side: Int8Array): void {
    const context = this.#canvas.getContext('2d');
    if (context === null) return;
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.fillStyle = this.#colour;
    context.globalAlpha = 0.55;
    for (let i = 0; i < x.length; i++) {
      const [left, top] = [x[i] as number, y[i] as number];
      if (!Number.isFinite(left) || !Number.isFinite(top)) continue;
      context.beginPath();
      const tip = side[i] as number;
      if (tip === 0) context.arc(left, top, 3.5, 0, 2 * Math.PI);
      else {
        context.moveTo(left, top);
        context.lineTo(left + 5, top + 9 * tip);
        context.lineTo(left - 5, top + 9 * tip);
      }
      context.fill();
    }
  }
}

/** Path data of polylines in CSS pixels. */
export function linesPath(lines: readonly (readonly (readonly [number, number])[])[]): string {
  return lines.map((line) => `M${line.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`).join('');
}

/** Path data of the triangles that mark where a line is beyond the scale, at the edges of the scale; `x` ascending. */
export function edgeMarks(x: Float64Array, side: Int8Array, bottom: number, top: number): string {
  let path = '';
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    const left = x[i] as number;
    if (side[i] === 0 || !(left - last >= MARK_SPACING)) continue;
    last = left;
    path += `M${left.toFixed(1)} ${(side[i] === 1 ? top : bottom).toFixed(1)}${SHAPES[(side[i] as number) + 1]?.slice(4)}`;
  }
  return path;
}

/** Sets an attribute unless it has that value already, which would cost the browser work for nothing. */
export function write(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
