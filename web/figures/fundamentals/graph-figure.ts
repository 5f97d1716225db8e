import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../charts/matrix-table';
import type { MatrixPlace } from '../../charts/matrix-content';
import { arithmetic, resultText } from '../../diagrams/pass-arithmetic';
import '../../diagrams/pass-diagram';
import { type PassContext, shapeText } from '../../diagrams/pass-names';
import type { Pass } from '../../state/inside';
import { stepByKey } from '../../state/pass-steps';
import type { RunState } from '../../state/run-state';
import '../number-field';
import { TrainedFigure } from '../trained-figure';
import { type GraphStep, graphSteps, withoutLastLinear } from './graph-steps';
import { priceModel } from './price-models';

/** Terms of a sum that are written out. */
const TERMS = 4;

/** A model of chapter 2 as boxes and strings: a real batch walked forward and back, step by step, with every number. */
@customElement('mf-graph-figure')
export class GraphFigure extends TrainedFigure {
  /** The next batch, traced; null until the engine has answered. */
  @state() private pass: Pass | null = null;

  protected override readonly isTrainedFirst = false;

  /** Made once for each traced batch, so that nothing below is drawn again without need. */
  #context: PassContext | null = null;
  #steps: readonly GraphStep[] = [];

  protected get recipe() {
    return priceModel(this.text('model'));
  }

  protected get figureTitle(): string {
    return this.text('model') === 'linear' ? 'Linear regression, box by box' : 'The network, box by box';
  }

  protected override updated(): void {
    const { run } = this.training;
    if (run !== null && !run.latest.playing && this.#asked !== run.latest) void this.#trace(run);
  }

  #asked: RunState['latest'] | null = null;

  async #trace({ latest }: RunState): Promise<void> {
    this.#asked = latest;
    const answer = await this.training.ask('trace', { rows: 'next' });
    if (answer !== null && this.#asked === latest) {
      this.pass = { runId: latest.runId, source: 'next', asked: latest, ...answer };
    }
  }

