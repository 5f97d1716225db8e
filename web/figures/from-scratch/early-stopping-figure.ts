import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { lossMeasure } from '../../state/data/columns';
import '../../charts/loss/loss-chart';
import type { LossScale } from '../../charts/loss/scale';
import type { Evaluation } from '../../engine/types';
import type { Recipe } from '../../recipe/schema';
import type { RunState } from '../../state/run/run-state';
import { choiceField } from '../choice-field';
import { FigureElement } from '../figure-element';
import { figureFrame, figureStyles } from '../figure-frame';
import { fixed } from '../fixed';
import { numberField } from './described-field';
import { COURSE_MODELS, FROM_SCRATCH } from './descriptions.js';
import { narrowTables } from './narrow-tables';
import { courseRecipe, MadeRecipes, modelTitle } from './recipes';
import { RunSeries, seriesNote } from './run-series';

const FIELDS = FROM_SCRATCH['early-stopping']?.fields ?? {};

/**
 * A run that may stop early, one evaluation after the other: the two losses that decide, and the parameters that are
 * kept.
 */
@customElement('mf-early-stopping-figure')
export class EarlyStoppingFigure extends FigureElement {
  readonly #recipes = new MadeRecipes();
  readonly #series = new RunSeries(this);

  private get recipe(): Recipe {
    const [model, every, epochs] = [this.text('model'), this.number('every'), this.number('epochs')];
    return this.#recipes.get([model, every, epochs].join(), () => {
      const course = courseRecipe(model);
      const training: Recipe['training'] = {
        ...course.training,
        evaluateEvery: { count: every, unit: 'epochs' },
        stopAfter: { count: epochs, unit: 'epochs' },
      };
      return { ...course, training };
    });
  }

  protected override willUpdate(): void {
    this.#series.follow([this.recipe]);
  }

  protected override render(): TemplateResult {
    const run = this.#series.outcome(this.recipe);
    return figureFrame({
      title: 'Early stopping, evaluation by evaluation',
      controls: this.#controls(),
      picture: html`${seriesNote(this.#series, 1)} ${run === null ? nothing : this.#picture(run)}`,
      words: run === null ? '' : this.#words(run),
    });
  }

  #controls(): TemplateResult {
    return html`${choiceField({
      id: 'model',
      label: 'Model',
      of: COURSE_MODELS,
      value: this.text('model'),
      title: modelTitle,
      choose: (model) => this.change({ model, seen: 1 }),
    })}
    ${numberField(FIELDS.every, this.number('every'), (every) => this.change({ every, seen: 1 }))}
    ${numberField(FIELDS.epochs, this.number('epochs'), (epochs) => this.change({ epochs, seen: 1 }))}`;
  }

  #picture(run: RunState): TemplateResult {
    const all = run.evaluations.points;
    const seen = this.#seen(run);
    const last = all[seen - 1];
    const go = (to: number) => () => this.change({ seen: to });
    return html`<div class="buttons" role="group" aria-label="Evaluations">
        <button type="button" ?disabled=${seen === 0} @click=${go(seen - 1)}>Back</button>
        <button type="button" class="primary" ?disabled=${seen === all.length} @click=${go(seen + 1)}>
          Next evaluation
        </button>
        <button type="button" ?disabled=${seen === all.length} @click=${go(all.length)}>To the end</button>
        <button type="button" ?disabled=${seen === 0} @click=${go(0)}>Start again</button>
      </div>
      <mf-loss-chart
        .curve=${run.curve.filter(({ epoch }) => epoch <= (last?.epoch ?? 0))}
        .evaluations=${all.slice(0, seen)}
        .measure=${lossMeasure([run.description.recipe])}
        .scale=${this.text('scale') as LossScale}
        @scale-change=${(event: CustomEvent<{ scale: LossScale }>) => this.change({ scale: event.detail.scale })}
      ></mf-loss-chart>
      ${this.#table(run, all.slice(0, seen))}`;
  }

  #seen(run: RunState): number {
    return Math.min(this.number('seen'), run.evaluations.points.length);
  }

  #table(run: RunState, seen: readonly Evaluation[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Evaluations so far">
      <table>
        <caption>
          Loss on the test rows, in ($1000s)²
        </caption>
        <thead>
          <tr>
            <th scope="col">Epoch</th>
            <th scope="col">Loss</th>
            <th scope="col">Lower than before?</th>
            <th scope="col">Decision</th>
          </tr>
        </thead>
        <tbody>
          ${seen.map(
            ({ epoch, loss }, i) =>
              html`<tr class=${isStop(run, i) ? 'stop' : ''}>
                <th scope="row">${epoch}</th>
                <td>${fixed(loss, 3)}</td>
                <td>${i === 0 ? 'first' : isStop(run, i) ? 'no' : 'yes'}</td>
                <td>${isStop(run, i) ? `stop, back to epoch ${seen[i - 1]?.epoch}` : 'keep these parameters, continue'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #words(run: RunState): string {
    const all = run.evaluations.points;
    const seen = this.#seen(run);
    const [before, last] = [all[seen - 2], all[seen - 1]];
    if (last === undefined) return 'No evaluation yet.';
    if (before === undefined)
      return `Epoch ${last.epoch}: test loss ${fixed(last.loss, 3)}, with nothing to compare yet.`;
    const compared = `Epoch ${last.epoch}: ${fixed(last.loss, 3)} against ${fixed(before.loss, 3)} at epoch ${before.epoch}`;
    if (isStop(run, seen - 1)) {
      return `${compared}: not lower. Training stops and restores the parameters of epoch ${before.epoch}. Their test loss is ${fixed(run.latest.loss.test, 3)}.`;
    }
    const end = seen === all.length ? ' All epochs are done, and no evaluation was worse than the one before.' : '';
    return `${compared}: lower, so training continues.${end}`;
  }

  static override styles = [
    ...figureStyles,
    ...narrowTables,
    css`
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .scroll {
        max-height: 20rem;
      }
      .stop {
        background: var(--warn-surface);
        font-weight: 650;
      }
    `,
  ];
}

/** Whether this evaluation stopped the run: only the last one can. */
function isStop({ latest, evaluations }: RunState, index: number): boolean {
  return latest.progress.status === 'stopped-early' && index === evaluations.points.length - 1;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-early-stopping-figure': EarlyStoppingFigure;
  }
}
