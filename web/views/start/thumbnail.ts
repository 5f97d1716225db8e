/** A small drawing of a network: a column of dots for the features and for each layer. */
import { html, svg, type TemplateResult } from 'lit';
import type { Recipe } from '../../recipe/schema';
import { layerWidths } from '../../recipe/widths';

const WIDTH = 96;
const HEIGHT = 56;
const MOST_DOTS = 6;
const PITCH = 8;

export function thumbnail(recipe: Recipe): TemplateResult {
  const counts = layerWidths(recipe).map((width) => Math.min(MOST_DOTS, width ?? 1));
  const step = counts.length < 2 ? 0 : (WIDTH - 16) / (counts.length - 1);
  const columns = counts.map((count, column) =>
    Array.from({ length: count }, (_, unit) => ({
      x: 8 + column * step,
      y: HEIGHT / 2 + (unit - (count - 1) / 2) * PITCH,
    })),
  );
  const edges = columns
    .slice(1)
    .flatMap((to, i) => to.flatMap((end) => (columns[i] ?? []).map((start) => [start, end])));
  const path = edges.map(([start, end]) => `M${start?.x} ${start?.y}L${end?.x} ${end?.y}`).join('');
  return html`<svg class="thumbnail" viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT} aria-hidden="true">
    <path d=${path} />
    ${columns.flat().map(({ x, y }) => svg`<circle cx=${x} cy=${y} r="2.5" />`)}
  </svg>`;
}
