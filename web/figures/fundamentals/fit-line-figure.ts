import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../charts/model/partial-dependence-chart';
import { correlation } from '../../charts/numbers/statistics';
import type { Recipe } from '../../recipe/schema';
import { measure } from '../../state/page/format';
import type { RunState } from '../../state/run/run-state';
import { choiceField } from '../choice-field';
import { FigureElement } from '../figure-element';
import { figureFrame, figureStyles } from '../figure-frame';
import '../number-field';
import { fixed } from '../fixed';
import { Training } from '../training';
import { columnOf, RowsOfColumn, wholeColumn } from './columns';
import { priceModel } from './price-models';

const WHOLE = priceModel('linear');
const SLOPE = { label: 'Weight w, $1000s', min: -15, max: 15, step: 0.1 };
const HEIGHT = { label: 'Bias b, $1000s', min: 0, max: 50, step: 0.1 };

const recipes = new Map<string, Recipe>();

/** One feature and the line through it; always the same object for the same feature. */
function recipeOf(feature: string): Recipe {
  const recipe = recipes.get(feature) ?? { ...WHOLE, data: { ...WHOLE.data, features: [feature] } };
  recipes.set(feature, recipe);
  return recipe;
}

/** A model of one feature, fitted by hand: two parameters, and the error of their line. */
@customElement('mf-fit-line-figure')
export class FitLineFigure extends FigureElement {
  readonly #training = new Training(this, () => {});
  readonly #feature = new RowsOfColumn();
  readonly #target = new RowsOfColumn();
  /** The parameters that the engine received last, and whether it is still working on them. */
  #given = '';
  #isGiving = false;

  protected override willUpdate(): void {
    this.#training.follow({ recipe: recipeOf(this.text('feature')), batches: 0, dependenceFeature: 0 });
  }

  protected override updated(): void {
    void this.#give();
  }

  /** Sends the two parameters to the engine, only the latest ones. */
  async #give(): Promise<void> {
    if (this.#isGiving) return;
    this.#isGiving = true;
    try {
      for (let run = this.#training.run; run !== null; run = this.#training.run) {
        const parameters = Float64Array.of(this.number('weight'), this.number('bias'));
        const given = `${run.description.runId} ${parameters.join()}`;
        if (given === this.#given || this.#training.problem !== '') return;
        await this.#training.setParameters(parameters);
        this.#given = given;
      }
    } finally {
      this.#isGiving = false;
    }
  }

  protected override render(): TemplateResult {
    const feature = this.text('feature');
    const { run, problem } = this.#training;
    return figureFrame({
      title: `From a relationship to two parameters: ${feature} and the price`,
      controls: html`${choiceField({
        id: 'feature',
        label: 'Feature',
        of: WHOLE.data.features,
        value: feature,
        choose: (chosen) => this.change({ feature: chosen }),
      })}
      ${this.#field('weight', SLOPE)} ${this.#field('bias', HEIGHT)}`,
      picture: html`${problem === '' ? nothing : html`<p role="alert">${problem}</p>`}
      ${run === null ? nothing : this.#fit(run)}`,
      words: run === null ? '' : this.#words(run),
    });
  }

  #field(name: 'weight' | 'bias', field: typeof SLOPE): TemplateResult {
    return html`<mf-number-field
      .field=${field}
      .value=${this.number(name)}
      @number-change=${(event: CustomEvent<number>) => this.change({ [name]: event.detail })}
    ></mf-number-field>`;
  }

  #fit(run: RunState): TemplateResult {
    const { data } = run.description.recipe;
    const { training } = run.description.rows;
    const [name = ''] = data.features;
    const r = correlation(wholeColumn(data, name), wholeColumn(data, data.target));
    return html`<ol class="ladder">
        <li><strong>Relationship:</strong> ${name} and the price go together, correlation ${fixed(r, 2)}.</li>
        <li><strong>Function:</strong> price = f(${name}), with any function f.</li>
        <li><strong>Model:</strong> f is a line, w · ${name} + b, with ${name} standardised.</li>
        <li>
          <strong>Parameters:</strong> w = ${fixed(this.number('weight'), 1)}, b = ${fixed(this.number('bias'), 1)}.
        </li>
      </ol>
      <mf-response-chart
        .dependence=${run.latest.dependence}
        .featureName=${name}
        .featureUnit=${columnOf(data, name).unit}
        .dataX=${this.#feature.of(data, name, training)}
        .dataY=${this.#target.of(data, data.target, training)}
        .rowSet=${'training'}
        .targetName=${data.target}
        .unit=${columnOf(data, data.target).unit}
      ></mf-response-chart>`;
  }

  #words({ latest, description }: RunState): string {
    const { leastSquares } = description.baselines;
    const least = leastSquares.training.mse;
    return `Mean squared error of your line on the training rows: ${measure(latest.metrics.training.mse)} ($1000s)². The smallest possible for a line: ${measure(least)}.`;
  }

  static override styles = [
    ...figureStyles,
    css`
      .ladder {
        display: grid;
        gap: var(--space-2);
      }
      .ladder li {
        padding-left: var(--space-3);
        border-left: 3px solid var(--accent);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
}
