import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Recipe } from '../../recipe/schema';
import type { RunState } from '../../state/run/run-state';
import { FigureElement } from '../figure-element';
import { figureFrame, figureStyles } from '../figure-frame';
import { fixed } from '../fixed';
import { numberField } from './described-field';
import { COURSE_MODELS, FROM_SCRATCH } from './descriptions.js';
import { narrowTables } from './narrow-tables';
import { courseRecipe, MadeRecipes, modelTitle } from './recipes';
import { RunSeries, seriesNote } from './run-series';

type FitOn = 'all-rows' | 'training-rows';

/** The three models, each with features scaled on all rows and on the training rows only. */
@customElement('mf-scaling-figure')
export class ScalingFigure extends FigureElement {
  readonly #recipes = new MadeRecipes();
  readonly #series = new RunSeries(this);

  #recipe(model: string, fitOn: FitOn): Recipe {
    const split = this.number('split');
    return this.#recipes.get([model, fitOn, split].join(), () => {
      const course = courseRecipe(model);
      return { ...course, scaling: { ...course.scaling, fitOn }, split: { ...course.split, seed: split } };
    });
  }

  #pair(model: string): readonly [Recipe, Recipe] {
    return [this.#recipe(model, 'all-rows'), this.#recipe(model, 'training-rows')];
  }

  protected override willUpdate(): void {
    this.#series.follow(COURSE_MODELS.flatMap((model) => this.#pair(model)));
  }

  protected override render(): TemplateResult {
    const rows = COURSE_MODELS.flatMap((model) => {
      const [all, training] = this.#pair(model).map((recipe) => this.#series.outcome(recipe));
      return all && training ? [{ model, all, training }] : [];
    });
    return figureFrame({
      title: 'Test RMSE with features scaled by all rows and by the training rows',
      controls: numberField(FROM_SCRATCH.scaling?.fields.split, this.number('split'), (split) =>
        this.change({ split }),
      ),
      picture: html`${seriesNote(this.#series, 2 * COURSE_MODELS.length)} ${rows.length === 0 ? nothing : table(rows)}`,
      words: rows.length < COURSE_MODELS.length ? '' : wordsOf(rows),
    });
  }

  static override styles = [...figureStyles, ...narrowTables];
}

interface Row {
  readonly model: string;
  readonly all: RunState;
  readonly training: RunState;
}

const error = ({ latest }: RunState): number => latest.metrics.test.rmse;

/** Above 0 if scaling on all rows makes the model look better than it is. */
const gain = ({ all, training }: Row): number => error(training) - error(all);

function table(rows: readonly Row[]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Test RMSE by scaling">
    <table>
      <caption>
        RMSE on the test rows, in $1000s
      </caption>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col">All rows</th>
          <th scope="col">Training rows</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr data-model=${row.model}>
              <th scope="row">${modelTitle(row.model)}</th>
              <td>${fixed(error(row.all), 4)}</td>
              <td>${fixed(error(row.training), 4)}</td>
              <td>${gain(row) > 0 ? '+' : ''}${fixed(gain(row), 4)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function wordsOf(rows: readonly Row[]): string {
  const flattered = rows.filter((row) => gain(row) > 0).length;
  const most = Math.max(...rows.map((row) => Math.abs(gain(row))));
  return `Scaling by all rows looks better for ${flattered} of ${rows.length} models; the largest difference is ${fixed(most, 4)}, in $1000s.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-scaling-figure': ScalingFigure;
  }
}
