import { css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { axisTitle, formatNumber } from '../../charts/numbers/format';
import { paddedExtent } from '../../charts/numbers/statistics';
import type { Engine } from '../../engine/engine';
import { layerWidths } from '../../recipe/widths';
import type { RunState } from '../../state/run/run-state';
import { choiceField } from '../choice-field';
import { core } from '../core';
import type { FigureDescription, FigureField } from '../fields.js';
import { Remembered } from '../foundations/remembered';
import '../number-field';
import '../plane';
import { fixed } from '../fixed';
import type { PlaneCurve } from '../plane';
import { TrainedFigure } from '../trained-figure';
import { columnOf, RowsOfColumn } from './columns';
import { FUNDAMENTALS } from './descriptions.js';
import { priceModel, priceModelName } from './price-models';
import { bySwing, contributionOf, hiddenLayerOf, partialSum, swingOf, type TakenApart, takeApart } from './sigmoid-sum';
import { type Sweep, sweepOf } from './sweep';
import { unitList, unitListStyles } from './unit-list';

const { fields } = FUNDAMENTALS['curve-units'] as FigureDescription;
const MODEL = fields.model as Extract<FigureField, { kind: 'choice' }>;
const ADDED = fields.added as Extract<FigureField, { kind: 'number' }>;

/** The response of the trained network to one feature, taken apart into what its thirteen units add to it. */
@customElement('mf-curve-units-figure')
export class CurveUnitsFigure extends TrainedFigure {
  @state() private engine: Engine | null = null;
  /** The unit under the pointer or with the focus, counted from 0. */
  @state() private pointed: number | null = null;
  readonly #sweep = new Remembered<Sweep>();
  readonly #feature = new RowsOfColumn();
  readonly #target = new RowsOfColumn();

  protected override readonly isTrainedFirst = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void core().then((engine) => {
      this.engine = engine;
    });
  }

  protected get recipe() {
    return priceModel(this.text('model'));
  }

  protected get figureTitle(): string {
    return `The curve of the ${layerWidths(this.recipe)[1]} units: what each one adds as ${this.text('feature')} moves`;
  }

  protected override choices(): TemplateResult {
    return html`${choiceField({
      id: 'model',
      label: MODEL.label,
      of: MODEL.of,
      value: this.text('model'),
      title: priceModelName,
      choose: (model) => this.change({ model }),
    })}
    ${choiceField({
      id: 'feature',
      label: 'Feature',
      of: this.recipe.data.features,
      value: this.text('feature'),
      choose: (feature) => this.change({ feature }),
    })}
      <mf-number-field
        .field=${ADDED}
        .value=${this.number('added')}
        @number-change=${(event: CustomEvent<number>) => this.change({ added: event.detail })}
      ></mf-number-field>`;
  }

  protected override words(run: RunState): string {
    const sweep = this.#sweepNow();
    if (sweep === null) return '';
    const taken = this.#takenApart(run, sweep);
    const unit = this.#shown;
    const contribution = contributionOf(taken, unit);
    const [from, to] = [contribution[0] as number, contribution.at(-1) as number];
    const way = to > from ? 'raises' : 'lowers';
    const [low, high] = [sweep.raw[0] as number, sweep.raw.at(-1) as number].map((x) => formatNumber(x));
    const feature = this.text('feature');
    return (
      `Unit ${unit + 1} adds ${fixed(from, 2)} at ${feature} ${low} and ${fixed(to, 2)} at ${high}: it ${way} the curve by ${fixed(Math.abs(to - from), 2)}. ` +
      `All ${taken.contributions.columns} units and the bias ${fixed(taken.bias, 2)} add up to the curve, from ${fixed(taken.total[0] as number, 2)} to ${fixed(taken.total.at(-1) as number, 2)}, in $1000s.`
    );
  }

  protected picture(run: RunState): TemplateResult {
    const sweep = this.#sweepNow();
    if (sweep === null) return html``;
    const { data } = run.description.recipe;
    const { test } = run.description.rows;
    const taken = this.#takenApart(run, sweep);
    const feature = this.text('feature');
    const rows = {
      label: 'a test row',
      xs: this.#feature.of(data, feature, test),
      ys: this.#target.of(data, data.target, test),
      token: '--series-test',
    };
    const order = bySwing(taken);
    const curves = order.map((unit) => contributionOf(taken, unit));
    return html`<mf-plane
        .label=${`Each unit’s part of the prediction as ${feature} moves, and their sum. ${this.words(run)}`}
        .xAxis=${{ name: axisTitle(feature, columnOf(data, feature).unit), domain: paddedExtent(0.03, rows.xs, sweep.raw) }}
        .yAxis=${{ name: 'price, $1000s', domain: paddedExtent(0.05, rows.ys, taken.total, ...curves) }}
        .scatter=${rows}
        .curves=${this.#curves(sweep, taken, order)}
      ></mf-plane>
      ${unitList({
        units: order.map((unit, place) => ({
          unit,
          curve: curves[place] as Float64Array,
          swing: swingOf(curves[place] as Float64Array),
          isAdded: place < this.number('added'),
        })),
        chosen: this.#chosen,
        choose: (unit) => this.change({ unit: unit + 1 }),
        point: (unit) => {
          this.pointed = unit;
        },
      })}`;
  }

  /** Thin lines for all units, a thick one for the selected unit, the sum of the added units, and the sum of all. */
  #curves({ raw }: Sweep, taken: TakenApart, order: readonly number[]): readonly PlaneCurve[] {
    const added = this.number('added');
    const thin = order.map((unit, place) => ({
      label: 'each unit',
      xs: raw,
      ys: contributionOf(taken, unit),
      token: '--run-4',
      width: 1,
      isUnnamed: place > 0,
    }));
    const functions = (this.engine as Engine).functions;
    const sum: PlaneCurve = {
      label: `bias and ${added} ${added === 1 ? 'unit' : 'units'}`,
      xs: raw,
      ys: partialSum(functions, taken, order.slice(0, added)),
      token: '--run-2',
      dash: [7, 4],
    };
    return [
      ...thin,
      {
        label: `unit ${this.#shown + 1}`,
        xs: raw,
        ys: contributionOf(taken, this.#shown),
        token: '--run-1',
        width: 4,
      },
      { label: 'the network’s curve', xs: raw, ys: taken.total, token: '--ink', width: 3 },
      ...(added < order.length ? [sum] : []),
    ];
  }

  /** Counted from 0. */
  get #chosen(): number {
    return this.number('unit') - 1;
  }

  get #shown(): number {
    return this.pointed ?? this.#chosen;
  }

  /** Null until the engine is on this page. */
  #sweepNow(): Sweep | null {
    const { engine } = this;
    if (engine === null) return null;
    const feature = this.text('feature');
    return this.#sweep.of(`${this.text('model')} ${feature}`, () =>
      sweepOf(engine, this.recipe, this.recipe.data.features.indexOf(feature)),
    );
  }

  #takenApart({ description, latest }: RunState, sweep: Sweep): TakenApart {
    const network = hiddenLayerOf(description.parameters, latest.parameters);
    return takeApart((this.engine as Engine).functions, network, sweep.features);
  }

  static override styles = [
    ...TrainedFigure.styles,
    unitListStyles,
    css`
      mf-plane {
        --plot-height: 24rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-curve-units-figure': CurveUnitsFigure;
  }
}
