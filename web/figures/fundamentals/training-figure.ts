import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { lossMeasure } from '../../state/data/columns';
import '../../charts/loss/loss-chart';
import type { LossScale } from '../../charts/loss/scale';
import { measure } from '../../state/page/format';
import type { RunState } from '../../state/run/run-state';
import { TrainedFigure } from '../trained-figure';
import { priceModel, priceModelName } from './price-models';
import { metricsStyles, runMetricsTable } from './test-metrics';

/** A model of chapter 2 during training: its loss and its error. */
@customElement('mf-training-figure')
export class TrainingFigure extends TrainedFigure {
  static override styles = [...TrainedFigure.styles, metricsStyles];

  protected get recipe() {
    return priceModel(this.text('model'));
  }

  protected get figureTitle(): string {
    return `${priceModelName(this.text('model'))}, training`;
  }

  protected picture(run: RunState): TemplateResult {
    const { recipe, baselines } = run.description;
    return html`<mf-loss-chart
        .curve=${run.curve}
        .evaluations=${run.evaluations.points}
        .scale=${this.text('scale') as LossScale}
        .baselineLoss=${baselines.leastSquares.loss.test}
        .measure=${lossMeasure([recipe])}
        @scale-change=${(event: CustomEvent<{ scale: LossScale }>) => this.change({ scale: event.detail.scale })}
      ></mf-loss-chart>
      <p class="number">${latestBatch(run)}</p>
      ${runMetricsTable(run)}`;
  }
}

/** The loss of the latest batch. */
function latestBatch({ latest: { progress } }: RunState): string {
  if (progress.batch === 0) return 'Nothing trained yet: the parameters are random.';
  return `Latest batch, before its update: mean squared error ${measure(progress.batchLoss)} ($1000s)².`;
}
