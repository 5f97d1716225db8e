import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import '../../charts/matrix/matrix-table';
import type { MatrixPlace } from '../../charts/matrix/place';
import type { EngineFunctions } from '../../engine/core-calls';
import '../box-graph';
import type { GraphBox, GraphEdge } from '../box-graph-layout';
import { figureFrame } from '../figure-frame';
import { elementOf, transpose } from './arrays';
import { DescribedFigure } from './described-figure';
import { drawXAndW, elementTitle, moveElement, placeNamed, tableOf, VECTOR_SHAPES } from './drawn-matrices';

const BOXES: readonly GraphBox[] = [
  { id: 'X', kind: 'end', title: 'X', column: 0, row: 0 },
  { id: 'W', kind: 'end', title: 'W', column: 0, row: 1 },
  { id: 'nu', kind: 'factory', title: 'ν', note: 'X·W', column: 1, row: 0.5 },
  { id: 'sigma', kind: 'factory', title: 'σ', note: 'sigmoid', column: 2, row: 0.5 },
  { id: 's', kind: 'end', title: 's', column: 3, row: 0.5 },
];

/** σ of a dot product, every value forward and every gradient backward. */
@customElement('mf-sigma-product-figure')
export class SigmaProductFigure extends DescribedFigure {
  constructor() {
    super('sigma-product');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const element = this.text('element');
    const place = placeNamed(element);
    const [drawn, W] = drawXAndW(functions, this.number('seed'), VECTOR_SHAPES);
    const X = moveElement(functions, drawn, place, this.number('moved'));
    const { N, S, dSdN, dLdX, dLdW } = functions.matrixChain(X, W);
    const [n, s, slope] = [N, S, dSdN].map((matrix) => formatTick(elementOf(matrix, 0, 0))) as [string, string, string];
    const edges: readonly GraphEdge[] = [
      { from: 'X', to: 'nu', forward: 'X (1, 3)', backward: '∂s/∂X (1, 3)' },
      { from: 'W', to: 'nu', forward: 'W (3, 1)', backward: '∂s/∂W (3, 1)' },
      { from: 'nu', to: 'sigma', forward: `N = ${n}`, backward: slope },
      { from: 'sigma', to: 's', forward: s, backward: '1' },
    ];
    const gradient = formatTick(elementOf(dLdX, place.row, place.column));
    const title = elementTitle(element);
    const words =
      `N = X·W = ${n} and s = σ(N) = ${s}. Backward, σ′(N) = ${slope}; times Wᵀ that is ∂s/∂X. ` +
      `${title} is ${formatTick(elementOf(X, place.row, place.column))}, and ∂s/∂${title} is ${gradient}.`;
    const choose = (event: CustomEvent<MatrixPlace>) => this.change({ element: `x${event.detail.column + 1}` });
    return figureFrame({
      title: this.description.title,
      controls: html`${this.choiceControl('element', elementTitle)} ${this.numberControl('moved')} ${this.seedControl()}`,
      picture: html`<mf-box-graph .boxes=${BOXES} .edges=${edges} .words=${words}></mf-box-graph>
        <div class="arrays">
          <mf-matrix-table .content=${tableOf('X', X)} .chosen=${place} @element-choose=${choose}></mf-matrix-table>
          <mf-matrix-table .content=${tableOf('Wᵀ', transpose(W))}></mf-matrix-table>
          <mf-matrix-table .content=${tableOf('∂s/∂X = σ′(N)·Wᵀ', dLdX)} .marks=${[place]}></mf-matrix-table>
          <mf-matrix-table .content=${tableOf('∂s/∂W = Xᵀ·σ′(N), laid flat', transpose(dLdW))}></mf-matrix-table>
        </div>`,
      words,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-sigma-product-figure': SigmaProductFigure;
  }
}
