import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import '../../charts/matrix/matrix-table';
import type { MatrixMark } from '../../charts/matrix/matrix-table';
import type { MatrixPlace } from '../../charts/matrix/place';
import type { EngineFunctions } from '../../engine/core-calls';
import type { Matrix } from '../../engine/types';
import '../box-graph';
import type { GraphBox, GraphEdge } from '../box-graph-layout';
import { figureFrame } from '../figure-frame';
import { elementOf, elementwise } from './arrays';
import { DescribedFigure } from './described-figure';
import { drawXAndW, elementTitle, MATRIX_SHAPES, moveElement, placeNamed, tableOf } from './drawn-matrices';

const BOXES: readonly GraphBox[] = [
  { id: 'X', kind: 'end', title: 'X', column: 0, row: 0 },
  { id: 'W', kind: 'end', title: 'W', column: 0, row: 1 },
  { id: 'nu', kind: 'factory', title: 'ν', note: 'X·W', column: 1, row: 0.5 },
  { id: 'sigma', kind: 'factory', title: 'σ', note: 'sigmoid', column: 2, row: 0.5 },
  { id: 'lambda', kind: 'factory', title: 'Λ', note: 'sum', column: 3, row: 0.5 },
  { id: 'L', kind: 'end', title: 'L', column: 4, row: 0.5 },
];

/** Two matrices, a sigmoid and a sum: every array of the forward and of the backward pass. */
@customElement('mf-two-matrices-figure')
export class TwoMatricesFigure extends DescribedFigure {
  constructor() {
    super('two-matrices');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const element = this.text('element');
    const place = placeNamed(element);
    const [drawn, W] = drawXAndW(functions, this.number('seed'), MATRIX_SHAPES);
    const X = moveElement(functions, drawn, place, this.number('moved'));
    const chain = functions.matrixChain(X, W);
    const dLdN = elementwise(functions, 'product', chain.dLdS, chain.dSdN);
    const loss = formatTick(chain.L);
    const edges: readonly GraphEdge[] = [
      { from: 'X', to: 'nu', forward: 'X (3, 3)', backward: '∂L/∂X' },
      { from: 'W', to: 'nu', forward: 'W (3, 2)', backward: '∂L/∂W' },
      { from: 'nu', to: 'sigma', forward: 'N (3, 2)', backward: '∂L/∂N' },
      { from: 'sigma', to: 'lambda', forward: 'S (3, 2)', backward: '∂L/∂S' },
      { from: 'lambda', to: 'L', forward: loss, backward: '1' },
    ];
    const title = elementTitle(element);
    const gradient = formatTick(elementOf(chain.dLdX, place.row, place.column));
    const words =
      `With ${title} = ${formatTick(elementOf(X, place.row, place.column))}, L = ${loss}, and ∂L/∂${title} = ${gradient}. ` +
      `${title} reaches L through row ${place.row + 1} of N alone.`;
    // An element of X has its part in one row of N, and in nothing else.
    const row: readonly MatrixMark[] = [{ row: place.row, column: null }];
    const choose = (event: CustomEvent<MatrixPlace>) =>
      this.change({ element: `x${event.detail.row + 1}${event.detail.column + 1}` });
    const table = (caption: string, matrix: Matrix, marks: readonly MatrixMark[] = []) =>
      html`<mf-matrix-table .content=${tableOf(caption, matrix)} .marks=${marks}></mf-matrix-table>`;
    return figureFrame({
      title: this.description.title,
      controls: html`${this.choiceControl('element', elementTitle)} ${this.numberControl('moved')} ${this.seedControl()}`,
      picture: html`<mf-box-graph .boxes=${BOXES} .edges=${edges} .words=${words}></mf-box-graph>
        <p class="pass" aria-hidden="true">Forward</p>
        <div class="arrays" role="group" aria-label="Forward">
          <mf-matrix-table .content=${tableOf('X', X)} .chosen=${place} @element-choose=${choose}></mf-matrix-table>
          ${table('W', W)} ${table('N = X·W', chain.N, row)} ${table('S = σ(N)', chain.S, row)}
        </div>
        <p class="pass" aria-hidden="true">Backward</p>
        <div class="arrays" role="group" aria-label="Backward">
          ${table('∂L/∂S', chain.dLdS, row)} ${table('σ′(N)', chain.dSdN, row)} ${table('∂L/∂N = ∂L/∂S ∘ σ′(N)', dLdN, row)}
          ${table('∂L/∂X = ∂L/∂N·Wᵀ', chain.dLdX, [place])} ${table('∂L/∂W = Xᵀ·∂L/∂N', chain.dLdW)}
        </div>`,
      words,
    });
  }

  static override styles = [
    ...DescribedFigure.styles,
    css`
      .pass {
        font-size: var(--size-3);
        font-weight: 650;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-two-matrices-figure': TwoMatricesFigure;
  }
}
