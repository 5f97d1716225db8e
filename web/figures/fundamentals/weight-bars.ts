/** Weights as bars on both sides of zero, each with its name and number. */
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { fixed } from '../fixed';

export interface WeightBar {
  readonly name: string;
  readonly value: number;
  /** The position of a mark across the bar: the value to compare with. */
  readonly mark?: number;
}

/** `scale`: the size that fills half of the width. `heads`: the headings of the columns of numbers. */
export function weightBars(
  caption: string,
  bars: readonly WeightBar[],
  scale: number,
  heads: { readonly name: string; readonly value: string; readonly mark?: string },
): TemplateResult {
  return html`<table class="bars">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${heads.name}</th>
        <td></td>
        <th scope="col">${heads.value}</th>
        ${heads.mark === undefined ? nothing : html`<th scope="col">${heads.mark}</th>`}
      </tr>
    </thead>
    <tbody>
      ${bars.map(
        ({ name, value, mark }) => html`<tr data-name=${name}>
          <th scope="row">${name}</th>
          <td class="drawn">${drawing(value / scale, mark === undefined ? null : mark / scale)}</td>
          <td>${fixed(value, 2)}</td>
          ${mark === undefined ? nothing : html`<td>${fixed(mark, 2)}</td>`}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

const MIDDLE = 50;
const place = (share: number): number =>
  MIDDLE + Math.max(-1, Math.min(1, Number.isFinite(share) ? share : 0)) * MIDDLE;

function drawing(share: number, mark: number | null): TemplateResult {
  const end = place(share);
  return html`<svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class=${share < 0 ? 'minus' : 'plus'} x=${Math.min(end, MIDDLE)} y="3" width=${Math.abs(end - MIDDLE)} height="10" />
      <path class="zero" d="M${MIDDLE} 0v16" vector-effect="non-scaling-stroke" />
      ${mark === null ? nothing : svg`<path class="mark" d="M${place(mark)} 0v16" vector-effect="non-scaling-stroke" />`}`}
  </svg>`;
}

export const weightBarStyles = css`
  .bars caption {
    font-size: var(--size-2);
  }
  .bars thead td {
    border-bottom: 1.5px solid var(--ink);
  }
  .bars th,
  .bars td {
    padding-block: 1px;
  }
  .bars .drawn {
    width: 55%;
    min-width: 5rem;
  }
  .bars svg {
    display: block;
    width: 100%;
    height: 1.1rem;
  }
  .plus {
    fill: var(--weight-positive);
  }
  .minus {
    fill: var(--weight-negative);
  }
  .zero {
    stroke: var(--control);
  }
  .mark {
    stroke: var(--ink);
    stroke-width: 3px;
  }
  @media (forced-colors: active) {
    .plus,
    .minus {
      fill: CanvasText;
    }
    .mark {
      stroke: Highlight;
    }
  }
`;
