import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { lossMeasure } from '../../state/data/columns';
import '../../charts/loss/runs-chart';
import type { RunState } from '../../state/run/run-state';
import { ComparedCurves } from '../compared-curves';
import { FigureElement } from '../figure-element';
import { figureFrame, figureStyles } from '../figure-frame';
import { fixed } from '../fixed';
import { testMetricsTable } from '../fundamentals/test-metrics';
import { trainingControlStyles, trainingControls } from '../training-controls';
import { TrainingGroup } from '../training-group';
import { COURSE_MODELS } from './descriptions.js';
import { narrowTables } from './narrow-tables';
import { courseRecipe, modelTitle } from './recipes';

const RECIPES = COURSE_MODELS.map(courseRecipe);
const TITLES = COURSE_MODELS.map(modelTitle);
/** The linear model and the networks with one and two hidden layers, trained together on the same rows. */
@customElement('mf-three-models-figure')
export class ThreeModelsFigure extends FigureElement {
  readonly #group = new TrainingGroup(this, RECIPES.length, (batches) => this.change({ batches }));
  readonly #curves = new ComparedCurves(TITLES, 0);

  protected override willUpdate(): void {
    this.#group.follow(RECIPES, this.number('batches'));
  }

  protected override render(): TemplateResult {
    const { runs } = this.#group;
    return figureFrame({
      title: 'Three models from the same classes',
      picture: html`${trainingControls(this.#group)} ${runs === null ? nothing : this.#sideBySide(runs)}`,
      words: runs === null ? '' : this.#words(runs),
    });
  }

  #sideBySide(runs: readonly RunState[]): TemplateResult {
    const models = runs.map(({ latest }, i) => ({
      title: TITLES[i] as string,
      metrics: latest.metrics.test,
    }));
    return html`<mf-runs-chart .runs=${this.#curves.of(runs)} .measure=${lossMeasure(runs.map(({ description }) => description.recipe))}></mf-runs-chart>
      ${testMetricsTable('How far off on the test rows', models)} ${evaluationTable(runs)}`;
  }

  #words(runs: readonly RunState[]): string {
    if (this.#group.isPlaying) return 'Training all three.';
    const errors = runs.map(({ latest }, i) => `${TITLES[i]} ${fixed(latest.metrics.test.rmse, 4)}`);
    return `Test RMSE in $1000s after ${runs[0]?.latest.progress.batch} batches: ${errors.join(', ')}.`;
  }

  static override styles = [...figureStyles, ...narrowTables, trainingControlStyles];
}

/** The trainer's output: the loss on the test rows at every evaluation. */
function evaluationTable(runs: readonly RunState[]): TemplateResult | typeof nothing {
  const epochs = runs[0]?.evaluations.points.map(({ epoch }) => epoch) ?? [];
  if (epochs.length === 0) return nothing;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Evaluations">
    <table class="evaluations">
      <caption>
        Loss on the test rows at each evaluation, in ($1000s)²
      </caption>
      <thead>
        <tr>
          <th scope="col">Epoch</th>
          ${TITLES.map((title) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${epochs.map(
          (epoch, i) =>
            html`<tr>
              <th scope="row">${epoch}</th>
              ${runs.map(({ evaluations }) => html`<td>${fixed(evaluations.points[i]?.loss ?? Number.NaN, 3)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-three-models-figure': ThreeModelsFigure;
  }
}
