import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../charts/model/prediction-chart';
import type { RunState } from '../../state/run/run-state';
import { TrainedFigure } from '../trained-figure';
import { columnOf, RowsOfColumn } from './columns';
import { priceModel, priceModelName } from './price-models';
import { metricsStyles, runMetricsTable } from './test-metrics';

/** Predicted against actual prices of the test rows, with the metrics. */
@customElement('mf-predictions-figure')
export class PredictionsFigure extends TrainedFigure {
  static override styles = [...TrainedFigure.styles, metricsStyles];

  readonly #actual = new RowsOfColumn();

  protected get recipe() {
    return priceModel(this.text('model'));
  }

  protected get figureTitle(): string {
    return `${priceModelName(this.text('model'))}, judged`;
  }

  protected picture(run: RunState): TemplateResult {
    const { data } = run.description.recipe;
    const { test } = run.description.rows;
    return html`<mf-prediction-chart
        .actual=${this.#actual.of(data, data.target, test)}
        .predicted=${run.latest.testPredictions}
        .rows=${test}
        .unit=${columnOf(data, data.target).unit}
        .targetName=${data.target}
      ></mf-prediction-chart>
      ${runMetricsTable(run)}`;
  }
}
