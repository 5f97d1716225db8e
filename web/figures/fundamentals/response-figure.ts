import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../charts/model/partial-dependence-chart';
import type { RunState } from '../../state/run/run-state';
import { choiceField } from '../choice-field';
import { TrainedFigure } from '../trained-figure';
import { columnOf, RowsOfColumn } from './columns';
import { priceModel, priceModelName } from './price-models';

/** A model's prediction as one feature varies and the others stay at their mean on the test rows. */
@customElement('mf-response-figure')
export class ResponseFigure extends TrainedFigure {
  readonly #feature = new RowsOfColumn();
  readonly #target = new RowsOfColumn();

  protected get recipe() {
    return priceModel(this.text('model'));
  }

  protected get figureTitle(): string {
    return `${priceModelName(this.text('model'))}, asked about one feature`;
  }

  protected override get dependenceFeature(): number {
    return this.recipe.data.features.indexOf(this.text('feature'));
  }

  protected override choices(): TemplateResult {
    return choiceField({
      id: 'feature',
      label: 'Feature',
      of: this.recipe.data.features,
      value: this.text('feature'),
      choose: (feature) => this.change({ feature }),
    });
  }

  protected picture(run: RunState): TemplateResult {
    const { data } = run.description.recipe;
    const { test } = run.description.rows;
    const name = data.features[run.latest.dependence.feature] as string;
    return html`<mf-response-chart
      .dependence=${run.latest.dependence}
      .featureName=${name}
      .featureUnit=${columnOf(data, name).unit}
      .dataX=${this.#feature.of(data, name, test)}
      .dataY=${this.#target.of(data, data.target, test)}
      .targetName=${data.target}
      .unit=${columnOf(data, data.target).unit}
    ></mf-response-chart>`;
  }
}
