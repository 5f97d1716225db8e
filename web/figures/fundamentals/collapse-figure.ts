import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../charts/model/partial-dependence-chart';
import { formatNumber } from '../../charts/numbers/format';
import type { Engine } from '../../engine/engine';
import type { Matrix } from '../../engine/types';
import type { ActivationName } from '../../explanations/parts';
import type { Recipe } from '../../recipe/schema';
import type { RunState } from '../../state/run/run-state';
import { choiceField } from '../choice-field';
import { core } from '../core';
import '../number-field';
import { TrainedFigure } from '../trained-figure';
import { collapsed, largestDifference, oneLayer } from './collapse';
import { columnOf, RowsOfColumn } from './columns';
import { priceModel } from './price-models';
import { metricsStyles, runMetricsTable } from './test-metrics';
import { weightBarStyles, weightBars } from './weight-bars';

const FEATURE = 'LSTAT';
const BOUNDS = { label: 'Hidden units', min: 1, max: 13, step: 1 };

/** Enough for both to converge. */
const BATCHES = 2000;

const recipes = new Map<string, Recipe>();

/** Always the same object for the same network. */
function recipeWith(activation: ActivationName, units: number): Recipe {
  const key = `${activation} ${units}`;
  const known = recipes.get(key);
  if (known !== undefined) return known;
  const base = priceModel('network-corrected');
  const recipe: Recipe = {
    ...base,
    layers: [{ type: 'dense', units, activation }, ...base.layers.slice(1)],
    // Standard normal weights make two linear layers diverge at this learning rate.
    initialisation: { weights: 'glorot-normal' },
    training: { ...base.training, stopAfter: { count: BATCHES, unit: 'batches' } },
  };
  recipes.set(key, recipe);
  return recipe;
}

/** Two layers with or without a sigmoid between them, beside the single layer that two linear ones are equal to. */
@customElement('mf-collapse-figure')
export class CollapseFigure extends TrainedFigure {
  static override styles = [...TrainedFigure.styles, metricsStyles, weightBarStyles];

  @state() private engine: Engine | null = null;
  /** The scaled test rows; they stay the same during training. */
  @state() private scaled: { readonly runId: number; readonly X: Matrix } | null = null;
  #asked = -1;
  readonly #feature = new RowsOfColumn();
  readonly #target = new RowsOfColumn();

  protected get recipe() {
    const activation = this.text('between') === 'sigmoid' ? 'sigmoid' : 'linear';
    return recipeWith(activation, this.number('units'));
  }

  protected override get dependenceFeature(): number {
    return this.recipe.data.features.indexOf(FEATURE);
  }

  protected get figureTitle(): string {
    return 'Two layers, and the single layer they are equal to';
  }

  protected override choices(): TemplateResult {
    return html`${choiceField({
      id: 'between',
      label: 'Between the layers',
      of: ['nothing', 'sigmoid'],
      value: this.text('between'),
      choose: (between) => this.change({ between }),
    })}
      <mf-number-field
        .field=${BOUNDS}
        .value=${this.number('units')}
        @number-change=${(event: CustomEvent<number>) => this.change({ units: event.detail })}
      ></mf-number-field>`;
  }

  protected override updated(): void {
    const { run } = this.training;
    if (run !== null && this.#asked !== run.description.runId) void this.#look(run);
  }

  async #look({ description: { runId, rows } }: RunState): Promise<void> {
    this.#asked = runId;
    const [engine, answer] = await Promise.all([core(), this.training.ask('trace', { rows: rows.test })]);
    this.engine = engine;
    const X = answer?.trace.operations[0]?.input;
    if (X !== undefined) this.scaled = { runId, X };
  }

  protected override words(run: RunState): string {
    const difference = this.#difference(run);
    if (difference === null) return '';
    return `Largest difference between the two layers and the one layer over the test rows: ${formatNumber(difference, 2)}, in $1000s.`;
  }

  #difference(run: RunState): number | null {
    const { engine, scaled } = this;
    if (engine === null || scaled?.runId !== run.description.runId) return null;
    const { matrixChain } = engine.functions;
    const layer = collapsed(run.description.parameters, run.latest.parameters, matrixChain);
    return largestDifference(run.latest.testPredictions, oneLayer(scaled.X, layer, matrixChain));
  }

  protected picture(run: RunState): TemplateResult {
    const { data } = run.description.recipe;
    const { test } = run.description.rows;
    return html`<mf-response-chart
        .dependence=${run.latest.dependence}
        .featureName=${FEATURE}
        .featureUnit=${columnOf(data, FEATURE).unit}
        .dataX=${this.#feature.of(data, FEATURE, test)}
        .dataY=${this.#target.of(data, data.target, test)}
        .targetName=${data.target}
        .unit=${columnOf(data, data.target).unit}
      ></mf-response-chart>
      ${this.engine === null ? nothing : this.#product(run, this.engine)} ${runMetricsTable(run)}`;
  }

  #product({ description, latest }: RunState, { functions }: Engine): TemplateResult {
    const { W } = collapsed(description.parameters, latest.parameters, functions.matrixChain);
    const bars = description.recipe.data.features.map((name, i) => ({ name, value: W.values[i] as number }));
    const scale = Math.max(...bars.map(({ value }) => Math.abs(value))) || 1;
    const caption =
      this.text('between') === 'sigmoid'
        ? 'W1 · W2: as if there were no sigmoid between'
        : 'W1 · W2: the weights of the one layer';
    return html`<div class="scroll" tabindex="0" role="region" aria-label="The one layer">
      ${weightBars(caption, bars, scale, { name: 'Feature', value: 'Weight' })}
    </div>`;
  }
}