  #follow({ description: { recipe, operations } }: RunState, pass: Pass): PassContext {
    const whole = { recipe, operations, pass };
    if (this.#context === null || this.#context.pass.asked !== pass.asked) {
      this.#context = withoutLastLinear(whole);
      this.#steps = graphSteps(this.#context);
    }
    return this.#context;
  }

  protected override words(run: RunState): string {
    if (this.pass === null || this.pass.runId !== run.description.runId) return '';
    const context = this.#follow(run, this.pass);
    const at = Math.min(this.number('step'), this.#steps.length - 1);
    const step = this.#steps[at] as GraphStep;
    return `Step ${at + 1} of ${this.#steps.length}, ${step.way}: ${step.name} ${shapeText(step.matrix)}. ${this.#worked(context, step)}`;
  }

  protected picture(run: RunState): TemplateResult {
    if (this.pass === null || this.pass.runId !== run.description.runId)
      return html`<p class="soft">Tracing a batch…</p>`;
    const context = this.#follow(run, this.pass);
    const steps = this.#steps;
    const at = Math.min(this.number('step'), steps.length - 1);
    const step = steps[at] as GraphStep;
    const { rows, columns } = step.matrix;
    const chosen = {
      row: Math.min(this.number('row'), rows - 1),
      column: Math.min(this.number('column'), columns - 1),
    };
    return html`<div class="walk" @keydown=${(event: KeyboardEvent) => this.#onKey(event, at)}>
        <mf-pass-diagram
          .context=${context}
          .step=${step.pass}
          @box-choose=${(event: CustomEvent<{ box: number }>) => this.#onBox(event.detail.box, at)}
        ></mf-pass-diagram>
        <div class="buttons" role="group" aria-label="Steps">
          <button type="button" @click=${() => this.#go(0)}>Start</button>
          <button type="button" @click=${() => this.#go(Math.max(0, at - 1))}>Back</button>
          <button type="button" class="primary" @click=${() => this.#go((at + 1) % steps.length)}>
            ${at === steps.length - 1 ? 'From the start' : 'Next step'}
          </button>
          <button type="button" @click=${() => this.#go(steps.length - 1)}>End</button>
        </div>
        ${this.#way('forward', at)} ${this.#way('backward', at)}
      </div>
      <div class="formula number">
        <p>${step.formula}</p>
        ${step.says === '' ? nothing : html`<p class="soft">${step.says}</p>`}
      </div>
      <mf-matrix-table
        .content=${{ ...step, caption: `${step.name} ${shapeText(step.matrix)}` }}
        .chosen=${chosen}
        @element-choose=${(event: CustomEvent<MatrixPlace>) => this.change({ ...event.detail })}
      ></mf-matrix-table>`;
  }

  /** Either way’s steps as a list to choose from. */
  #way(way: GraphStep['way'], at: number): TemplateResult {
    const first = this.#steps.findIndex((step) => step.way === way);
    const steps = this.#steps.filter((step) => step.way === way);
    const title = `${steps.length} steps ${way}`;
    return html`<div class="way">
      <h3>${title}</h3>
      <ol aria-label=${title}>
        ${steps.map(
          ({ name }, i) => html`<li>
            <button
              type="button"
              class="step ${way}"
              aria-current=${first + i === at ? 'step' : nothing}
              @click=${() => this.#go(first + i)}
            >
              ${name}
            </button>
          </li>`,
        )}
      </ol>
    </div>`;
  }

  /** The chosen number with what it is made of. */
  #worked(context: PassContext, { pass, key, matrix, rowName, columnName }: GraphStep): string {
    const row = Math.min(this.number('row'), matrix.rows - 1);
    const column = Math.min(this.number('column'), matrix.columns - 1);
    const value = resultText(matrix.values[row * matrix.columns + column] as number);
    const found = key === null ? null : arithmetic(context, pass, { key, row, column }, TERMS, 0);
    const expression = found === null ? '' : `${found.expression} = `;
    return `At ${rowName(row)}, ${columnName(column)}: ${expression}${value}.`;
  }

  #go(step: number): void {
    this.change({ step });
  }

  #onKey(event: KeyboardEvent, at: number): void {
    const step = stepByKey(event.key, at, this.#steps.length);
    if (step === null) return;
    event.preventDefault();
    // The arrow keys also turn the pages of a lesson.
    event.stopPropagation();
    this.#go(step);
  }

  /** A box is reached on the way one is going. */
  #onBox(box: number, at: number): void {
    const way = this.#steps[at]?.way;
    const isAt = ({ pass }: GraphStep) =>
      'operation' in pass ? pass.operation === box : box === this.#context?.operations.length;
    const found = this.#steps.findIndex((step) => step.way === way && isAt(step));
    if (found >= 0) this.#go(found);
  }

  static override styles = [
    ...TrainedFigure.styles,
    css`
      .walk,
      .way {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      .way {
        gap: var(--space-2);
      }
      .way h3 {
        font-size: var(--size-2);
      }
      .buttons,
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .buttons .primary {
        min-width: 9rem;
      }
      .step {
        min-height: 2rem;
        min-width: 2.75rem;
        border-color: var(--control);
        font-weight: 400;
      }
      .step[aria-current] {
        border-color: var(--lit);
        background: color-mix(in srgb, var(--lit) 22%, var(--surface));
        font-weight: 650;
      }
      .forward {
        --lit: var(--series-training);
      }
      .backward {
        --lit: var(--series-test);
      }
      .formula {
        display: grid;
        gap: var(--space-1);
      }
      .formula p:first-child {
        font-size: var(--size-3);
        font-weight: 650;
      }
      @media (forced-colors: active) {
        .step[aria-current] {
          border-color: Highlight;
        }
      }
    `,
  ];
}
