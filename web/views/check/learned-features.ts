import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatNumber } from '../../charts/numbers/format';
import { type LearnedUnit, type Listening, learnedUnits } from '../../state/check/learned-features';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';

/** The number of inputs shown for each unit, and the number of units shown at first. */
const INPUTS = 5;
const UNITS = 6;

/**
 * The features with the largest weights for each unit of the first layer: its column of W1, and on request the row
 * beside it.
 */
@customElement('mf-learned-features')
export class LearnedFeatures extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
        --plus: var(--weight-positive);
        --minus: var(--weight-negative);
      }

      p {
        max-width: 75ch;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      .units {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
        gap: var(--space-4);
      }

      .units.both {
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 36rem), 1fr));
      }

      .unit {
        padding-top: var(--space-2);
        border-top: 1.5px solid var(--ink);
      }

      .readings {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        gap: var(--space-3) var(--space-5);
      }

      h4 {
        margin: 0;
      }

      h5 {
        margin: var(--space-1) 0;
        font-size: var(--size-1);
      }

      .readings li {
        display: grid;
        grid-template-columns: 5rem minmax(3rem, 1fr) 4.5rem;
        gap: var(--space-2);
        align-items: center;
        font-size: var(--size-2);
        font-variant-numeric: tabular-nums;
      }

      .readings li span:last-child {
        text-align: end;
      }

      svg {
        width: 100%;
        height: 0.9rem;
      }

      .row h5 {
        color: var(--ink-soft);
      }

      .plus {
        fill: var(--plus);
      }

      .minus {
        fill: var(--minus);
      }

      .axis {
        stroke: var(--control);
      }

      @media (forced-colors: active) {
        .plus,
        .minus {
          fill: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) run!: RunState;

  @state() private withRows = false;
  @state() private all = false;

  override render(): TemplateResult {
    const { description, latest } = this.run;
    const units = learnedUnits(description, latest.parameters);
    if (units.length === 0) {
      return html`<h3>Learned features</h3>
        <p class="soft">This network has no hidden layer: its weights connect the features directly to the prediction.</p>`;
    }
    const hasRows = units[0]?.row !== null;
    const shown = this.all ? units : units.slice(0, UNITS);
    const scale = Math.max(...units.map(({ column }) => Math.abs(column[0]?.weight ?? 0)));
    return html`
      <h3>Learned features</h3>
      <p class="soft">
        What each hidden unit${description.recipe.layers.length > 2 ? ' of the first layer' : ''} responds to most: the
        weights from the features to the unit.
        ${units[0]?.output === null ? nothing : 'The units with the largest weight on the prediction come first.'}
      </p>
      <div class="actions">
        <button
          type="button"
          aria-pressed=${this.withRows && hasRows}
          ?disabled=${!hasRows}
          @click=${() => {
            this.withRows = !this.withRows;
          }}
        >
          ${this.withRows && hasRows ? 'Hide the row that the course prints' : 'Show the row that the course prints'}
        </button>
        ${
          units.length > UNITS
            ? html`<button
              type="button"
              @click=${() => {
                this.all = !this.all;
              }}
            >
              ${this.all ? `Show ${UNITS} units` : `Show all ${units.length} units`}
            </button>`
            : nothing
        }
      </div>
      <p class="small">${this.#why(hasRows)}</p>
      <ol class="units ${this.withRows && hasRows ? 'both' : ''}">
        ${shown.map((unit) => this.#unit(unit, scale))}
      </ol>
    `;
  }

  #why(hasRows: boolean): string {
    const why =
      'In ν = X · W1, unit j sums feature i times W1[i, j]. So the weights into unit j are column j of W1. Row j ' +
      'contains the weights from feature j to all units.';
    return hasRows ? why : `${why} Here a row does not contain one number for each feature.`;
  }

  #unit({ unit, bias, output, column, row }: LearnedUnit, scale: number): TemplateResult {
    const weight = output === null ? nothing : html`weight on the prediction ${formatNumber(output)}, `;
    return html`<li class="unit" data-unit=${unit + 1}>
      <h4>Unit ${unit + 1}</h4>
      <p class="small soft number">${weight}bias ${formatNumber(bias)}</p>
      <div class="readings">
        <div class="column">
          <h5>Column ${unit + 1} of W1: the weights into the unit</h5>
          ${this.#bars(column, scale)}
        </div>
        ${
          this.withRows && row !== null
            ? html`<div class="row">
              <h5>Row ${unit + 1} of W1, as the course prints it</h5>
              ${this.#bars(row, scale)}
            </div>`
            : nothing
        }
      </div>
    </li>`;
  }

  #bars(listening: readonly Listening[], scale: number): TemplateResult {
    return html`<ul>
      ${listening.slice(0, INPUTS).map(
        ({ feature, weight }) => html`<li>
          <span>${feature}</span>${bar(weight / (scale || 1))}<span>${formatNumber(weight)}</span>
        </li>`,
      )}
    </ul>`;
  }
}

/** A bar from the middle to the right for a positive share, to the left for a negative one; −1 to 1. */
function bar(share: number): TemplateResult {
  const width = Number.isFinite(share) ? Math.min(1, Math.abs(share)) * 50 : 0;
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class=${share < 0 ? 'minus' : 'plus'} x=${share < 0 ? 50 - width : 50} y="1" width=${width} height="8"/>
      <path class="axis" d="M50 0v10" vector-effect="non-scaling-stroke"/>`}
  </svg>`;
}
