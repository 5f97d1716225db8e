import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import { figureFrame } from '../figure-frame';
import '../string-boxes';
import { combine } from './arrays';
import { DescribedFigure } from './described-figure';

/** The strings at rest: in the course's example the input is 5, and the second box gets 1. */
const REST = { x: '5', u: '1' };

/** Two boxes with given slopes in a row: a pull on the first string passes through both. */
@customElement('mf-strings-figure')
export class StringsFigure extends DescribedFigure {
  constructor() {
    super('strings');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const [first, second] = [this.number('first'), this.number('second')];
    const product = combine(functions, 'product', first, second);
    const pull = this.number('pull');
    const between = functions.linearEstimate(0, first, pull);
    const end = functions.linearEstimate(0, second, between);
    const words =
      `x moves by ${formatTick(pull)}, so u moves by ${formatTick(first)} × ${formatTick(pull)} = ${formatTick(between)}, ` +
      `so y moves by ${formatTick(second)} × ${formatTick(between)} = ${formatTick(end)}. ` +
      `From x to y the slope is ${formatTick(second)} × ${formatTick(first)} = ${formatTick(product)}.`;
    return figureFrame({
      title: this.description.title,
      controls: html`${this.numberControl('first')} ${this.numberControl('second')} ${this.numberControl('pull')}`,
      picture: html`<mf-string-boxes
        .boxes=${[{ title: 'f₁', slope: first }, { title: 'f₂', slope: second }]}
        .beads=${[
          { name: 'x', rest: REST.x, moved: pull },
          { name: 'u', rest: REST.u, moved: between },
          { name: 'y', rest: '', moved: end },
        ]}
        .bounds=${this.fieldOf('pull', 'number')}
        .reach=${Math.max(1, Math.abs(first), Math.abs(product))}
        .words=${words}
        @pull=${(event: CustomEvent<number>) => this.change({ pull: event.detail })}
      ></mf-string-boxes>`,
      words,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-strings-figure': StringsFigure;
  }
}
