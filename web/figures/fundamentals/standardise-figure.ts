import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../charts/data/histogram';
import { formatQuantity } from '../../charts/numbers/format';
import { mean } from '../../charts/numbers/statistics';
import { datasetNamed } from '../../datasets/datasets';
import { choiceField } from '../choice-field';
import { FigureElement } from '../figure-element';
import { figureFrame, figureStyles } from '../figure-frame';
import '../number-field';
import { fixed } from '../fixed';
import { pairStyles } from '../pair-styles';
import { Training } from '../training';
import { columnOf, wholeColumn } from './columns';
import { priceModel } from './price-models';

const RECIPE = priceModel('linear');
const { data } = RECIPE;
const ROWS = datasetNamed(data.source).rows;
const EVERY_ROW = Int32Array.from({ length: ROWS }, (_, row) => row);
const HOUSE = { label: 'Row', min: 0, max: ROWS - 1, step: 1 };

interface Shown {
  readonly name: string;
  readonly raw: Float64Array;
  readonly scaled: Float64Array;
}

/** A column as in the data and as the model sees it: the engine’s own scaled values. */
@customElement('mf-standardise-figure')
export class StandardiseFigure extends FigureElement {
  readonly #training = new Training(this, () => {});
  /** Row-major, as many columns as features; empty until the engine has answered. */
  @state() private scaled: Float64Array = new Float64Array();
  #isAsked = false;
  #column: Shown = { name: '', raw: new Float64Array(), scaled: new Float64Array() };

  protected override willUpdate(): void {
    this.#training.follow({ recipe: RECIPE, batches: 0, dependenceFeature: 0 });
    const name = this.text('column');
    if (name === this.#column.name && this.#column.scaled.length === ROWS) return;
    const place = data.features.indexOf(name);
    const width = data.features.length;
    this.#column = {
      name,
      raw: wholeColumn(data, name),
      scaled: this.scaled.filter((_, i) => i % width === place),
    };
  }

  protected override updated(): void {
    if (this.#training.run !== null && !this.#isAsked) void this.#look();
  }

  async #look(): Promise<void> {
    this.#isAsked = true;
    const answer = await this.#training.ask('trace', { rows: EVERY_ROW });
    const first = answer?.trace.operations[0];
    if (first !== undefined) this.scaled = first.input.values;
    else this.#isAsked = false;
  }

  protected override render(): TemplateResult {
    const { name, raw, scaled } = this.#column;
    const { unit } = columnOf(data, name);
    return figureFrame({
      title: `${name} as in the data, and as the model sees it`,
      controls: html`${choiceField({
        id: 'column',
        label: 'Column',
        of: data.features,
        value: name,
        choose: (column) => this.change({ column }),
      })}
        <mf-number-field
          .field=${HOUSE}
          .value=${this.number('row')}
          @number-change=${(event: CustomEvent<number>) => this.change({ row: event.detail })}
        ></mf-number-field>`,
      picture: html`<div class="pair">
          <mf-histogram .values=${raw} .name=${name} .unit=${unit}></mf-histogram>
          <mf-histogram .values=${scaled} .name=${`${name}, standardised`}></mf-histogram>
        </div>
        ${this.#training.problem === '' ? '' : html`<p role="alert">${this.#training.problem}</p>`}`,
      words: scaled.length === 0 ? '' : this.#words(unit),
    });
  }

  #words(unit: string): string {
    const { name, raw, scaled } = this.#column;
    const row = this.number('row');
    const [value, seen] = [raw[row] as number, scaled[row] as number];
    const spread = deviation(raw);
    return (
      `${name} has the mean ${formatQuantity(mean(raw), unit, 4)} and the standard deviation ${formatQuantity(spread, unit, 4)}. ` +
      `Row ${row}: ${formatQuantity(value, unit, 4)} becomes ${fixed(seen, 4)}, ${fixed(Math.abs(seen), 2)} standard deviations ${seen < 0 ? 'below' : 'above'} the mean.`
    );
  }

  static override styles = [...figureStyles, pairStyles];
}

/** Over the whole population, as in the course. */
function deviation(values: Float64Array): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}
