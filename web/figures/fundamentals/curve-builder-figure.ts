import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { RUN_TOKENS } from '../../charts/frame/line-styles';
import { axisTitle, formatTick } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import type { Engine } from '../../engine/engine';
import { CoreFigure } from '../core-figure';
import type { FigureDescription, FigureField } from '../fields.js';
import { figureFrame } from '../figure-frame';
import '../number-field';
import '../plane';
import { fixed } from '../fixed';
import type { HandleMove, PlaneCurve, PlaneHandle } from '../plane';
import { toStep } from '../typed-number';
import { builtCurve, builtError, FEATURE, type Ground, groundOf, toRaw, toScaled } from './curve-builder';
import { FUNDAMENTALS } from './descriptions.js';
import { contributionOf } from './sigmoid-sum';

const { fields } = FUNDAMENTALS['curve-builder'] as FigureDescription;
const UNITS = fields.units as Extract<FigureField, { kind: 'number' }>;
const BIAS = fields.bias as Extract<FigureField, { kind: 'number' }>;

/** The three numbers of a unit. Handles move in finer steps than the fields. */
const PARTS = {
  weights: { label: 'Weight w', min: -10, max: 10, step: 0.1 },
  biases: { label: 'Bias c', min: -20, max: 20, step: 0.1 },
  outputs: { label: 'Output weight v, $1000s', min: -30, max: 60, step: 0.5 },
} as const;
type Part = keyof typeof PARTS;

const X_AXIS = { name: axisTitle(FEATURE, '%'), domain: [0, 39] } as const;
const Y_AXIS = { name: 'price, $1000s', domain: [-20, 55] } as const;
const DASHES: readonly (readonly number[])[] = [
  [8, 4],
  [2, 4],
  [12, 4, 2, 4],
  [5, 3],
];

/** Two to four sigmoids over LSTAT that the reader moves by hand, and the curve they add up to. */
@customElement('mf-curve-builder-figure')
export class CurveBuilderFigure extends CoreFigure {
  protected override figure(_functions: EngineFunctions, engine: Engine): TemplateResult {
    const ground = groundOf(engine);
    const taken = builtCurve(engine, this.values, ground);
    const error = builtError(engine, this.values, ground);
    const { raw } = ground.sweep;
    const bias = this.number('bias');
    const units = Array.from({ length: this.number('units') }, (_, unit) => unit);
    const curves: readonly PlaneCurve[] = [
      { label: 'output bias b', xs: X_AXIS.domain, ys: [bias, bias], token: '--control', dash: [1, 3], width: 1.5 },
      ...units.map((unit) => ({
        label: `unit ${unit + 1}`,
        xs: raw,
        ys: contributionOf(taken, unit),
        token: tokenOf(unit),
        dash: DASHES[unit] ?? [],
        width: unit === this.#chosen ? 3 : 1.75,
      })),
      { label: 'their sum: your curve', xs: raw, ys: taken.total, token: '--ink', width: 3 },
    ];
    const words = this.#words(error, ground);
    return figureFrame({
      title: 'A curve built from sigmoids',
      controls: html`${this.#unitChoice(units)} ${this.#field('weights')} ${this.#field('biases')}
      ${this.#field('outputs')}
        <mf-number-field
          .field=${BIAS}
          .value=${bias}
          @number-change=${(event: CustomEvent<number>) => this.change({ bias: event.detail })}
        ></mf-number-field>`,
      picture: html`<p class="number">
          <strong>RMSE ${fixed(error, 2)}</strong>, in $1000s; the best line has ${fixed(ground.line, 2)}
        </p>
        <mf-plane
          .label=${`The prices of the training rows over ${FEATURE}, each unit’s part and their sum. ${words}`}
          .xAxis=${X_AXIS}
          .yAxis=${Y_AXIS}
          .scatter=${{ label: 'a training row', xs: ground.raw, ys: ground.targets.values, token: '--series-training' }}
          .curves=${curves}
          .handles=${units.map((unit) => this.#handle(unit, ground))}
          @handle-move=${(event: HandleMove) => this.#onMove(event, ground)}
        ></mf-plane>
        <p class="formula number">${this.#formula(units)}</p>`,
      words,
    });
  }

