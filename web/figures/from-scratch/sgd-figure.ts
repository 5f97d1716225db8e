import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatNumber, formatTick } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import { CoreFigure } from '../core-figure';
import { figureFrame } from '../figure-frame';
import '../plane';
import type { HandleMove, PlaneCurve } from '../plane';
import { type DescentPoint, descent, lossCurve } from './descent';
import { numberField } from './described-field';
import { FROM_SCRATCH } from './descriptions.js';

const FIELDS = FROM_SCRATCH.sgd?.fields ?? {};
const [LEAST, MOST] = [-4, 8];
const WEIGHTS = Array.from({ length: 121 }, (_, i) => LEAST + ((MOST - LEAST) * i) / 120);
const X_AXIS = { name: 'weight w', domain: [LEAST, MOST] } as const;
const Y_AXIS = { name: 'loss L', domain: [0, 56] } as const;

/** One weight, its loss as a curve, and the optimiser's steps on it. */
@customElement('mf-sgd-figure')
export class SgdFigure extends CoreFigure {
  private curve: PlaneCurve | null = null;

  protected override figure(functions: EngineFunctions): TemplateResult {
    const { min, max, step } = FIELDS.weight as Extract<typeof FIELDS.weight, { kind: 'number' }>;
    const points = descent(functions, this.number('weight'), this.number('rate'), this.number('steps'));
    const [first] = points as [DescentPoint];
    const inside = points.filter(({ weight }) => weight >= LEAST && weight <= MOST);
    const words = this.words(points);
    return figureFrame({
      title: 'Stochastic gradient descent on one weight',
      controls: html`${(['weight', 'rate', 'steps'] as const).map((name) =>
        numberField(FIELDS[name], this.number(name), (value) => this.change({ [name]: value })),
      )}
        <div class="steps">
          <button
            type="button"
            class="primary"
            ?disabled=${this.number('steps') === 20}
            @click=${() => this.change({ steps: this.number('steps') + 1 })}
          >
            One step
          </button>
          <button type="button" @click=${() => this.change({ steps: 0 })}>Back to the start</button>
        </div>`,
      picture: html`<mf-plane
          .label=${words}
          .xAxis=${X_AXIS}
          .yAxis=${Y_AXIS}
          .curves=${[this.bowl(functions), path(inside)]}
          .dots=${inside.map(({ weight, loss }) => ({ x: weight, y: loss, token: '--series-test' }))}
          .handles=${[
            {
              name: 'First weight',
              x: first.weight,
              y: first.loss,
              min,
              max,
              step,
              valueText: `weight ${formatTick(first.weight)}, loss ${formatNumber(first.loss)}`,
            },
          ]}
          @handle-move=${(event: HandleMove) => this.change({ weight: event.detail.x })}
        ></mf-plane>
        <div class="scroll" tabindex="0" role="region" aria-label="Each step in numbers">${table(points)}</div>`,
      words,
    });
  }

  private bowl(functions: EngineFunctions): PlaneCurve {
    this.curve ??= { label: 'L at each w', xs: WEIGHTS, ys: lossCurve(functions, WEIGHTS), token: '--series-training' };
    return this.curve;
  }

  private words(points: readonly DescentPoint[]): string {
    const before = points.at(-2);
    const now = points.at(-1) as DescentPoint;
    if (before === undefined) {
      return `At w = ${formatTick(now.weight)} the loss is ${formatNumber(now.loss)} and its gradient ${formatNumber(now.gradient)}.`;
    }
    const { weight, gradient, loss } = before;
    const way = now.loss < loss ? 'fell' : now.loss === loss ? 'stayed' : 'rose';
    const sum = `${formatNumber(weight, 4)} − ${formatTick(this.number('rate'))} · ${bracketed(gradient)}`;
    return `Step ${points.length - 1}: w = ${sum} = ${formatNumber(now.weight, 4)}. The loss ${way} from ${formatNumber(loss)} to ${formatNumber(now.loss)}.`;
  }

  static override styles = [
    ...CoreFigure.styles,
    css`
      .steps {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .scroll {
        max-height: 14rem;
        overflow: auto;
      }
      table {
        border-collapse: collapse;
      }
      td,
      th {
        padding: var(--space-1) var(--space-3);
        border-bottom: var(--line);
        text-align: end;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
    `,
  ];
}

function bracketed(value: number): string {
  const text = formatNumber(value, 4);
  return value < 0 ? `(${text})` : text;
}

function path(points: readonly DescentPoint[]): PlaneCurve {
  return {
    label: 'the steps',
    xs: points.map(({ weight }) => weight),
    ys: points.map(({ loss }) => loss),
    token: '--series-test',
    dash: [5, 4],
  };
}

function table(points: readonly DescentPoint[]): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Steps</th>
        <th scope="col">w</th>
        <th scope="col">L</th>
        <th scope="col">∂L/∂w</th>
      </tr>
    </thead>
    <tbody>
      ${points.map(
        ({ weight, loss, gradient }, step) =>
          html`<tr>
            <th scope="row">${step}</th>
            <td>${formatNumber(weight, 4)}</td>
            <td>${formatNumber(loss, 4)}</td>
            <td>${formatNumber(gradient, 4)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-sgd-figure': SgdFigure;
  }
}
