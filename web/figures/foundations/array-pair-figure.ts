import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import { figureFrame } from '../figure-frame';
import { equation } from './array-equation';
import { arrayText, elementwise, matrixOf, type Operation } from './arrays';
import { DescribedFigure } from './described-figure';

/** Two arrays of one shape added or multiplied, element by element. */
@customElement('mf-array-pair-figure')
export class ArrayPairFigure extends DescribedFigure {
  constructor() {
    super('array-pair');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const operation = this.text('operation') as Operation;
    const left = matrixOf(2, 2, this.numbers('left'));
    const right = matrixOf(2, 2, this.numbers('right'));
    const outcome = elementwise(functions, operation, left, right);
    const sign = operation === 'sum' ? '+' : '×';
    return figureFrame({
      title: this.description.title,
      controls: this.choiceControl('operation', (name) => (name === 'sum' ? 'add' : 'multiply')),
      picture: equation(
        this.arrayControl('left', 'A', left),
        [sign, this.arrayControl('right', 'B', right)],
        ['=', html`<mf-array-grid .name=${`A ${sign} B`} .matrix=${outcome}></mf-array-grid>`],
      ),
      words: `A ${sign} B, element by element, is ${arrayText(outcome, formatTick)}.`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-array-pair-figure': ArrayPairFigure;
  }
}
