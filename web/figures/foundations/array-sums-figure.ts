import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import { figureFrame } from '../figure-frame';
import { arrayText, matrixOf, sumOver } from './arrays';
import { DescribedFigure } from './described-figure';

const ROWS = 2;
const COLUMNS = 2;

/** An array with its axes, the sums over axis 0 below its columns and the sums over axis 1 beside its rows. */
@customElement('mf-array-sums-figure')
export class ArraySumsFigure extends DescribedFigure {
  constructor() {
    super('array-sums');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const matrix = matrixOf(ROWS, COLUMNS, this.numbers('array'));
    const down = sumOver(functions, 0, matrix);
    const across = sumOver(functions, 1, matrix);
    return figureFrame({
      title: this.description.title,
      picture: html`<div class="sums">
        ${this.arrayControl('array', 'A', matrix, true)}
        <span class="sign" aria-hidden="true">→</span>
        <mf-array-grid class="across" .name=${'Σ axis 1'} .matrix=${across}></mf-array-grid>
        <div class="down">
          <span class="sign" aria-hidden="true">↓</span>
          <mf-array-grid .name=${'Σ axis 0'} .matrix=${down}></mf-array-grid>
        </div>
      </div>`,
      words:
        `Summed over axis 0, down the rows, ${arrayText(matrix, formatTick)} gives ${arrayText(down, formatTick)}. ` +
        `Summed over axis 1, across the columns, it gives ${[...across.values].map(formatTick).join(' and ')}.`,
    });
  }

  static override styles = [
    ...DescribedFigure.styles,
    css`
      .sums {
        display: grid;
        grid-template-columns: auto auto auto;
        gap: var(--space-2) var(--space-3);
        align-items: end;
        justify-content: start;
      }
      .sums > .sign {
        padding-bottom: 1.5rem;
      }
      .down {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-array-sums-figure': ArraySumsFigure;
  }
}
