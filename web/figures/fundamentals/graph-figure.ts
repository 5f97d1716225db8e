import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import '../../charts/matrix/matrix-table';
import type { MatrixPlace } from '../../charts/matrix/place';
import { arithmetic, resultText } from '../../diagrams/pass/arithmetic';
import { shapeText } from '../../diagrams/pass/names';
import type { Drawing } from '../../state/inside/inside-state';
import type { GraphStep } from './graph-steps';
import { PassFigure, type Walk } from './pass-figure';
import { walkControls, walkStyles } from './walk-controls';

/** Terms of a sum that are written out. */
const TERMS = 4;

/**
 * A model of chapter 2 as boxes and edges: a forward and a backward pass of a real batch, step by step, with every
 * number.
 */
@customElement('mf-graph-figure')
export class GraphFigure extends PassFigure {
  protected get figureTitle(): string {
    return this.text('model') === 'linear' ? 'Linear regression, step by step' : 'The network, step by step';
  }

  protected walked(walk: Walk): TemplateResult {
    const { steps, at, step } = walk;
    const chosen = this.#chosen(step);
    return html`${walkControls({
      walk,
      drawing: this.text('drawing') as Drawing,
      element: step.key === null ? null : { key: step.key, ...chosen },
      go: (to) => this.go(to),
      play: this.play,
      words: `Step ${at + 1} of ${steps.length}, ${step.way}: ${step.formula}. ${step.says}`,
      more: html`${this.#way('forward', walk)} ${this.#way('backward', walk)}`,
    })}
      <div class="formula number">
        <p>${step.formula}</p>
        <mf-live-words .text=${this.#worked(walk)}></mf-live-words>
      </div>
      ${guard(
        // A moving pulse does not change the table.
        [step, chosen.row, chosen.column],
        () => html`<mf-matrix-table
          .content=${{ ...step, caption: `${step.name} ${shapeText(step.matrix)}` }}
          .chosen=${chosen}
          @element-choose=${(event: CustomEvent<MatrixPlace>) => this.change({ ...event.detail })}
        ></mf-matrix-table>`,
      )}`;
  }

  #chosen({ matrix: { rows, columns } }: GraphStep): MatrixPlace {
    return { row: Math.min(this.number('row'), rows - 1), column: Math.min(this.number('column'), columns - 1) };
  }

  /** The steps of one direction as a list to choose from. */
  #way(way: GraphStep['way'], { steps, at }: Walk): TemplateResult {
    const first = steps.findIndex((step) => step.way === way);
    const ours = steps.filter((step) => step.way === way);
    const title = `${ours.length} steps ${way}`;
    return html`<div class="way">
      <p aria-hidden="true">${title}</p>
      <ol aria-label=${title}>
        ${ours.map(
          ({ name }, i) => html`<li>
            <button
              type="button"
              class="step ${way}"
              aria-current=${first + i === at ? 'step' : nothing}
              @click=${() => this.go(first + i)}
            >
              ${name}
            </button>
          </li>`,
        )}
      </ol>
    </div>`;
  }

  /** The chosen number, and the numbers that it is computed from. */
  #worked({ context, step }: Walk): string {
    const { pass, key, matrix, rowName, columnName } = step;
    const { row, column } = this.#chosen(step);
    const value = resultText(matrix.values[row * matrix.columns + column] as number);
    const found = key === null ? null : arithmetic(context, pass, { key, row, column }, TERMS, 0);
    const expression = found === null ? '' : `${found.expression} = `;
    return `At ${rowName(row)}, ${columnName(column)}: ${expression}${value}.`;
  }

  static override styles = [
    ...PassFigure.styles,
    walkStyles,
    css`
      .way {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      .way p {
        font-weight: 650;
      }
      .way ol {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
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
