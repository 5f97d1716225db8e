import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatNumber } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import type { Matrix } from '../../engine/types';
import { figureFrame } from '../figure-frame';
import { equation } from './array-equation';
import { arrayText, combine, elementwise, matrixOf, transpose } from './arrays';
import { DescribedFigure } from './described-figure';
import { drawXAndW, elementTitle, MATRIX_SHAPES } from './drawn-matrices';

const DIGITS = 3;

interface Parts {
  /** One for each element of N, row by row: its derivative with respect to X, optionally times ∂L by that element. */
  readonly partials: readonly Matrix[];
  /** The product with Wᵀ, to which their sum is equal. */
  readonly product: Matrix;
}

/** Where Wᵀ comes from: the derivative of each element of N with respect to X, added one after the other. */
@customElement('mf-partial-matrices-figure')
export class PartialMatricesFigure extends DescribedFigure {
  constructor() {
    super('partial-matrices');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const { partials, product } = this.parts(functions);
    const added = Math.round(this.number('added'));
    const total = partials
      .slice(0, added)
      .reduce((sum, partial) => elementwise(functions, 'sum', sum, partial), matrixOf(3, 3, new Float64Array(9)));
    const isWeighted = this.flag('weighted');
    const name = isWeighted ? '∂L/∂N·Wᵀ = ∂L/∂X' : '1·Wᵀ';
    const whole =
      added === partials.length ? `All six are added: the sum is ${name}, ` : `${added} of 6 are added: the sum is `;
    return figureFrame({
      title: this.description.title,
      controls: html`${this.numberControl('added')} ${this.flagControl('weighted')} ${this.seedControl()}`,
      picture: html`<div class="partials">
          ${partials.map((partial, i) => {
            const [row, column] = [Math.floor(i / 2), i % 2];
            const n = elementTitle(`n${row + 1}${column + 1}`);
            return html`<mf-array-grid
              class=${i < added ? 'added' : 'waiting'}
              .name=${isWeighted ? `∂L/∂${n} × ∂${n}/∂X` : `∂${n}/∂X`}
              .matrix=${partial}
              .marks=${i < added ? [{ row, column: null }] : []}
              .digits=${DIGITS}
            ></mf-array-grid>`;
          })}
        </div>
        ${equation(
          html`<mf-array-grid .name=${`Sum of ${added}`} .matrix=${total} .digits=${DIGITS}></mf-array-grid>`,
          [
            added === partials.length ? '=' : '→',
            html`<mf-array-grid .name=${name} .matrix=${product} .digits=${DIGITS}></mf-array-grid>`,
          ],
        )}`,
      words: `${whole}${arrayText(total, (value) => formatNumber(value, DIGITS))}.`,
    });
  }

  private parts(functions: EngineFunctions): Parts {
    const [X, W] = drawXAndW(functions, this.number('seed'), MATRIX_SHAPES);
    const partials = functions.partialMatrices(X, W);
    if (!this.flag('weighted')) {
      const ones = matrixOf(3, 2, new Float64Array(6).fill(1));
      return { partials, product: functions.matrixChain(ones, transpose(W)).N };
    }
    const { dLdS, dSdN, dLdX } = functions.matrixChain(X, W);
    const dLdN = elementwise(functions, 'product', dLdS, dSdN);
    const weighted = partials.map((partial, i) => ({
      ...partial,
      values: partial.values.map((value) => combine(functions, 'product', dLdN.values[i] as number, value)),
    }));
    return { partials: weighted, product: dLdX };
  }

  static override styles = [
    ...DescribedFigure.styles,
    css`
      .partials {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14.5rem), 1fr));
        gap: var(--space-3) var(--space-4);
      }
      .added {
        border-inline-start: 3px solid var(--accent);
        padding-inline-start: var(--space-2);
      }
      .waiting {
        border-inline-start: 3px dashed var(--rule);
        padding-inline-start: var(--space-2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-partial-matrices-figure': PartialMatricesFigure;
  }
}
