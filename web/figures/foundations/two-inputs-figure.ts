import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatNumber, formatTick } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import '../box-graph';
import { type GraphBox, type GraphEdge, onEdge } from '../box-graph-layout';
import { figureFrame } from '../figure-frame';
import type { Operation } from './arrays';
import { DescribedFigure } from './described-figure';
import { functionTitle } from './functions';

/** Enough digits to distinguish the effect of a small pull from its estimate. */
const DIGITS = 7;

/**
 * f(x + y) or f(x·y) as a graph, forward and backward, and the effect of pulling one or both strings on the outcome.
 */
@customElement('mf-two-inputs-figure')
export class TwoInputsFigure extends DescribedFigure {
  constructor() {
    super('two-inputs');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const operation = this.text('combine') as Operation;
    const name = this.text('function');
    const [x, y] = [this.number('x'), this.number('y')];
    const inner = functions.twoInputs(operation, 'identity', x, y);
    const outer = functions.twoInputs(operation, name, x, y);
    const [slope] = functions.chainFactors([name], inner.value) as [number];
    const sign = operation === 'sum' ? '+' : '×';
    const words =
      `a = ${formatTick(x)} ${sign} ${formatTick(y)} = ${formatTick(inner.value)} and s = ${functionTitle(name)}(a) = ` +
      `${formatTick(outer.value)}. Backward, ds/da is ${formatTick(slope)}, ds/dx is ${formatTick(outer.dx)} and ` +
      `ds/dy is ${formatTick(outer.dy)}.`;
    const boxes: readonly GraphBox[] = [
      { id: 'x', kind: 'end', title: 'x', column: 0, row: 0 },
      { id: 'y', kind: 'end', title: 'y', column: 0, row: 1 },
      { id: 'a', kind: 'factory', title: sign, column: 1, row: 0.5 },
      { id: 'f', kind: 'factory', title: functionTitle(name), slope: onEdge(slope), column: 2, row: 0.5 },
      { id: 's', kind: 'end', title: 's', column: 3, row: 0.5 },
    ];
    const edges: readonly GraphEdge[] = [
      { from: 'x', to: 'a', forward: onEdge(x), backward: onEdge(outer.dx) },
      { from: 'y', to: 'a', forward: onEdge(y), backward: onEdge(outer.dy) },
      { from: 'a', to: 'f', forward: onEdge(inner.value), backward: onEdge(slope) },
      { from: 'f', to: 's', forward: onEdge(outer.value), backward: '1' },
    ];
    return figureFrame({
      title: `s = ${functionTitle(name)}(x ${sign} y)`,
      controls: html`${this.choiceControl('combine')} ${this.choiceControl('function', functionTitle)}
      ${this.choiceControl('pulled')} ${this.numberControl('x')} ${this.numberControl('y')}
      ${this.numberControl('delta', true)}`,
      picture: html`<mf-box-graph .boxes=${boxes} .edges=${edges} .words=${words}></mf-box-graph>
        ${this.pull(functions, outer)}`,
      words,
    });
  }

  private pull(functions: EngineFunctions, outer: ReturnType<EngineFunctions['twoInputs']>): TemplateResult {
    const [pulled, delta] = [this.text('pulled'), this.number('delta')];
    const alongX = pulled === 'y' ? 0 : delta;
    const alongY = pulled === 'x' ? 0 : delta;
    const predicted = functions.linearEstimate(
      functions.linearEstimate(outer.value, outer.dx, alongX),
      outer.dy,
      alongY,
    );
    const really = functions.twoInputs(
      this.text('combine') as Operation,
      this.text('function'),
      this.number('x') + alongX,
      this.number('y') + alongY,
    );
    return html`<p class="number" data-pull>
      Pull ${pulled === 'both' ? 'both strings' : pulled} by ${formatTick(delta)}: the derivatives say s becomes
      <strong>${formatNumber(predicted, DIGITS)}</strong>. It becomes
      <strong>${formatNumber(really.value, DIGITS)}</strong>.
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-two-inputs-figure': TwoInputsFigure;
  }
}
