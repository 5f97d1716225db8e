/** The charts and tables of a run, drawn from the page's state, for the training view and for single parts. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { BEFORE_COLOUR, type RunBehind } from '../../charts/frame/line-styles';
import { type Column, columnIndex, columnValues } from '../../datasets/dataset';
import { datasetFacts } from '../../datasets/dataset-facts';
import { networkLayers } from '../../diagrams/network/words';
import { plannedEpochs } from '../../engine/curve';
import { lossMeasure } from '../../state/data/columns';
import { isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import { CHOICES, type RunPicture } from '../../state/page/pictures';
import { comparableBefore } from '../../state/run/before';
import { isFinal, type RunState } from '../../state/run/run-state';
import { overlaidDependences, overlaidRuns } from '../../state/runs/overlay';
import { send } from '../shell/send';
import { sameWhileEqual } from './same-while-equal';

export type { RunPicture } from '../../state/page/pictures';
export const RUN_PICTURES: readonly RunPicture[] = ['network', 'loss', ...CHOICES];

/** Styles for the element that hosts the pictures. */
export const runPictureStyles = css`
  .picker {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    font-size: var(--size-1);
  }

  [compact] .picker select {
    min-height: 1.75rem;
    padding-block: 0;
    font-size: var(--size-1);
  }
`;

/** Unscaled values of one column for the run's test rows, computed once for each run and column. */
interface TestColumn {
  readonly runId: number;
  readonly name: string;
  readonly values: Float64Array;
}

const NO_VALUES = new Float64Array();

/** The values of the data sets, which only pictures of rows need; null until they are loaded. */
let tables: typeof import('../../datasets/datasets') | null = null;

/**
 * Draws the pictures of one element. Reuses arrays and lists, so that unchanged charts do not redraw at each report.
 */
export class RunPictures {
  readonly #host: EventTarget & { requestUpdate(): void };
  #isLoading = false;
  readonly #isCompact: boolean;
  #feature: TestColumn | null = null;
  #target: TestColumn | null = null;
  /** Returns the same list while the runs are the same. */
  readonly #behind = sameWhileEqual(runsBehind);
  #known: { readonly throttled: PageState; readonly runId: number; readonly behind: readonly RunBehind[] } | null =
    null;
  readonly #dependencesBehind = sameWhileEqual(overlaidDependences);

  /** Choices made in the pictures are sent as events from `host`. Compact pictures show their text behind a button. */
  constructor(host: EventTarget & { requestUpdate(): void }, isCompact = false) {
    this.#host = host;
    this.#isCompact = isCompact;
  }

  /** Draws the run in `state`; text follows `throttled`, which changes at most five times a second. */
  draw(picture: RunPicture, run: RunState, state: PageState, throttled: PageState): TemplateResult {
    switch (picture) {
      case 'network':
        return this.#network(run, state);
      case 'loss':
        return this.#loss(run, state, throttled);
      case 'predictions':
        return this.#predictions(run);
      case 'response':
        return this.#dependence(run, state);
      case 'metrics':
        return html`<mf-metrics-table .run=${throttled.run ?? run} .unit=${targetOf(run).unit}></mf-metrics-table>`;
      case 'evaluations':
        return html`<mf-evaluations-table .run=${throttled.run ?? run}></mf-evaluations-table>`;
    }
  }

