/** Hidden units as small curves in a row, which can be pointed at and chosen. */
import { css, html, svg, type TemplateResult } from 'lit';
import { linesPath } from '../../charts/drawing/moving-marks';
import { fixed } from '../fixed';

export interface ListedUnit {
  /** Counted from 0. */
  readonly unit: number;
  /** What it adds to the prediction, from left to right. */
  readonly curve: Float64Array;
  /** Its last value minus its first. */
  readonly swing: number;
  readonly isAdded: boolean;
}

interface UnitList {
  readonly units: readonly ListedUnit[];
  readonly chosen: number;
  readonly choose: (unit: number) => void;
  /** Called with the unit under the pointer or with the focus, and with null when there is none. */
  readonly point: (unit: number | null) => void;
}

const WIDTH = 64;
const HEIGHT = 34;

export function unitList({ units, chosen, choose, point }: UnitList): TemplateResult {
  const values = units.flatMap(({ curve }) => [...curve]);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const toY = (value: number) => 2 + ((high - value) / (high - low || 1)) * (HEIGHT - 4);
  return html`<ol
    class="unit-list"
    aria-label="Units, sorted by how much they change the curve"
    @keydown=${onKey}
    @pointerleave=${() => point(null)}
    @focusout=${() => point(null)}
  >
    ${units.map(
      ({ unit, curve, swing, isAdded }) => html`<li>
        <button
          type="button"
          class=${isAdded ? '' : 'left-out'}
          aria-pressed=${unit === chosen}
          aria-label="Unit ${unit + 1}: changes the curve by ${fixed(swing, 2)}${isAdded ? '' : ', not added'}"
          @click=${() => choose(unit)}
          @pointerenter=${() => point(unit)}
          @focus=${() => point(unit)}
        >
          <span>Unit ${unit + 1}</span>
          <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT} aria-hidden="true">
            ${svg`<path class="zero" d="M0 ${toY(0)}H${WIDTH}" /><path class="small-curve" d=${linesPath([
              Array.from(curve, (value, i) => [(i * WIDTH) / (curve.length - 1), toY(value)] as const),
            ])} />`}
          </svg>
          <span class="number">${swing > 0 ? '+' : ''}${fixed(swing, 1)}</span>
        </button>
      </li>`,
    )}
  </ol>`;
}

/** Arrow keys move between units. They do not turn the page here. */
function onKey(event: KeyboardEvent): void {
  const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const place = buttons.indexOf(event.target as HTMLButtonElement);
  buttons[place + step]?.focus();
}

export const unitListStyles = css`
  .unit-list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(5.4rem, 1fr));
    gap: var(--space-2);
  }
  .unit-list button {
    display: grid;
    justify-items: center;
    gap: 0;
    width: 100%;
    padding: var(--space-1);
    border-color: var(--control);
    font-size: var(--size-1);
    font-weight: 400;
  }
  .unit-list button:is(:hover, :focus-visible) {
    border-color: var(--run-1);
  }
  .unit-list [aria-pressed='true'] {
    border-color: var(--run-1);
    background: color-mix(in srgb, var(--run-1) 14%, var(--surface));
    font-weight: 650;
  }
  .unit-list .left-out {
    border-style: dashed;
    color: var(--ink-soft);
  }
  .unit-list .left-out svg {
    opacity: 0.45;
  }
  .small-curve {
    fill: none;
    stroke: var(--run-1);
    stroke-width: 2px;
  }
  .unit-list .zero {
    stroke: var(--rule);
  }
  @media (forced-colors: active) {
    .unit-list [aria-pressed='true'] {
      border-color: Highlight;
    }
    .small-curve {
      stroke: CanvasText;
    }
  }
`;
