import { css, html, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SizeController } from '../../charts/drawing/observers';
import { formatNumber, formatTick } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import type { LossAndGradient } from '../../engine/core-functions';
import type { Matrix } from '../../engine/types';
import { CoreFigure } from '../core-figure';
import { figureFrame } from '../figure-frame';
import '../number-field';

/** Rows, each with a target and a prediction, in units of the target. */
const ROWS = 3;
const MOST = 4;
const PREDICTION = { min: 0, max: MOST, step: 0.1 };

/** CSS pixels: the largest length of a unit, and the space around the squares. */
const MOST_UNIT = 46;
const GAP = 16;
const SCALE = 24;
const FOOT = 24;

/** Each error as the side of a square: the loss is the mean of their areas. */
@customElement('mf-squares-figure')
export class SquaresFigure extends CoreFigure {
  private readonly size = new SizeController(this, '.drawing', () => this.requestUpdate());

  protected override figure(functions: EngineFunctions): TemplateResult {
    const targets = column(this.numbers('targets'));
    const predictions = column(this.numbers('predictions'));
    const judged = functions.lossOf('mean-squared-error', {}, predictions, targets);
    const words = wordsOf(targets, predictions, judged);
    return figureFrame({
      title: 'Mean squared error: the mean area of these squares',
      controls: html`${Array.from(predictions.values, (value, row) => this.field(predictions, row, value))}`,
      picture: html`<div class="drawing" role="img" aria-label=${words}>
          ${this.size.width > 0 ? drawing(this.size.width, targets, predictions) : ''}
        </div>
        <div class="scroll" tabindex="0" role="region" aria-label="Errors, squares and gradient by row">
          ${table(targets, predictions, judged)}
        </div>`,
      words,
    });
  }

  private field({ values }: Matrix, row: number, value: number): TemplateResult {
    return html`<mf-number-field
      .field=${{ ...PREDICTION, label: `Prediction ${row + 1}` }}
      .value=${value}
      @number-change=${(event: CustomEvent<number>) =>
        this.change({ predictions: [...values.with(row, event.detail)] })}
    ></mf-number-field>`;
  }

  static override styles = [
    ...CoreFigure.styles,
    css`
      .drawing {
        min-height: 6rem;
      }
      svg {
        display: block;
        overflow: visible;
      }
      text {
        fill: var(--ink-soft);
        font-size: var(--size-1);
        font-variant-numeric: tabular-nums;
      }
      .tick {
        text-anchor: end;
      }
      .row {
        text-anchor: middle;
      }
      .grid {
        stroke: var(--rule);
      }
      .square {
        fill: color-mix(in srgb, var(--series-test) 30%, transparent);
        stroke: var(--series-test);
      }
      .target {
        stroke: var(--ink);
        stroke-width: 3px;
      }
      .prediction {
        fill: var(--series-training);
      }
      td,
      th {
        padding: var(--space-1) var(--space-2);
        border-bottom: var(--line);
        white-space: nowrap;
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      table {
        border-collapse: collapse;
      }
    `,
  ];
}

/** Shape (3, 1); missing numbers are 0. */
function column(values: readonly number[]): Matrix {
  return { rows: ROWS, columns: 1, values: Float64Array.from({ length: ROWS }, (_, row) => values[row] ?? 0) };
}

function drawing(width: number, targets: Matrix, predictions: Matrix): TemplateResult {
  const lane = (width - SCALE) / ROWS;
  const unit = Math.min(MOST_UNIT, (lane - GAP) / MOST);
  const y = (value: number): number => 8 + (MOST - value) * unit;
  const bottom = y(0);
  return html`<svg width=${width} height=${bottom + FOOT} viewBox="0 0 ${width} ${bottom + FOOT}">
    ${Array.from({ length: MOST + 1 }, (_, i) => i).map(
      (tick) => svg`<path class="grid" d="M${SCALE} ${y(tick)}H${width}" />
        <text class="tick" x=${SCALE - 8} y=${y(tick)} dy="0.32em">${tick}</text>`,
    )}
    ${Array.from(targets.values, (target, row) => {
      const predicted = predictions.values[row] as number;
      const left = SCALE + row * lane + GAP / 2;
      const side = Math.abs(predicted - target) * unit;
      return svg`<rect class="square" x=${left} y=${Math.min(y(predicted), y(target))} width=${side} height=${side} />
        <path class="target" d="M${left - 9} ${y(target)}h18" />
        <circle class="prediction" cx=${left} cy=${y(predicted)} r="6" />
        <text class="row" x=${left + lane / 2 - GAP / 2} y=${bottom + 18}>row ${row + 1}</text>`;
    })}
  </svg>`;
}

function table(targets: Matrix, predictions: Matrix, { gradient }: LossAndGradient): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Row</th>
        <th scope="col">y ▬</th>
        <th scope="col">P ●</th>
        <th scope="col">P − y</th>
        <th scope="col">square</th>
        <th scope="col">∂L/∂P</th>
      </tr>
    </thead>
    <tbody>
      ${Array.from(targets.values, (target, row) => {
        const predicted = predictions.values[row] as number;
        const error = predicted - target;
        return html`<tr>
          <th scope="row">${row + 1}</th>
          <td>${formatTick(target)}</td>
          <td>${formatTick(predicted)}</td>
          <td>${formatTick(error)}</td>
          <td>${formatNumber(error * error)}</td>
          <td>${formatNumber(gradient.values[row] as number)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function wordsOf(targets: Matrix, predictions: Matrix, { loss }: LossAndGradient): string {
  const squares = Array.from(targets.values, (target, row) =>
    formatNumber(((predictions.values[row] as number) - target) ** 2),
  );
  return `L = (${squares.join(' + ')}) / ${ROWS} = ${formatNumber(loss, 4)}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-squares-figure': SquaresFigure;
  }
}