  #network({ description, latest }: RunState, state: PageState): TemplateResult {
    const { data } = description.recipe;
    return html`<mf-network-diagram
      ?compact=${this.#isCompact}
      ?editable=${this.#isCompact && isShown(state, 'build') && isShown(state, 'layers') && state.recipe !== null}
      .featureNames=${data.features}
      .targetName=${data.target}
      .layers=${networkLayers(description.operations)}
      .parameters=${latest.parameters}
      .parameterShapes=${description.parameters}
      @layer-wanted=${({ detail: { index } }: CustomEvent<{ index: number }>) =>
        send(this.#host, { type: 'layer-added', index })}
    ></mf-network-diagram>`;
  }

  /** Looked up as often as text is updated, not with every frame. */
  #behindOf(run: RunState, throttled: PageState): readonly RunBehind[] {
    if (this.#known?.throttled !== throttled || this.#known.runId !== run.description.runId) {
      this.#known = { throttled, runId: run.description.runId, behind: this.#behind(throttled) };
    }
    return this.#known.behind;
  }

  #loss(run: RunState, state: PageState, throttled: PageState): TemplateResult {
    const { description } = run;
    return html`<mf-loss-chart
      ?compact=${this.#isCompact}
      .curve=${run.curve}
      .evaluations=${run.evaluations.points}
      .scale=${state.lossScale}
      .baselineLoss=${description.baselines.leastSquares.loss.test}
      .behind=${this.#behindOf(run, throttled)}
      .plannedEpochs=${plannedEpochs(description.recipe, description.rows.training.length)}
      .hasEnded=${isFinal(run)}
      .measure=${lossMeasure([description.recipe])}
      @scale-change=${(event: CustomEvent<{ scale: PageState['lossScale'] }>) =>
        send(this.#host, { type: 'loss-scale-chosen', scale: event.detail.scale })}
      >${
        isShown(state, 'overlay')
          ? html`<mf-overlay-picker slot="toolbar" .state=${throttled}></mf-overlay-picker>`
          : nothing
      }</mf-loss-chart>`;
  }

  #predictions(run: RunState): TemplateResult {
    return html`<mf-prediction-chart
      ?compact=${this.#isCompact}
      .actual=${this.#targets(run)}
      .predicted=${run.latest.testPredictions}
      .rows=${run.description.rows.test}
      .unit=${targetOf(run).unit}
      .targetName=${targetOf(run).name}
    ></mf-prediction-chart>`;
  }

  #dependence(run: RunState, state: PageState): TemplateResult {
    const { features } = run.description.recipe.data;
    const name = features[run.latest.dependence.feature] ?? '';
    const target = targetOf(run);
    this.#feature = this.#testColumn(this.#feature, run, name);
    return html`<mf-response-chart
      ?compact=${this.#isCompact}
      .dependence=${run.latest.dependence}
      .behind=${this.#dependencesBehind(state)}
      .featureName=${name}
      .featureUnit=${columnOf(run, name).unit}
      .dataX=${this.#feature.values}
      .dataY=${this.#targets(run)}
      .targetName=${target.name}
      .unit=${target.unit}
    >
      ${isShown(state, 'feature') ? this.#featurePicker(features, name) : nothing}
    </mf-response-chart>`;
  }

  #featurePicker(features: readonly string[], name: string): TemplateResult {
    return html`<label slot="toolbar" class="picker"
      ><span class=${this.#isCompact ? 'visually-hidden' : ''}>Feature</span>
      <select
        @change=${(event: Event) =>
          send(this.#host, { type: 'dependence-feature-chosen', name: (event.target as HTMLSelectElement).value })}
      >
        ${features.map((feature) => html`<option .selected=${feature === name}>${feature}</option>`)}
      </select>
    </label>`;
  }

  #targets(run: RunState): Float64Array {
    this.#target = this.#testColumn(this.#target, run, run.description.recipe.data.target);
    return this.#target.values;
  }

  #testColumn(known: TestColumn | null, { description }: RunState, name: string): TestColumn {
    const { runId, recipe, rows } = description;
    if (known?.runId === runId && known.name === name) return known;
    if (tables === null) {
      void this.#loadTables();
      return { runId: Number.NaN, name, values: NO_VALUES };
    }
    const dataset = tables.datasetNamed(recipe.data.source);
    const column = columnValues(dataset, columnIndex(dataset, name));
    return { runId, name, values: Float64Array.from(rows.test, (row) => column[row] ?? Number.NaN) };
  }

  /** If it fails, the next drawing tries again. */
  async #loadTables(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      tables = await import('../../datasets/datasets');
      this.#host.requestUpdate();
    } catch {
      // The charts come in files of their own, and say that they could not be loaded.
    } finally {
      this.#isLoading = false;
    }
  }
}

/** The chosen stored runs, and the run before the live one in grey. */
function runsBehind(state: PageState): readonly RunBehind[] {
  const before = comparableBefore(state);
  return before === null
    ? overlaidRuns(state)
    : [{ name: 'before', colour: BEFORE_COLOUR, curve: before.curve }, ...overlaidRuns(state)];
}

function columnOf({ description }: RunState, name: string): Column {
  const { columns } = datasetFacts(description.recipe.data.source);
  return columns.find((column) => column.name === name) ?? { name, meaning: '', unit: '' };
}

export function targetUnit(run: RunState): string {
  return targetOf(run).unit;
}

function targetOf(run: RunState): Column {
  return columnOf(run, run.description.recipe.data.target);
}
