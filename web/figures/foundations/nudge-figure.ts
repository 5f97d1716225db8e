import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatNumber, formatTick } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import { tables } from '../../styles/tables';
import { figureFrame } from '../figure-frame';
import { elementOf } from './arrays';
import { DescribedFigure } from './described-figure';
import { drawXAndW, elementTitle, placeNamed, VECTOR_SHAPES } from './drawn-matrices';

/** As many digits as the course prints, and those of a difference that should be 0. */
const DIGITS = 8;
const FEW_DIGITS = 2;

/** The gradient check on one element of X: the result of the backward pass, and the results of nudging. */
@customElement('mf-nudge-figure')
export class NudgeFigure extends DescribedFigure {
  constructor() {
    super('nudge');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const [element, delta] = [this.text('element'), this.number('delta')];
    const { row, column } = placeNamed(element);
    const [X, W] = drawXAndW(functions, this.number('seed'), VECTOR_SHAPES);
    const { L: s, dLdX } = functions.matrixChain(X, W);
    const x = elementOf(X, row, column);
    const gradient = elementOf(dLdX, row, column);
    const at = (moved: number): number =>
      functions.matrixChainAt(X, W, row, column, functions.linearEstimate(x, 1, moved));
    const up = at(delta);
    const forward = functions.forwardDifference(s, up, delta);
    const central = functions.forwardDifference(at(-delta), up, 2 * delta);
    const apart = (slope: number): string => formatNumber(Math.abs(slope - gradient), FEW_DIGITS);
    const title = elementTitle(element);
    const line = (what: string, value: number, difference: string) =>
      html`<tr>
        <th scope="row">${what}</th>
        <td>${formatNumber(value, DIGITS)}</td>
        <td>${difference}</td>
      </tr>`;
    return figureFrame({
      title: `∂s/∂${title}, by the backward pass and by nudging`,
      controls: html`${this.choiceControl('element', elementTitle)} ${this.numberControl('delta', true)}
      ${this.seedControl()}`,
      picture: html`<p class="number">
          ${title} = ${formatNumber(x, DIGITS)} gives s = <strong>${formatNumber(s, DIGITS)}</strong>. Nudged by
          ${formatTick(delta)} it gives <strong>${formatNumber(up, DIGITS)}</strong>; the gradient predicted <strong>${formatNumber(functions.linearEstimate(s, gradient, delta), DIGITS)}</strong>.
        </p>
        <div class="scroll">
          <table>
            <caption>
              Slope of s along ${title}
            </caption>
            <thead>
              <tr>
                <th scope="col">Taken by</th>
                <th scope="col">∂s/∂${title}</th>
                <th scope="col">Difference from the backward pass</th>
              </tr>
            </thead>
            <tbody>
              ${line('the backward pass', gradient, '—')} ${line('nudging up by Δ', forward, apart(forward))}
              ${line('nudging both ways by Δ', central, apart(central))}
            </tbody>
          </table>
        </div>`,
      words:
        `The backward pass gives ${formatNumber(gradient, DIGITS)}. With Δ = ${formatTick(delta)}, nudging up gives ` +
        `${formatNumber(forward, DIGITS)} and nudging both ways ${formatNumber(central, DIGITS)}.`,
    });
  }

  static override styles = [
    ...DescribedFigure.styles,
    tables,
    css`
      th {
        white-space: normal;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-nudge-figure': NudgeFigure;
  }
}
