import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import '../../charts/loss/runs-chart';
import type { ComparedRun } from '../../charts/loss/runs-chart';
import type { Recipe } from '../../recipe/schema';
import { lossMeasure } from '../../state/data/columns';
import type { RunState } from '../../state/run/run-state';
import { choiceField } from '../choice-field';
import { FigureElement } from '../figure-element';
import { figureFrame, figureStyles } from '../figure-frame';
import { fixed } from '../fixed';
import { COURSE_MODELS, FROM_SCRATCH } from './descriptions.js';
import { narrowTables } from './narrow-tables';
import { carefulRecipe, courseRecipe, type Habits, MadeRecipes, modelTitle } from './recipes';
import { RunSeries, seriesNote } from './run-series';

const FIELDS = FROM_SCRATCH.careful?.fields ?? {};
const HABITS = ['data', 'scaling', 'validation', 'generator', 'weights'] as const satisfies (keyof Habits)[];

/** The course's run beside the same run with careful habits, each of which can be switched on. */
@customElement('mf-careful-figure')
export class CarefulFigure extends FigureElement {
  readonly #recipes = new MadeRecipes();
  readonly #series = new RunSeries(this);
  /** Stored while the runs are the same, so that their chart does not redraw. */
  #compared: readonly ComparedRun[] = [];

  get #habits(): Habits {
    return {
      data: this.flag('data'),
      scaling: this.flag('scaling'),
      validation: this.flag('validation'),
      generator: this.flag('generator'),
      weights: this.flag('weights'),
    };
  }

  get #pair(): readonly [Recipe, Recipe] {
    const [model, habits] = [this.text('model'), this.#habits];
    const key = [model, ...HABITS.map((habit) => habits[habit])].join();
    return [courseRecipe(model), this.#recipes.get(key, () => carefulRecipe(model, habits))];
  }

  protected override willUpdate(): void {
    this.#series.follow(this.#pair);
  }

  protected override render(): TemplateResult {
    const [course, yours] = this.#pair.map((recipe) => this.#series.outcome(recipe));
    const isReady = course != null && yours != null;
    return figureFrame({
      title: 'The course’s way and yours',
      controls: html`${choiceField({
        id: 'model',
        label: 'Model',
        of: COURSE_MODELS,
        value: this.text('model'),
        title: modelTitle,
        choose: (model) => this.change({ model }),
      })}
        <div class="habits" role="group" aria-label="Careful habits">${HABITS.map((habit) => this.#check(habit))}</div>`,
      picture: html`${seriesNote(this.#series, 2)}
      ${
        isReady
          ? html`${table(course, yours)} <mf-runs-chart
              .runs=${this.#curves(course, yours)}
              .measure=${lossMeasure(this.#pair)}
            ></mf-runs-chart>`
          : nothing
      }`,
      words: isReady ? wordsOf(course, yours) : '',
    });
  }

  #check(habit: (typeof HABITS)[number]): TemplateResult {
    return html`<div class="check">
      <input
        type="checkbox"
        id=${habit}
        .checked=${live(this.flag(habit))}
        @change=${(event: Event) => this.change({ [habit]: (event.target as HTMLInputElement).checked })}
      />
      <label for=${habit}>${FIELDS[habit]?.label}</label>
    </div>`;
  }

  #curves(course: RunState, yours: RunState): readonly ComparedRun[] {
    if (this.#compared[0]?.curve !== course.curve || this.#compared[1]?.curve !== yours.curve) {
      this.#compared = [
        { name: 'The course’s way', colour: 1, curve: course.curve },
        { name: 'Your way', colour: 0, curve: yours.curve },
      ];
    }
    return this.#compared;
  }

  static override styles = [
    ...figureStyles,
    ...narrowTables,
    css`
      .habits {
        display: grid;
        gap: var(--space-2);
      }
    `,
  ];
}

interface Line {
  readonly id: string;
  readonly title: string;
  readonly text: (run: RunState) => string;
}

const LINES: readonly Line[] = [
  { id: 'rows', title: 'Training rows', text: ({ description }) => String(description.rows.training.length) },
  {
    id: 'judge',
    title: 'Stopping is judged by',
    text: (run) => (hasValidation(run) ? 'validation rows' : 'test rows'),
  },
  { id: 'epochs', title: 'Epochs trained', text: ({ latest }) => String(latest.progress.epoch) },
  {
    id: 'validation',
    title: 'Validation RMSE, in $1000s',
    text: ({ latest }) => (latest.metrics.validation ? fixed(latest.metrics.validation.rmse, 4) : 'none'),
  },
  { id: 'mae', title: 'Test MAE, in $1000s', text: ({ latest }) => fixed(latest.metrics.test.mae, 4) },
  { id: 'rmse', title: 'Test RMSE, in $1000s', text: ({ latest }) => fixed(latest.metrics.test.rmse, 4) },
];

function hasValidation({ description }: RunState): boolean {
  return description.rows.validation.length > 0;
}

function table(course: RunState, yours: RunState): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Both ways in numbers">
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">The course’s way</th>
          <th scope="col">Your way</th>
        </tr>
      </thead>
      <tbody>
        ${LINES.map(
          ({ id, title, text }) =>
            html`<tr data-line=${id}>
              <th scope="row">${title}</th>
              <td>${text(course)}</td>
              <td>${text(yours)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function wordsOf(course: RunState, yours: RunState): string {
  const [before, now] = [course, yours].map(({ latest }) => latest.metrics.test.rmse) as [number, number];
  const change = now - before;
  if (change === 0) return `Test RMSE ${fixed(before, 4)}, in $1000s, both ways. No habit has been changed yet.`;
  return `Test RMSE ${fixed(before, 4)} the course’s way and ${fixed(now, 4)} yours: ${fixed(Math.abs(change), 4)} ${change > 0 ? 'more' : 'less'}, in $1000s.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-careful-figure': CarefulFigure;
  }
}
