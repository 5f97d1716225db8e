import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { lossMeasure } from '../../state/data/columns';
import '../../charts/loss/runs-chart';
import type { RunState } from '../../state/run/run-state';
import { tables } from '../../styles/tables';
import { ComparedCurves } from '../compared-curves';
import { FigureElement } from '../figure-element';
import { figureFrame, figureStyles } from '../figure-frame';
import { fixed } from '../fixed';
import { pairStyles } from '../pair-styles';
import { trainingControlStyles, trainingControls } from '../training-controls';
import { TrainingGroup } from '../training-group';
import { priceModel } from './price-models';
import { metricsStyles, testMetricsTable } from './test-metrics';

const TITLES = ['As in the course', 'Right gradient'] as const;
const RECIPES = [priceModel('network'), priceModel('network-corrected')];
/** The network with the course’s bug in the gradient of its hidden biases and without it, trained side by side. */
@customElement('mf-slip-figure')
export class SlipFigure extends FigureElement {
  readonly #group = new TrainingGroup(this, RECIPES.length, (batches) => this.change({ batches }));
  readonly #curves = new ComparedCurves(TITLES, 1);

  protected override willUpdate(): void {
    this.#group.follow(RECIPES, this.number('batches'));
  }

  protected override render(): TemplateResult {
    const { runs } = this.#group;
    return figureFrame({
      title: 'The same network, the same first weights, two gradients',
      picture: html`${trainingControls(this.#group)} ${runs === null ? nothing : this.#sideBySide(runs)}`,
      words: runs === null ? '' : this.#words(runs),
    });
  }

  #sideBySide(runs: readonly RunState[]): TemplateResult {
    const table = (set: 'training' | 'test') =>
      testMetricsTable(
        `How far off on the ${set} rows`,
        runs.map(({ latest }, i) => ({ title: TITLES[i] as string, metrics: latest.metrics[set] })),
      );
    return html`<mf-runs-chart .runs=${this.#curves.of(runs)} .measure=${lossMeasure(runs.map(({ description }) => description.recipe))}></mf-runs-chart>
      <div class="pair">${table('training')} ${table('test')}</div>`;
  }

  #words(runs: readonly RunState[]): string {
    if (this.#group.isPlaying) return 'Training both.';
    const errors = runs.map(({ latest }, i) => `${TITLES[i]}: ${fixed(latest.metrics.test.rmse, 4)}`);
    return `Test RMSE in $1000s after ${runs[0]?.latest.progress.batch} batches. ${errors.join('; ')}.`;
  }

  static override styles = [...figureStyles, tables, trainingControlStyles, pairStyles, metricsStyles];
}
