import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import '../../charts/matrix/matrix-table';
import { datasetFacts } from '../../datasets/dataset-facts';
import { passArrays } from '../../diagrams/pass/arrays';
import type { UnitChoice } from '../../diagrams/pass/pass-diagram';
import '../../diagrams/pass/pass-diagram';
import { type PassContext, shapeText } from '../../diagrams/pass/names';
import { boxOfUnit } from '../../diagrams/pass/scenes/followed-place';
import { passTitle, stepSentence, stepTitle } from '../../diagrams/pass/sentences';
import type { Pass } from '../../state/inside/inside-state';
import { canUpdate, shownPass } from '../../state/inside/pass';
import { type PassStep, stepByKey, stepOfBox, stepsOf } from '../../state/inside/steps';
import type { Intent } from '../../state/page/events';
import { counted } from '../../state/page/format';
import { isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import './drawing-switch';
import './explain-panel';
import { icon } from '../shell/icons';
import './inside-arrays';
import { send } from '../shell/send';
import { insideViewStyles } from './styles';
import '../train/timeline';
import '../train/transport-bar';

const INTRODUCTION = html`<div class="introduction"><h2>Inside the network</h2>
  <p class="soft">
    Every number of one pass: forward through each box to the loss, and back again for the gradients. Use the buttons or the arrow keys to move from step to step. Nothing is trained until you press “Train this batch”.
  </p></div>`;

/** The inside view: shows every number of a forward and backward pass, for a batch or a single neighbourhood. */
@customElement('mf-inside-view')
export class InsideView extends LitElement {
  static override styles = [base, controls, insideViewStyles];

  @property({ attribute: false }) state!: PageState;

  /** Reused while they are the same, so that reports during training do not redraw the view. */
  #context: PassContext | null = null;
  #steps: readonly PassStep[] = [];

  override render(): TemplateResult {
    const pass = shownPass(this.state);
    const { run } = this.state;
    return html`
      ${isShown(this.state, 'title') ? INTRODUCTION : nothing}
      ${
        isShown(this.state, 'transport')
          ? html`<div class="sheet transport">
              <mf-transport-bar .state=${this.state}></mf-transport-bar>
              <mf-timeline .run=${this.state.run} .state=${this.state}></mf-timeline>
            </div>`
          : nothing
      }
      <div class="source sheet">${this.#source()}</div>
      <div class="work">
      ${
        run === null || pass === null
          ? html`<div class="sheet soft">${this.state.engine.status === 'failed' ? 'There is no run to show.' : 'Loading the numbers…'}</div>`
          : this.#walk(run, this.#contextOf(run, pass))
      }
      </div>
    `;
  }

  #source(): TemplateResult {
    const { source } = this.state.inside;
    const { rows } = datasetFacts(this.state.run?.description.recipe.data.source ?? this.state.draft.data.source);
    return html`<div class="pick">
        <label for="source">Input</label>
        <select id="source" @change=${this.#onSource}>
          <option value="next" .selected=${live(source === 'next')}>The next batch</option>
          <option value="row" .selected=${live(source !== 'next')}>One neighbourhood</option>
        </select>
      </div>
      ${
        source === 'next'
          ? nothing
          : html`<div class="pick">
            <label for="row">Neighbourhood (row of the data)</label>
            <input id="row" type="number" min="0" max=${rows - 1} step="1" .value=${live(String(source))} @change=${this.#onRow} />
            <span class="range">0 to ${rows - 1}</span>
          </div>`
      }
      ${this.#freshness()}`;
  }

  /** Says that the numbers do not change during training, because changing numbers cannot be read. */
  #freshness(): TemplateResult | typeof nothing {
    const { run } = this.state;
    const pass = shownPass(this.state);
    if (run === null || pass === null || !run.latest.playing) return nothing;
    return html`<div class="fresh">
      <p class="small">The numbers after ${counted(pass.progress.batch, 'batch', 'batches')}, until training pauses.</p>
      <button type="button" @click=${() => send(this, { type: 'pass-outdated' })}>Update now</button>
    </div>`;
  }

  #contextOf({ description: { recipe, operations } }: RunState, pass: Pass): PassContext {
    if (this.#context?.pass !== pass) this.#context = { recipe, operations, pass };
    return this.#context;
  }

  #stepsOf(run: RunState): readonly PassStep[] {
    const steps = stepsOf(run, this.state.inside.source);
    // Equal numbers of steps mean equal steps: one for each box in each direction, and one for an update.
    if (this.#steps.length !== steps.length) this.#steps = steps;
    return this.#steps;
  }

  #walk(run: RunState, context: PassContext): TemplateResult {
    const { inside } = this.state;
    const steps = this.#stepsOf(run);
    const at = Math.min(inside.step, steps.length - 1);
    const step = steps[at] as PassStep;
    // The buttons are never disabled, because a disabled button loses the focus and the arrow keys would stop working.
    const go = (to: number) => () => send(this, { type: 'pass-step-chosen', step: to });
    return html`
      <section class="sheet walk" aria-label="Steps through the network" @keydown=${(event: KeyboardEvent) => this.#onKey(event, at, steps.length)}>
        <div class="steps">
          <div class="buttons" role="group" aria-label="Steps">
            <button type="button" @click=${go(0)}>Start</button>
            <button type="button" @click=${go(Math.max(0, at - 1))}>Back</button>
            ${this.#next(context, at, steps.length)}
            <button type="button" @click=${go(steps.length - 1)}>End</button>
          </div>
          ${
            isShown(this.state, 'drawings')
              ? html`<mf-drawing-switch .drawing=${inside.drawing}></mf-drawing-switch>`
              : nothing
          }
          <p class="place small soft number">Step ${at + 1} of ${steps.length} · ${passTitle(context)}</p>
        </div>
        <div class="saying">
          <h3>${stepTitle(context, step)}</h3>
          <p role="status">${stepSentence(context, step, inside.updated)}</p>
        </div>
        <mf-pass-diagram
          .context=${context}
          .step=${step}
          .drawing=${inside.drawing}
          .element=${inside.element}
          .updatedParameter=${inside.updated}
          @unit-choose=${(event: CustomEvent<UnitChoice>) => this.#onUnit(event.detail, context, steps, step)}
          @box-choose=${(event: CustomEvent<{ box: number }>) => this.#onBox(event.detail.box, steps, step)}
        ></mf-pass-diagram>
        ${this.#comesAndGoes(context, step)}
      </section>
      ${isShown(this.state, 'explanation') ? this.#explanation(context, step) : nothing}
      <mf-inside-arrays .context=${context} .steps=${steps} .at=${at} .inside=${inside}></mf-inside-arrays>
    `;
  }

  #explanation(context: PassContext, step: PassStep): TemplateResult {
    return html`<mf-explain-panel
      .context=${context}
      .step=${step}
      .parameter=${this.state.inside.updated}
      .explain=${this.state.explain}
    ></mf-explain-panel>`;
  }

  /** A single button for the next action, so that it keeps the focus. */
  #next(context: PassContext, at: number, count: number): TemplateResult {
    const isLast = at === count - 1;
    const trains = isLast && canUpdate(this.state);
    const intent: Intent = trains
      ? { type: 'update', pass: context.pass }
      : { type: 'pass-step-chosen', step: isLast ? 0 : at + 1 };
    const label = trains ? 'Train this batch' : isLast ? 'From the start' : 'Next box';
    return html`<button type="button" class="primary next" @click=${() => send(this, intent)}>
      ${trains ? icon('batch') : nothing}${label}
    </button>`;
  }

  /** The shapes of the step's arrays as text, because small boxes cannot show them. */
  #comesAndGoes(context: PassContext, step: PassStep): TemplateResult {
    const arrays = passArrays(context, step, this.state.inside.updated);
    const words = (wanted: boolean) =>
      arrays.filter(({ isResult }) => isResult === wanted).map(({ name, matrix }) => `${name} ${shapeText(matrix)}`);
    const comes = words(false);
    return html`<p class="small soft number">
      ${comes.length === 0 ? '' : `In: ${comes.join(', ')}. `}Out: ${words(true).join(', ')}.
    </p>`;
  }

  readonly #onSource = (event: Event): void => {
    const isNext = (event.target as HTMLSelectElement).value === 'next';
    const first = shownPass(this.state)?.rows[0] ?? 0;
    send(this, { type: 'pass-source-chosen', source: isNext ? 'next' : first });
  };

  readonly #onRow = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const row = Math.min(Math.max(0, Math.round(Number(input.value))), Number(input.max));
    input.value = String(row);
    send(this, { type: 'pass-source-chosen', source: row });
  };

  #onKey(event: KeyboardEvent, at: number, count: number): void {
    const step = stepByKey(event.key, at, count);
    if (step === null) return;
    event.preventDefault();
    send(this, { type: 'pass-step-chosen', step });
  }

  #onBox(box: number, steps: readonly PassStep[], from: PassStep): void {
    const operations = this.state.run?.description.operations.length ?? 0;
    const step = stepOfBox(steps, operations, box, from);
    if (step !== null) send(this, { type: 'pass-step-chosen', step });
  }

  /** Follows a unit in the output of its layer, and a feature where it enters. */
  #onUnit({ column, unit }: UnitChoice, context: PassContext, steps: readonly PassStep[], from: PassStep): void {
    const box = boxOfUnit(context, column, from);
    if (box === null) send(this, { type: 'pass-step-chosen', step: 0 });
    else this.#onBox(box, steps, from);
    const row = this.state.inside.element?.row ?? 0;
    send(this, { type: 'element-chosen', element: { key: 'result', row, column: unit } });
  }
}
