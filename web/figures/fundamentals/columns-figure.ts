import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../charts/data/histogram';
import '../../charts/data/relation-chart';
import { correlation } from '../../charts/numbers/statistics';
import { choiceField } from '../choice-field';
import { FigureElement } from '../figure-element';
import { figureFrame, figureStyles } from '../figure-frame';
import { fixed } from '../fixed';
import { pairStyles } from '../pair-styles';
import { columnOf, wholeColumn } from './columns';
import { priceModel } from './price-models';

const { data } = priceModel('linear');
const PRICES = wholeColumn(data, data.target);

/** One column of the housing data at a time: its meaning, its distribution, and its relation to the price. */
@customElement('mf-columns-figure')
export class ColumnsFigure extends FigureElement {
  /** Stored while the column is the same, so that its charts do not redraw. */
  #column: { readonly name: string; readonly values: Float64Array } = { name: '', values: new Float64Array() };

  protected override willUpdate(): void {
    const name = this.text('column');
    if (name !== this.#column.name) this.#column = { name, values: wholeColumn(data, name) };
  }

  protected override render(): TemplateResult {
    const { name, values } = this.#column;
    const { unit, meaning } = columnOf(data, name);
    const price = columnOf(data, data.target);
    return figureFrame({
      title: `Column ${name}: ${meaning}`,
      controls: choiceField({
        id: 'column',
        label: 'Column',
        of: data.features,
        value: name,
        choose: (column) => this.change({ column }),
      }),
      picture: html`<div class="pair">
        <mf-histogram .values=${values} .name=${name} .unit=${unit}></mf-histogram>
        <mf-relation-chart
          .x=${values}
          .y=${PRICES}
          .xName=${name}
          .xUnit=${unit}
          .yName=${price.name}
          .yUnit=${price.unit}
        ></mf-relation-chart>
      </div>`,
      words: `The correlation of ${name} with ${price.name} is ${fixed(correlation(values, PRICES), 3)}, over ${values.length} rows.`,
    });
  }

  static override styles = [...figureStyles, pairStyles];
}
