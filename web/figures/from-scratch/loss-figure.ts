import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import { shapeText } from '../../diagrams/pass/names';
import type { EngineFunctions } from '../../engine/core-calls';
import type { LossAndGradient } from '../../engine/core-functions';
import '../array-grid';
import '../box-graph';
import type { GraphBox, GraphEdge } from '../box-graph-layout';
import { CoreFigure } from '../core-figure';
import { figureFrame } from '../figure-frame';
import { editableArray, editableArrayStyles } from './editable-array';
import { givenMatrix } from './given-matrix';
import { type Attempt, attempt } from './run-operation';

const BOXES: readonly GraphBox[] = [
  { id: 'P', kind: 'end', title: 'P', column: 0, row: 0 },
  { id: 'y', kind: 'end', title: 'y', column: 0, row: 2 },
  { id: 'loss', kind: 'factory', title: 'Λ', column: 1, row: 1 },
  { id: 'L', kind: 'end', title: 'L', column: 2, row: 1 },
];

/** Typed predictions and targets, the loss, and its gradient. */
@customElement('mf-loss-figure')
export class LossFigure extends CoreFigure {
  protected override figure(functions: EngineFunctions): TemplateResult {
    const predictions = this.matrix('predictions');
    const targets = this.matrix('targets');
    const judged = attempt(() => functions.lossOf('mean-squared-error', {}, predictions, targets));
    const words = wordsOf(judged);
    return figureFrame({
      title: 'A loss: from predictions and targets to one number',
      picture: html`<mf-box-graph
          .boxes=${BOXES}
          .edges=${edges(shapeText(predictions), shapeText(targets), judged)}
          .words=${words}
        ></mf-box-graph>
        <div class="side-by-side arrays">
          ${this.editable('predictions', 'P')} ${this.editable('targets', 'y')}
          <span class="sign" aria-hidden="true">→</span>
          ${
            'refusal' in judged
              ? html`<p class="problem refusal">${judged.refusal}</p>`
              : html`<mf-array-grid .name=${'∂L/∂P'} .matrix=${judged.result.gradient}></mf-array-grid>`
          }
        </div>`,
      words,
    });
  }

  private matrix(name: string) {
    return givenMatrix(this.numbers(name), this.number(`${name}-rows`));
  }

  private editable(field: string, name: string): TemplateResult {
    return editableArray({
      name,
      matrix: this.matrix(field),
      grows: ['rows', 'columns'],
      change: ({ rows, values }) => this.change({ [field]: [...values], [`${field}-rows`]: rows }),
    });
  }

  static override styles = [
    ...CoreFigure.styles,
    editableArrayStyles,
    css`
      .arrays {
        align-items: flex-start;
      }
    `,
  ];
}

function edges(predictions: string, targets: string, judged: Attempt<LossAndGradient>): readonly GraphEdge[] {
  const result = 'result' in judged ? judged.result : null;
  return [
    { from: 'P', to: 'loss', forward: predictions, ...(result && { backward: `∂ ${shapeText(result.gradient)}` }) },
    { from: 'y', to: 'loss', forward: targets },
    { from: 'loss', to: 'L', forward: result ? formatTick(result.loss) : 'refused' },
  ];
}

function wordsOf(judged: Attempt<LossAndGradient>): string {
  if ('refusal' in judged) return `The loss cannot be computed: ${judged.refusal}`;
  const { loss, gradient } = judged.result;
  return `L = ${formatTick(loss)}. The gradient has the shape of the predictions, ${shapeText(gradient)}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-loss-figure': LossFigure;
  }
}
