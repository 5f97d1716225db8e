import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import { figureFrame } from '../figure-frame';
import { equation } from './array-equation';
import { addRow, arrayText, matrixOf } from './arrays';
import { DescribedFigure } from './described-figure';

const ROWS = 2;
const COLUMNS = 3;

/** One row added to every row of an array. */
@customElement('mf-row-added-figure')
export class RowAddedFigure extends DescribedFigure {
  constructor() {
    super('row-added');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const matrix = matrixOf(ROWS, COLUMNS, this.numbers('array'));
    const row = matrixOf(1, COLUMNS, this.numbers('row'));
    const outcome = addRow(functions, matrix, row);
    return figureFrame({
      title: this.description.title,
      picture: equation(
        this.arrayControl('array', 'A', matrix),
        ['+', this.arrayControl('row', 'b', row)],
        ['=', html`<mf-array-grid .name=${'A + b'} .matrix=${outcome}></mf-array-grid>`],
      ),
      words: `A + b is ${arrayText(outcome, formatTick)}: ${arrayText(row, formatTick)} was added to each of the ${ROWS} rows.`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-row-added-figure': RowAddedFigure;
  }
}
