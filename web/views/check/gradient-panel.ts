import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { datasetFacts } from '../../datasets/dataset-facts';
import type { Nudged } from '../../engine/types';
import type { CheckState, FinishedCheck } from '../../state/check/check-state';
import { elementCount, namedParameter } from '../../state/check/element-names';
import { isSummedBiasBug, type Judgement, judge } from '../../state/check/gradient-check';
import { parseRows } from '../../state/data/rows';
import { counted, whole } from '../../state/page/format';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import './gradient-result';
import { send } from '../shell/send';
import { gradientPanelStyles } from './gradient-panel-styles';
import './bias-gradient-note';

type What = Nudged | 'network';

/** A check of more parameters than this takes so long that the panel warns about it. */
const MANY = 20_000;
/** How many of the worst elements are listed. */
const LISTED = 10;

/** Chooses what to check on which rows, and shows the progress and the result of the check. */
@customElement('mf-gradient-panel')
export class GradientPanel extends LitElement {
  static override styles = [base, controls, gradientPanelStyles];

  @property({ attribute: false }) run!: RunState;
  @property({ attribute: false }) check!: CheckState;

  @state() private what: What = 'network';
  @state() private onNextBatch = true;
  @state() private rows = '0–4';
  @state() private problem = '';

  #judged: FinishedCheck | null = null;
  #judgement: Judgement | null = null;

  override willUpdate(): void {
    const { gradients } = this.check;
    const finished = gradients?.status === 'done' ? gradients : null;
    if (finished !== this.#judged) {
      this.#judged = finished;
      this.#judgement = finished === null ? null : judge(finished, LISTED);
    }
    // Another network may have fewer parameters.
    if (typeof this.what === 'number' && this.what >= this.run.description.parameters.length) this.what = 'network';
  }

  override render(): TemplateResult {
    const { gradients } = this.check;
    const isRunning = gradients?.status === 'running';
    return html`
      <h3>Check the gradients</h3>
      <p class="soft">
        The backward pass computes each gradient with the chain rule. Nudging computes it again without calculus, but
        slowly: it changes one number slightly up and down and measures how much L changes. L is the loss that training
        minimises. If both results agree, the backward pass is right.
      </p>
      <form @submit=${this.#start}>
        <label class="what">What to check ${this.#choice()}</label>
        ${this.#rowChoice()}
        <button type="submit" class="primary" ?disabled=${isRunning}>Check the gradients</button>
      </form>
      ${this.#count() > MANY ? html`<p class="small soft">${this.#warning()}</p>` : nothing}
      <div class="progress" role="status">${this.#progress()}</div>
      ${
        this.#judged === null
          ? this.#note()
          : html`<mf-gradient-result
            .run=${this.run}
            .finished=${this.#judged}
            .judgement=${this.#judgement}
            .slope=${this.check.slope}
            >${this.#note()}</mf-gradient-result
          >`
      }
    `;
  }

  #note(): TemplateResult | typeof nothing {
    const { correction } = this.check;
    const { description } = this.run;
    const explains = this.#judgement !== null && isSummedBiasBug(description, this.#judgement);
    const isCorrected = !description.recipe.quirks.summedBiasGradient;
    return explains || correction !== null
      ? html`<mf-bias-gradient-note .explains=${explains} .isCorrected=${isCorrected} .correction=${correction}></mf-bias-gradient-note>`
      : nothing;
  }

  #choice(): TemplateResult {
    const { description } = this.run;
    const options: readonly (readonly [What, string])[] = [
      ['network', `The whole network, ${counted(this.run.latest.parameters.length, 'parameter', 'parameters')}`],
      ...(description.parameters.map((shape, place) => {
        const { name } = shape;
        return [place, `${name}, ${counted(elementCount(namedParameter(description, shape)), 'element', 'elements')}`];
      }) as [number, string][]),
      ['features', 'X, the input features'],
    ];
    return html`<select
      @change=${(event: Event) => {
        this.what = options[(event.target as HTMLSelectElement).selectedIndex]?.[0] ?? 'network';
      }}
    >
      ${options.map(([what, title]) => html`<option .selected=${what === this.what}>${title}</option>`)}
    </select>`;
  }

  #rowChoice(): TemplateResult {
    const choose = (onNextBatch: boolean) => () => {
      this.onNextBatch = onNextBatch;
      this.problem = '';
    };
    return html`<fieldset>
      <legend>On which rows</legend>
      <label class="radio">
        <input type="radio" name="rows" .checked=${this.onNextBatch} @change=${choose(true)} /> The next batch
      </label>
      <label class="radio">
        <input type="radio" name="rows" .checked=${!this.onNextBatch} @change=${choose(false)} /> These rows
      </label>
      <input
        class="rows"
        type="text"
        aria-label="Row numbers"
        aria-describedby="rows-problem"
        aria-invalid=${this.problem === '' ? 'false' : 'true'}
        autocomplete="off"
        .value=${this.rows}
        ?disabled=${this.onNextBatch}
        @input=${(event: InputEvent) => {
          this.rows = (event.target as HTMLInputElement).value;
          this.problem = '';
        }}
      />
      <p id="rows-problem" class=${this.problem === '' ? 'small soft' : 'problem'}>
        ${this.problem === '' ? 'Row numbers of the Data view, such as 5, 17, 40–44.' : this.problem}
      </p>
    </fieldset>`;
  }

  #count(): number {
    const { parameters } = this.run.description;
    if (this.what === 'network') return this.run.latest.parameters.length;
    const shape = this.what === 'features' ? undefined : parameters[this.what];
    return shape === undefined ? 0 : shape.rows * shape.columns;
  }

  #warning(): string {
    return (
      `${whole(2 * this.#count())} passes through the whole network. This takes a while; you can cancel it. ` +
      'Checking one parameter or a few rows is quicker.'
    );
  }

  #progress(): TemplateResult | string {
    const { gradients } = this.check;
    if (gradients?.status === 'stopped') {
      return gradients.reason === 'cancelled'
        ? 'The check was cancelled.'
        : 'The check stopped because the network changed.';
    }
    if (gradients?.status !== 'running') return '';
    const { done, total } = gradients;
    return html`<progress aria-label="Elements checked" max=${Math.max(1, total)} .value=${done}></progress>
      <span class="number" aria-hidden="true">${whole(done)} of ${whole(total)}</span>
      <button type="button" @click=${this.#cancel}>Cancel</button>`;
  }

  readonly #start = (event: Event): void => {
    event.preventDefault();
    const { source } = this.run.description.recipe.data;
    const choice = this.onNextBatch ? null : parseRows(this.rows, datasetFacts(source).rows);
    if (choice !== null && !choice.ok) {
      this.problem = choice.sentence;
      return;
    }
    this.problem = '';
    send(this, { type: 'check-gradients', what: this.what, rows: choice === null ? 'next' : choice.rows });
  };

  readonly #cancel = (): void => {
    send(this, { type: 'check-changed', changes: { gradients: { status: 'stopped', reason: 'cancelled' } } });
  };
}
