/** A drawing of a pass as SVG. Everything that belongs to a box of the walk is one button, in all drawings. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { activationGlyph } from '../../network/activation-glyph';
import { factoryPath } from '../../network/factory-box';
import type { Scene, Shape } from './scene';

export interface PictureEvents {
  readonly choose: (box: number) => void;
  /** Null for drawings without circles. */
  readonly follow?: (column: number, unit: number) => void;
  readonly unfold?: (column: number) => void;
}

/**
 * `labels` are those of the boxes in the order of the walk, `lit` the current boxes, `tabStop` where the Tab key
 * enters.
 */
export function scenePicture(
  { width, height, shapes }: Scene,
  labels: readonly string[],
  lit: readonly number[],
  tabStop: number,
  events: PictureEvents,
): TemplateResult {
  const pieces = new Map<number, Shape[]>(labels.map((_, box) => [box, []]));
  const behind: Shape[] = [];
  const inFront: Shape[] = [];
  for (const shape of shapes) {
    if (shape.box !== undefined) pieces.get(shape.box)?.push(shape);
    else (shape.kind === 'circle' || shape.kind === 'text' || shape.kind === 'curve' ? inFront : behind).push(shape);
  }
  return html`<svg class="picture" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    <g aria-hidden="true">${drawn(behind, events)}</g>
    ${labels.map(
      (label, box) => svg`<g
        class="box"
        role="button"
        tabindex=${box === tabStop ? 0 : -1}
        data-box=${box}
        aria-label=${label}
        aria-current=${lit.includes(box) ? 'step' : nothing}
        @click=${() => events.choose(box)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          events.choose(box);
        }}
      >${drawn(pieces.get(box) ?? [], events)}</g>`,
    )}
    <g aria-hidden="true" class="front">${drawn(inFront, events)}</g>
  </svg>`;
}

function drawn(shapes: readonly Shape[], events: PictureEvents) {
  return repeat(
    shapes,
    ({ key }) => key,
    (shape) => drawing(shape, events),
  );
}

function drawing(shape: Shape, events: PictureEvents) {
  const { kind, geometry, style, text = '', values = [], strength, unit, unfolds } = shape;
  const shows = shape.shows ?? nothing;
  const opacity = shape.opacity ?? nothing;
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = geometry;
  switch (kind) {
    case 'box':
      return svg`<path class=${style} data-shows=${shows} opacity=${opacity} d=${factoryPath({ x: a, y: b, width: c, height: d }, e)} />`;
    case 'edge':
      return svg`<path class=${style} data-shows=${shows} opacity=${opacity} d=${edgePath(geometry)} />
        ${style.includes('edge lit') ? svg`<path class=${`arrow ${style}`} opacity=${opacity} d=${arrow(geometry, style.includes('back'))} />` : nothing}`;
    case 'line':
      return svg`<path class=${style} opacity=${opacity} data-strength=${strength ?? nothing} d=${linePath(geometry)} />`;
    case 'circle':
      return svg`<circle class=${style} opacity=${opacity} data-strength=${strength ?? nothing} cx=${a} cy=${b} r=${c}
        @click=${unit === undefined ? nothing : () => events.follow?.(...unit)} />`;
    case 'curve':
      return svg`<path class=${style} opacity=${opacity} d=${activationGlyph(values, a, b, c, d)} />`;
    case 'text':
      return svg`<text class=${style} data-shows=${shows} opacity=${opacity} x=${a} y=${b} transform=${c === 0 ? nothing : `rotate(${c} ${a} ${b})`}
        @click=${unfolds === undefined ? nothing : () => events.unfold?.(unfolds)}>${text}</text>`;
  }
}

const round = (value: number): string => value.toFixed(1);

function edgePath(geometry: readonly number[]): string {
  const corners = Array.from({ length: geometry.length / 2 }, (_, i) => geometry.slice(2 * i, 2 * i + 2));
  return `M${corners.map((corner) => corner.map(round).join(' ')).join('L')}`;
}

/** Horizontal at both ends, as the edges of a network. */
function linePath([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): string {
  const middle = round((x0 + x1) / 2);
  return `M${round(x0)} ${round(y0)}C${middle} ${round(y0)} ${middle} ${round(y1)} ${round(x1)} ${round(y1)}`;
}

/** An arrowhead at the end of an edge, or at its start for the backward direction. */
function arrow(geometry: readonly number[], isBackward: boolean): string {
  const corners = isBackward ? geometry.slice(0, 4) : [...geometry.slice(-2), ...geometry.slice(-4, -2)];
  const [x = 0, y = 0, beforeX = 0, beforeY = 0] = corners;
  const length = Math.hypot(beforeX - x, beforeY - y) || 1;
  const [alongX, alongY] = [(6 * (beforeX - x)) / length, (6 * (beforeY - y)) / length];
  const side = (sign: number): string =>
    `${round(x + alongX - (sign * alongY * 5) / 6)} ${round(y + alongY + (sign * alongX * 5) / 6)}`;
  return `M${side(1)}L${round(x)} ${round(y)}L${side(-1)}`;
}
