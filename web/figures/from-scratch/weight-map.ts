/** A matrix as a heat map, with its numbers only as colours; the text beside it describes them. */
import { css, html, svg, type TemplateResult } from 'lit';
import { HEAT_STEPS, heatStep } from '../../charts/matrix/heat-scale';
import type { Matrix } from '../../engine/types';

interface WeightMap {
  readonly title: string;
  readonly matrix: Matrix;
  /** The number with the strongest colour; the same for maps that are compared. */
  readonly limit: number;
  /** Its content in words. */
  readonly words: string;
}

export function weightMap({ title, matrix, limit, words }: WeightMap): TemplateResult {
  const { rows, columns, values } = matrix;
  return html`<figure class="map">
    <svg viewBox="0 0 ${columns} ${rows}" role="img" aria-label="${title}: ${words}">
      ${Array.from(values, (value, i) => {
        const step = heatStep(value, limit);
        const token = step < 0 ? '--weight-negative' : '--weight-positive';
        const share = Math.round((100 * Math.abs(step)) / HEAT_STEPS);
        return svg`<rect x=${i % columns} y=${Math.floor(i / columns)} width="1" height="1"
          fill="color-mix(in srgb, var(${token}) ${share}%, var(--surface))" />`;
      })}
    </svg>
    <figcaption>${title} <span class="soft">${words}</span></figcaption>
  </figure>`;
}

export const weightMapStyles = css`
  .maps {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
    gap: var(--space-4);
  }
  .map {
    display: grid;
    gap: var(--space-2);
    align-content: start;
  }
  .map svg {
    width: 100%;
    max-width: 16rem;
    border: 1px solid var(--control);
    shape-rendering: crispEdges;
  }
  .map figcaption {
    font-size: var(--size-2);
  }
  .map .soft {
    font-weight: 400;
  }
  @media (forced-colors: active) {
    .map svg {
      forced-color-adjust: none;
    }
  }
`;