  /** Counted from 0. */
  get #chosen(): number {
    return Math.min(this.number('chosen'), this.number('units')) - 1;
  }

  #words(error: number, { line, mean }: Ground): string {
    const beats = error < line ? 'Your curve is better than any line.' : 'A line is still better.';
    return `RMSE of your curve on the training rows: ${fixed(error, 2)}, in $1000s. The best line has ${fixed(line, 2)}; always predicting the mean price has ${fixed(mean, 2)}. ${beats}`;
  }

  #formula(units: readonly number[]): string {
    const part = (name: Part, unit: number) => this.numbers(name)[unit] as number;
    const terms = units.map((unit) => {
      const [w, c, v] = [part('weights', unit), part('biases', unit), part('outputs', unit)];
      return `${signed(v)} · σ(${formatTick(w)} · z ${signed(c)})`;
    });
    return `price = ${formatTick(this.number('bias'))} ${terms.join(' ')}, with z = ${FEATURE} standardised`;
  }

  #unitChoice(units: readonly number[]): TemplateResult {
    const count = units.length;
    return html`<div class="units" role="group" aria-label="Units">
      ${units.map(
        (unit) => html`<button
          type="button"
          aria-pressed=${unit === this.#chosen}
          @click=${() => this.change({ chosen: unit + 1 })}
        >
          Unit ${unit + 1}
        </button>`,
      )}
      ${
        count < UNITS.max
          ? html`<button type="button" @click=${() => this.change({ units: count + 1, chosen: count + 1 })}>
              Add a unit
            </button>`
          : nothing
      }
      ${
        count > UNITS.min
          ? html`<button
              type="button"
              @click=${() => this.change({ units: count - 1, chosen: Math.min(this.#chosen + 1, count - 1) })}
            >
              Remove unit ${count}
            </button>`
          : nothing
      }
    </div>`;
  }

  #field(part: Part): TemplateResult {
    const bounds = PARTS[part];
    return html`<mf-number-field
      .field=${{ ...bounds, label: `Unit ${this.#chosen + 1}: ${bounds.label}` }}
      .value=${this.numbers(part)[this.#chosen] as number}
      @number-change=${(event: CustomEvent<number>) => this.change(this.#with(part, this.#chosen, event.detail))}
    ></mf-number-field>`;
  }

  #with(part: Part, unit: number, value: number): Readonly<Record<string, readonly number[]>> {
    return { [part]: this.numbers(part).with(unit, value) };
  }

  /** A handle in the middle of the unit’s step. Horizontally it changes the bias, vertically the output weight. */
  #handle(unit: number, { sweep }: Ground): PlaneHandle {
    const [w, c, v] = [this.numbers('weights'), this.numbers('biases'), this.numbers('outputs')].map(
      (numbers) => numbers[unit] as number,
    ) as [number, number, number];
    const middle = w === 0 ? 0 : -c / w;
    const [min, max] = X_AXIS.domain;
    const x = Math.min(max, Math.max(min, toRaw(sweep, middle)));
    return {
      name: `Middle of unit ${unit + 1}`,
      x,
      y: v / 2,
      min,
      max,
      step: 0.25,
      vertical: { min: Math.max(Y_AXIS.domain[0], PARTS.outputs.min / 2), max: PARTS.outputs.max / 2, step: 0.25 },
      token: tokenOf(unit),
      valueText: `${FEATURE} ${fixed(x, 1)} %, bias c ${formatTick(c)}; output weight v ${formatTick(v)}`,
    };
  }

  #onMove({ detail: { name, x, y } }: HandleMove, { sweep }: Ground): void {
    const unit = Number(name.at(-1)) - 1;
    const w = this.numbers('weights')[unit] as number;
    const bias = toStep(-w * toScaled(sweep, x), { ...PARTS.biases, step: 0.01 });
    this.change({
      chosen: unit + 1,
      ...this.#with('biases', unit, bias),
      ...this.#with('outputs', unit, toStep(2 * y, PARTS.outputs)),
    });
  }

  static override styles = [
    ...CoreFigure.styles,
    css`
      mf-plane {
        --plot-height: 24rem;
      }
      .units {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        grid-column: 1 / -1;
      }
      .units [aria-pressed] {
        --unit: var(--run-1);
        border-bottom: 4px solid var(--unit);
      }
      .units [aria-pressed]:nth-child(2) {
        --unit: var(--run-2);
      }
      .units [aria-pressed]:nth-child(3) {
        --unit: var(--run-3);
      }
      .units [aria-pressed]:nth-child(4) {
        --unit: var(--run-4);
      }
      .units [aria-pressed='true'] {
        background: color-mix(in srgb, var(--unit) 18%, var(--surface));
      }
      .formula {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      @media (forced-colors: active) {
        .units [aria-pressed='true'] {
          border-color: Highlight;
        }
      }
    `,
  ];
}

const tokenOf = (unit: number): string => RUN_TOKENS[unit] as string;

/** `+ 2`, `− 0.5`. */
function signed(value: number): string {
  return `${value < 0 ? '−' : '+'} ${formatTick(Math.abs(value))}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-curve-builder-figure': CurveBuilderFigure;
  }
}
