import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { legend } from '../../charts/frame/legend';
import { presetNamed } from '../../recipe/presets';
import type { Recipe } from '../../recipe/schema';
import type { RunState } from '../../state/run/run-state';
import { FigureElement } from '../figure-element';
import { figureFrame, figureStyles } from '../figure-frame';
import { fixed } from '../fixed';
import '../plane';
import type { PlaneDot } from '../plane';
import { type Candidate, type Choices, choose } from './choices';
import { numberField } from './described-field';
import { FROM_SCRATCH } from './descriptions.js';
import { narrowTables } from './narrow-tables';
import { MadeRecipes } from './recipes';
import { RunSeries, seriesNote } from './run-series';

const FIELDS = FROM_SCRATCH.choosing?.fields ?? {};
const BY_TEST = '--series-test';
const BY_VALIDATION = '--series-validation';
const OTHER = '--series-baseline';

/**
 * One network from many seeds: chosen by the test rows, its test RMSE looks too good; chosen by the validation rows, it
 * does not.
 */
@customElement('mf-choosing-figure')
export class ChoosingFigure extends FigureElement {
  readonly #recipes = new MadeRecipes();
  readonly #series = new RunSeries(this);

  #recipe(seed: number): Recipe {
    const split = this.number('split');
    return this.#recipes.get([seed, split].join(), () => {
      const careful = presetNamed('careful-one-hidden')?.recipe as Recipe;
      return {
        ...careful,
        split: { ...careful.split, seed: split },
        training: { ...careful.training, seed },
      };
    });
  }

  get #wanted(): readonly Recipe[] {
    return Array.from({ length: this.number('runs') }, (_, i) => this.#recipe(i + 1));
  }

  protected override willUpdate(): void {
    this.#series.follow(this.#wanted);
  }

  protected override render(): TemplateResult {
    const wanted = this.#wanted;
    const candidates = wanted.flatMap((recipe) => {
      const run = this.#series.outcome(recipe);
      return run ? [candidate(recipe, run)] : [];
    });
    const choices = candidates.length === wanted.length ? choose(candidates) : null;
    const words = choices === null ? '' : wordsOf(candidates.length, choices);
    return figureFrame({
      title: 'The same network from different seeds: which one to keep?',
      controls: html`${(['runs', 'split'] as const).map((name) =>
        numberField(FIELDS[name], this.number(name), (value) => this.change({ [name]: value })),
      )}`,
      picture: html`${seriesNote(this.#series, wanted.length)}
      ${choices === null ? nothing : html`${plane(candidates, choices, words)} ${table(choices)}`}`,
      words,
    });
  }

  static override styles = [
    ...figureStyles,
    ...narrowTables,
    css`
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        color: var(--ink-soft);
        font-size: var(--size-1);
      }
      .legend li {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      mf-plane {
        --plot-height: 16rem;
      }
    `,
  ];
}

function candidate({ training }: Recipe, { latest: { metrics } }: RunState): Candidate {
  return { seed: training.seed, validation: metrics.validation?.rmse ?? Number.NaN, test: metrics.test.rmse };
}

function plane(candidates: readonly Candidate[], choices: Choices, words: string): TemplateResult {
  const token = (one: Candidate): string =>
    one === choices.byTest ? BY_TEST : one === choices.byValidation ? BY_VALIDATION : OTHER;
  const dots = candidates.map((one): PlaneDot => ({ x: one.validation, y: one.test, token: token(one) }));
  // The chosen ones are drawn on top.
  dots.sort((one, other) => Number(other.token === OTHER) - Number(one.token === OTHER));
  return html`${legend([
    { label: 'chosen by the test rows', token: BY_TEST, mark: 'dot' },
    { label: 'chosen by the validation rows', token: BY_VALIDATION, mark: 'dot' },
    { label: 'another run', token: OTHER, mark: 'dot' },
  ])}
    <mf-plane
      .label=${`A dot for each run. ${words}`}
      .xAxis=${{ name: 'RMSE on the validation rows, in $1000s', domain: around(candidates.map(({ validation }) => validation)) }}
      .yAxis=${{ name: 'RMSE on the test rows, in $1000s', domain: around(candidates.map(({ test }) => test)) }}
      .dots=${dots}
    ></mf-plane>`;
}

function around(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max(0.05, 0.1 * (high - low));
  return [low - margin, high + margin];
}

function table({ byTest, byValidation, meanTest }: Choices): TemplateResult {
  const row = (title: string, id: string, one: Candidate) =>
    html`<tr data-choice=${id}>
      <th scope="row">${title}</th>
      <td>${one.seed}</td>
      <td>${fixed(one.validation, 4)}</td>
      <td>${fixed(one.test, 4)}</td>
    </tr>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="The chosen runs">
    <table>
      <caption>
        RMSE in $1000s
      </caption>
      <thead>
        <tr>
          <th scope="col">Chosen by</th>
          <th scope="col">Seed</th>
          <th scope="col">Validation</th>
          <th scope="col">Test</th>
        </tr>
      </thead>
      <tbody>
        ${row('Test rows', 'test', byTest)} ${row('Validation rows', 'validation', byValidation)}
        <tr data-choice="mean">
          <th scope="row">Mean of all</th>
          <td></td>
          <td></td>
          <td>${fixed(meanTest, 4)}</td>
        </tr>
      </tbody>
    </table>
  </div>`;
}

function wordsOf(count: number, { byTest, byValidation }: Choices): string {
  if (byTest === byValidation) {
    return `Of ${count} runs both ways choose the one from seed ${byTest.seed}: test RMSE ${fixed(byTest.test, 4)}.`;
  }
  return `Of ${count} runs the test rows choose seed ${byTest.seed} and would report ${fixed(byTest.test, 4)}; the validation rows choose seed ${byValidation.seed}, and its RMSE on the test rows, used only once, is ${fixed(byValidation.test, 4)}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-choosing-figure': ChoosingFigure;
  }
}
