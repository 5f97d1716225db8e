import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import '../box-graph';
import type { GraphBox, GraphEdge } from '../box-graph-layout';
import { figureFrame } from '../figure-frame';
import { equation } from './array-equation';
import { arrayText, combine, matrixOf } from './arrays';
import { DescribedFigure } from './described-figure';
import { elementTitle } from './drawn-matrices';

/** X·W of a row and a column: as arrays, and as boxes that multiply in pairs and one that adds. */
@customElement('mf-dot-product-figure')
export class DotProductFigure extends DescribedFigure {
  constructor() {
    super('dot-product');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const [x, w] = [this.numbers('x'), this.numbers('w')];
    const [X, W] = [matrixOf(1, x.length, x), matrixOf(w.length, 1, w)];
    const { N } = functions.matrixChain(X, W);
    const products = x.map((value, i) => combine(functions, 'product', value, w[i] as number));
    const total = formatTick(N.values[0] as number);
    const words =
      `N = ${products.map(asTerm).join(' + ')} = ${total}. ` +
      `Backward, ∂N/∂X = Wᵀ = ${arrayText({ ...X, values: W.values }, formatTick)} and ∂N/∂W = Xᵀ, ` +
      `the numbers ${x.map(formatTick).join(', ')} as a column.`;
    return figureFrame({
      title: this.description.title,
      picture: html`${equation(
        this.arrayControl('x', 'X', X),
        ['·', this.arrayControl('w', 'W', W)],
        ['=', html`<mf-array-grid .name=${'N'} .matrix=${N}></mf-array-grid>`],
      )}
        <mf-box-graph .boxes=${graphBoxes(x.length)} .edges=${graphEdges(x, w, products, total)} .words=${words}></mf-box-graph>`,
      words,
    });
  }
}

const asTerm = (value: number): string => (value < 0 ? `(${formatTick(value)})` : formatTick(value));

function graphBoxes(count: number): readonly GraphBox[] {
  const pairs = Array.from({ length: count }, (_, i): readonly GraphBox[] => [
    { id: `x${i}`, kind: 'end', title: elementTitle(`x${i + 1}`), column: 0, row: 2 * i },
    { id: `w${i}`, kind: 'end', title: elementTitle(`w${i + 1}`), column: 0, row: 2 * i + 1 },
    { id: `p${i}`, kind: 'factory', title: '×', column: 1, row: 2 * i + 0.5 },
  ]);
  const middle = count - 0.5;
  return [
    ...pairs.flat(),
    { id: 'sum', kind: 'factory', title: '+', column: 2, row: middle },
    { id: 'N', kind: 'end', title: 'N', column: 3, row: middle },
  ];
}

function graphEdges(
  x: readonly number[],
  w: readonly number[],
  products: readonly number[],
  total: string,
): readonly GraphEdge[] {
  const pairs = x.map((value, i): readonly GraphEdge[] => {
    const weight = w[i] as number;
    return [
      { from: `x${i}`, to: `p${i}`, forward: formatTick(value), backward: formatTick(weight) },
      { from: `w${i}`, to: `p${i}`, forward: formatTick(weight), backward: formatTick(value) },
      { from: `p${i}`, to: 'sum', forward: formatTick(products[i] as number), backward: '1' },
    ];
  });
  return [...pairs.flat(), { from: 'sum', to: 'N', forward: total, backward: '1' }];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-dot-product-figure': DotProductFigure;
  }
}
