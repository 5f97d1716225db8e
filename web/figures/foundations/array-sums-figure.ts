import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/format';
import type { EngineFunctions } from '../../engine/core-calls';
import { figureFrame } from '../figure-frame';
import { arrayText, matrixOf, sumOver } from './arrays';
import { DescribedFigure } from './described-figure';
import { equation } from './equation';

const ROWS = 2;
const COLUMNS = 2;

/** An array with its axes, and its sums over the one chosen. */
@customElement('mf-array-sums-figure')
export class ArraySumsFigure extends DescribedFigure {
  constructor() {
    super('array-sums');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const axis = this.text('axis') === '0' ? 0 : 1;
    const matrix = matrixOf(ROWS, COLUMNS, this.numbers('array'));
    const sums = sumOver(functions, axis, matrix);
    const direction = axis === 0 ? 'down the rows' : 'along the columns';
    return figureFrame({
      title: this.description.title,
      controls: this.choiceControl('axis', (name) => `axis ${name}`),
      picture: equation(this.arrayControl('array', 'A', matrix, true), [
        axis === 0 ? '↓' : '→',
        html`<mf-array-grid .name=${`Σ over axis ${axis}`} .matrix=${sums}></mf-array-grid>`,
      ]),
      words: `Summed over axis ${axis}, ${direction}, ${arrayText(matrix, formatTick)} gives ${arrayText(
        matrixOf(1, sums.values.length, sums.values),
        formatTick,
      )}.`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-array-sums-figure': ArraySumsFigure;
  }
}
