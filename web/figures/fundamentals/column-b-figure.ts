import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Recipe } from '../../recipe/schema';
import type { RunState } from '../../state/run/run-state';
import { tables } from '../../styles/tables';
import { FigureElement } from '../figure-element';
import { figureFrame, figureStyles } from '../figure-frame';
import { fixed } from '../fixed';
import { Training } from '../training';
import { priceModel } from './price-models';
import { metricsStyles, testMetricsTable } from './test-metrics';

const COLUMN = 'B';

const WITH = priceModel('linear');
const WITHOUT: Recipe = {
  ...WITH,
  data: { ...WITH.data, features: WITH.data.features.filter((feature) => feature !== COLUMN) },
};

/** The least-squares fit with column B and, after a click, without it; no training is needed. */
@customElement('mf-column-b-figure')
export class ColumnBFigure extends FigureElement {
  readonly #with = new Training(this, () => {});
  readonly #without = new Training(this, () => {});

  protected override willUpdate(): void {
    this.#with.follow({ recipe: WITH, batches: 0, dependenceFeature: 0 });
    if (this.flag('dropped')) this.#without.follow({ recipe: WITHOUT, batches: 0, dependenceFeature: 0 });
  }

  protected override render(): TemplateResult {
    const isDropped = this.flag('dropped');
    const problem = this.#with.problem || this.#without.problem;
    return figureFrame({
      title: 'The least-squares fit, with and without column B',
      controls: html`<button type="button" class="primary drop" @click=${() => this.change({ dropped: !isDropped })}>
        ${isDropped ? 'Put column B back' : 'Drop column B'}
      </button>`,
      picture: problem === '' ? this.#fits() : html`<p role="alert">${problem}</p>`,
      words: this.#words(),
    });
  }

  /** The visible fits, each with its title. */
  get #shown(): readonly { readonly title: string; readonly run: RunState }[] {
    const all = [
      { title: 'With B', run: this.#with.run },
      { title: 'Without B', run: this.flag('dropped') ? this.#without.run : null },
    ];
    return all.flatMap(({ title, run }) => (run === null ? [] : [{ title, run }]));
  }

  #words(): string {
    const [kept, dropped] = this.#shown.map(({ run }) => run.description.baselines.leastSquares.test.rmse);
    if (kept === undefined) return '';
    const before = `With B the least-squares fit has an RMSE of ${fixed(kept, 4)} on the test rows, in $1000s`;
    return dropped === undefined ? `${before}.` : `${before}; without B ${fixed(dropped, 4)}.`;
  }

  #fits(): TemplateResult {
    const shown = this.#shown;
    if (shown.length === 0) return html`<p class="soft">Loading the engine…</p>`;
    return html`${testMetricsTable(
      'How far off on the test rows',
      shown.map(({ title, run }) => ({ title, metrics: run.description.baselines.leastSquares.test })),
    )}
    ${this.#weights(shown)}`;
  }

  #weights(shown: readonly { readonly title: string; readonly run: RunState }[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Weights of the fit">
      <table class="weights">
        <caption>
          Weights, $1000s for one standard deviation
        </caption>
        <thead>
          <tr>
            <th scope="col">Feature</th>
            ${shown.map(({ title }) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${WITH.data.features.map(
            (feature) => html`<tr data-name=${feature} class=${feature === COLUMN ? 'named' : nothing}>
              <th scope="row">${feature}</th>
              ${shown.map(({ run }) => html`<td>${weightOf(run, feature)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  static override styles = [
    ...figureStyles,
    tables,
    metricsStyles,
    css`
      .drop {
        justify-self: start;
      }
      .named {
        background: var(--warn-surface);
      }
    `,
  ];
}

function weightOf({ description: { recipe, baselines } }: RunState, feature: string): string {
  const place = recipe.data.features.indexOf(feature);
  return place < 0 ? 'not used' : fixed(baselines.leastSquares.coefficients[place] as number, 2);
}
