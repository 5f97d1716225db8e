import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { columnIndex, columnValues } from '../datasets/dataset';
import { datasetNamed } from '../datasets/datasets';
import { plannedEpochs } from '../engine/curve';
import { overlaidResponses, overlaidRuns } from '../state/overlay';
import type { PageState } from '../state/page-state';
import { presetOf } from '../state/recipe-state';
import type { RunState } from '../state/run-state';
import { statements } from '../state/statements';
import { base } from '../styles/base';
import { controls } from '../styles/controls';
import './build-panel';
import './evaluations-table';
import './metrics-table';
import './overlay-picker';
import './pace-panel';
import './rewind-panel';
import { sameWhileEqual } from './same-while-equal';
import { send } from './send';
import './statement-list';
import { trainViewStyles } from './train-view-styles';
import './transport-bar';

/** Raw values of one column for the run's test rows, made once for each run and column. */
interface TestColumn {
  readonly runId: number;
  readonly name: string;
  readonly values: Float64Array;
}

/** Build, train, watch. Draws `state`; the text follows `calmState`, which changes at most ten times a second. */
@customElement('mf-train-view')
export class TrainView extends LitElement {
  static override styles = [base, controls, trainViewStyles];

  @property({ attribute: false }) state!: PageState;
  @property({ attribute: false }) calmState!: PageState;

  #feature: TestColumn | null = null;
  #target: TestColumn | null = null;
  /** The same lists for the same runs, so that the charts do not take each report for a change of them. */
  readonly #behind = sameWhileEqual(overlaidRuns);
  readonly #responsesBehind = sameWhileEqual(overlaidResponses);

  override render(): TemplateResult {
    const { run } = this.state;
    return html`
      ${this.state.goal === null ? nothing : html`<mf-goal-panel .state=${this.calmState}></mf-goal-panel>`}
      <section class="build" aria-label="Build the model">${this.#build()}</section>
      <section class="stage" aria-label="Watch it train">
        <div class="transport">
          <mf-transport-bar class="sheet" .state=${this.calmState}></mf-transport-bar>
          <mf-statement-list .statements=${statements(this.calmState)}></mf-statement-list>
        </div>
        <mf-pace-panel class="sheet" .state=${this.calmState}></mf-pace-panel>
        <mf-rewind-panel class="sheet" .state=${this.calmState}></mf-rewind-panel>
        ${run === null ? this.#empty() : this.#figures(run)}
      </section>
    `;
  }

  #build(): TemplateResult {
    const preset = presetOf(this.state);
    return html`<h2>${preset?.title ?? 'Your own recipe'}</h2>
      <p class="soft">
        ${preset?.description ?? 'Changed from where you started.'}
        ${this.state.run?.latest.progress.batch === 0 ? 'Press Train and watch it learn.' : nothing}
      </p>
      <mf-build-panel .state=${this.calmState}></mf-build-panel>`;
  }

  #empty(): TemplateResult {
    return html`<div class="sheet empty soft">
      ${this.state.engine.status === 'failed' ? 'There is no run to show.' : 'Getting the engine ready…'}
    </div>`;
  }

  #figures(run: RunState): TemplateResult {
    const { description, latest } = run;
    const { recipe } = description;
    const target = this.#column(recipe.data.target);
    return html`
      <div class="figures">
        <div class="sheet network">
          <mf-network-diagram
            .featureNames=${recipe.data.features}
            .targetName=${recipe.data.target}
            .layers=${recipe.layers}
            .parameters=${latest.parameters}
            .parameterShapes=${description.parameters}
          ></mf-network-diagram>
        </div>
        <div class="sheet loss">
          <mf-loss-chart
            .curve=${run.curve}
            .evaluations=${run.evaluations.points}
            .scale=${this.state.lossScale}
            .baselineLoss=${description.baselines.leastSquares.test.mse}
            .behind=${this.#behind(this.state)}
            .plannedEpochs=${plannedEpochs(recipe, description.rows.training.length)}
            .unit=${target.unit}
            @scale-change=${(event: CustomEvent<{ scale: PageState['lossScale'] }>) =>
              send(this, { type: 'loss-scale-chosen', scale: event.detail.scale })}
            ><mf-overlay-picker slot="toolbar" .state=${this.calmState}></mf-overlay-picker
          ></mf-loss-chart>
        </div>
        <div class="sheet prediction">
          <mf-prediction-chart
            .actual=${this.#targets(run)}
            .predicted=${latest.testPredictions}
            .rows=${description.rows.test}
            .unit=${target.unit}
            .targetName=${recipe.data.target}
          ></mf-prediction-chart>
        </div>
        <div class="sheet response">${this.#response(run)}</div>
        <div class="sheet metrics"><mf-metrics-table .run=${this.calmState.run ?? run} .unit=${target.unit}></mf-metrics-table></div>
        <div class="sheet evaluations"><mf-evaluations-table .run=${this.calmState.run ?? run}></mf-evaluations-table></div>
      </div>
    `;
  }

  #response(run: RunState): TemplateResult {
    const { recipe } = run.description;
    const { features, target } = recipe.data;
    const name = features[run.latest.response.feature] ?? '';
    const column = this.#column(name);
    return html`<mf-response-chart
      .response=${run.latest.response}
      .behind=${this.#responsesBehind(this.state)}
      .featureName=${name}
      .featureUnit=${column.unit}
      .dataX=${this.#features(run, name)}
      .dataY=${this.#targets(run)}
      .targetName=${target}
      .unit=${this.#column(target).unit}
    >
      <label slot="toolbar" class="picker"
        >Feature
        <select
          @change=${(event: Event) =>
            send(this, { type: 'response-feature-chosen', name: (event.target as HTMLSelectElement).value })}
        >
          ${features.map((feature) => html`<option .selected=${feature === name}>${feature}</option>`)}
        </select>
      </label>
    </mf-response-chart>`;
  }

  #column(name: string) {
    const { columns } = datasetNamed(this.state.run?.description.recipe.data.source ?? this.state.draft.data.source);
    return columns.find((column) => column.name === name) ?? { name, meaning: '', unit: '' };
  }

  #features(run: RunState, name: string): Float64Array {
    this.#feature = testColumn(this.#feature, run, name);
    return this.#feature.values;
  }

  #targets(run: RunState): Float64Array {
    this.#target = testColumn(this.#target, run, run.description.recipe.data.target);
    return this.#target.values;
  }
}

function testColumn(known: TestColumn | null, { description }: RunState, name: string): TestColumn {
  const { runId, recipe, rows } = description;
  if (known?.runId === runId && known.name === name) {
    return known;
  }
  const dataset = datasetNamed(recipe.data.source);
  const column = columnValues(dataset, columnIndex(dataset, name));
  return { runId, name, values: Float64Array.from(rows.test, (row) => column[row] ?? Number.NaN) };
}
