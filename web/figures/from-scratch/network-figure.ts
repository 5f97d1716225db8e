import { css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatNumber } from '../../charts/numbers/format';
import '../../diagrams/pass/pass-diagram';
import { boxTitle, type PassContext, shapeText } from '../../diagrams/pass/names';
import type { Matrix } from '../../engine/types';
import type { Pass } from '../../state/inside/inside-state';
import { type PassStep, passSteps, stepByKey } from '../../state/inside/steps';
import type { RunState } from '../../state/run/run-state';
import { choiceField } from '../choice-field';
import { TrainedFigure } from '../trained-figure';
import { COURSE_MODELS } from './descriptions.js';
import { narrowTables } from './narrow-tables';
import { courseRecipe, modelTitle } from './recipes';

/** What `train_batch` does with the next batch: forward, loss, backward, and the gradient of each parameter. */
@customElement('mf-network-figure')
export class NetworkFigure extends TrainedFigure {
  /** The next batch, traced; null until the engine has answered. */
  @state() private pass: Pass | null = null;

  protected override readonly isTrainedFirst = false;

  #asked: RunState['latest'] | null = null;

  protected get recipe() {
    return courseRecipe(this.text('model'));
  }

  protected get figureTitle(): string {
    return `${modelTitle(this.text('model'))}: the next batch, forward and backward`;
  }

  protected override choices(): TemplateResult {
    return choiceField({
      id: 'model',
      label: 'Network',
      of: COURSE_MODELS,
      value: this.text('model'),
      title: modelTitle,
      choose: (model) => this.change({ model }),
    });
  }

  protected override updated(): void {
    const { run } = this.training;
    if (run !== null && !run.latest.playing && this.#asked !== run.latest) void this.#trace(run);
  }

  async #trace({ latest }: RunState): Promise<void> {
    this.#asked = latest;
    const answer = await this.training.ask('trace', { rows: 'next' });
    if (answer !== null && this.#asked === latest) {
      this.pass = { runId: latest.runId, source: 'next', asked: latest, ...answer };
    }
  }

  #context({ description: { recipe, operations } }: RunState): PassContext | null {
    const { pass } = this;
    if (pass === null || pass.trace.operations.length !== operations.length) return null;
    return { recipe, operations, pass };
  }

  #steps({ operations }: PassContext): readonly PassStep[] {
    return passSteps(operations.length, false);
  }

  protected override words(run: RunState): string {
    const context = this.#context(run);
    if (context === null) return '';
    const steps = this.#steps(context);
    const at = Math.min(this.number('step'), steps.length - 1);
    return `Step ${at + 1} of ${steps.length}: ${stepWords(context, steps[at] as PassStep)}`;
  }

  protected picture(run: RunState): TemplateResult {
    const context = this.#context(run);
    if (context === null) return html`<p class="soft">Tracing a batch…</p>`;
    const steps = this.#steps(context);
    const at = Math.min(this.number('step'), steps.length - 1);
    const go = (step: number) => () => this.change({ step });
    return html`<div class="walk" @keydown=${(event: KeyboardEvent) => this.#onKey(event, at, steps.length)}>
        <mf-pass-diagram
          .context=${context}
          .step=${steps[at] as PassStep}
          @box-choose=${(event: CustomEvent<{ box: number }>) => this.change({ step: event.detail.box + 1 })}
        ></mf-pass-diagram>
        <div class="buttons" role="group" aria-label="Steps of the pass">
          <button type="button" ?disabled=${at === 0} @click=${go(at - 1)}>Back</button>
          <button type="button" class="primary" @click=${go((at + 1) % steps.length)}>
            ${at === steps.length - 1 ? 'From the start' : 'Next step'}
          </button>
          <button type="button" @click=${go(steps.length - 1)}>To the end</button>
        </div>
      </div>
      ${parameterTable(run, context.pass)}`;
  }

  #onKey(event: KeyboardEvent, at: number, count: number): void {
    const step = stepByKey(event.key, at, count);
    if (step === null) return;
    event.preventDefault();
    // The arrow keys would otherwise turn the pages of a lesson.
    event.stopPropagation();
    this.change({ step });
  }

  static override styles = [
    ...TrainedFigure.styles,
    ...narrowTables,
    css`
      .walk {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .buttons .primary {
        min-width: 9rem;
      }
    `,
  ];
}

function stepWords({ operations, pass: { trace } }: PassContext, step: PassStep): string {
  const name = (operation: number): string => {
    const shape = operations[operation];
    return shape === undefined ? '' : boxTitle(shape);
  };
  const shapeOf = (matrix: Matrix | undefined): string => (matrix === undefined ? '' : shapeText(matrix));
  switch (step.phase) {
    case 'enter':
      return `the features enter, ${shapeOf(trace.operations[0]?.input)}.`;
    case 'forward':
      return `forward through ${name(step.operation)}, which gives ${shapeOf(trace.operations[step.operation]?.output)}.`;
    case 'loss':
      return `the loss compares predictions and targets: ${formatNumber(trace.loss, 4)} ($1000s)².`;
    case 'loss-gradient':
      return `the loss gives ∂L/∂P, ${shapeText(trace.lossGradient)}.`;
    case 'backward':
      return `backward through ${name(step.operation)}, which gives ${shapeOf(trace.operations[step.operation]?.inputGradient)}.`;
    case 'update':
      return '';
  }
}

/** `params` and `param_grads`, one row each. */
function parameterTable({ description: { parameters } }: RunState, { trace }: Pass): TemplateResult {
  const learned = trace.operations.flatMap((operation) => operation.parameters);
  const count = learned.reduce((sum, { value }) => sum + value.values.length, 0);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Parameters and their gradients">
    <table>
      <caption>
        params and param_grads: ${count} numbers each
      </caption>
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Shape</th>
          <th scope="col">Size of the parameter</th>
          <th scope="col">Size of the gradient</th>
        </tr>
      </thead>
      <tbody>
        ${learned.map(
          ({ value, gradient }, i) =>
            html`<tr>
              <th scope="row">${parameters[i]?.name}</th>
              <td>${shapeText(value)}</td>
              <td>${formatNumber(rootMeanSquare(value))}</td>
              <td>${formatNumber(rootMeanSquare(gradient))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="small soft">Size is the root mean square.</p>
  </div>`;
}

function rootMeanSquare({ values }: Matrix): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-network-figure': NetworkFigure;
  }
}
