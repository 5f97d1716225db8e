import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import { paddedExtent } from '../../charts/numbers/statistics';
import type { EngineFunctions } from '../../engine/core-calls';
import '../box-graph';
import { type GraphBox, type GraphEdge, onEdge } from '../box-graph-layout';
import { choiceField } from '../choice-field';
import { figureFrame } from '../figure-frame';
import '../plane';
import type { HandleMove } from '../plane';
import { combine } from './arrays';
import { DescribedFigure } from './described-figure';
import { chainValue, functionTitle, nestedTitle, type Samples, sample } from './functions';
import { Remembered } from './remembered';

const ORDINALS = ['First function', 'Second function', 'Third function'];

interface Pass {
  /** x, f1(x), f2(f1(x)), … */
  readonly values: readonly number[];
  /** Each function's derivative at its own input. */
  readonly factors: readonly number[];
  /** The derivative of the outcome with respect to each value: the product of all later factors. */
  readonly backward: readonly number[];
}

/**
 * A chain of functions chosen by the reader: its curve and its derivative's, values forward and factors backward on the
 * boxes.
 */
@customElement('mf-chain-figure')
export class ChainFigure extends DescribedFigure {
  private readonly curves = new Remembered<readonly [Samples, Samples]>();

  constructor() {
    super('chain');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const names = this.names('functions');
    const pass = passThrough(functions, names, this.number('point'));
    const factors = [...pass.factors].reverse().map(formatTick).join(' × ');
    const words =
      `At x = ${formatTick(this.number('point'))}, ${nestedTitle(names)} is ${formatTick(pass.values.at(-1) as number)}. ` +
      `Its derivative there is ${factors} = ${formatTick(functions.chainDerivative(names, this.number('point')))}.`;
    return figureFrame({
      title: nestedTitle(names),
      controls: html`${names.map((name, i) => this.functionControl(names, name, i))} ${this.numberControl('point')}
        <button type="button" @click=${() => this.change({ functions: [...names].reverse() })}>Reverse the order</button>`,
      picture: html`${this.plane(functions, names, pass)} ${chainGraph(names, pass, words)}`,
      words,
    });
  }

  private functionControl(names: readonly string[], value: string, place: number): TemplateResult {
    return choiceField({
      id: `function-${place}`,
      label: ORDINALS[place] as string,
      of: this.fieldOf('functions', 'names').of,
      value,
      title: functionTitle,
      choose: (name) => this.change({ functions: names.with(place, name) }),
    });
  }

  private plane(functions: EngineFunctions, names: readonly string[], pass: Pass): TemplateResult {
    const { min, max, step } = this.fieldOf('point', 'number');
    const x = this.number('point');
    const [curve, derivative] = this.curves.of(names.join(), () => [
      sample(min, max, (at) => chainValue(functions, names, at)),
      sample(min, max, (at) => functions.chainDerivative(names, at)),
    ]);
    const [value, slope] = [pass.values.at(-1) as number, pass.backward[0] as number];
    return html`<mf-plane
      .label=${`The curve of ${nestedTitle(names)} and its derivative`}
      .xAxis=${{ name: 'input x', domain: [min, max] }}
      .yAxis=${{ name: 'value', domain: paddedExtent(0.06, curve.ys, derivative.ys) }}
      .curves=${[
        { label: nestedTitle(names), ...curve, token: '--series-training' },
        { label: 'its derivative', ...derivative, token: '--series-test', dash: [7, 4] },
      ]}
      .dots=${[{ x, y: slope, token: '--series-test' }]}
      .handles=${[
        {
          name: 'Input x',
          x,
          y: value,
          min,
          max,
          step,
          valueText: `x ${formatTick(x)}: value ${formatTick(value)}, derivative ${formatTick(slope)}`,
        },
      ]}
      @handle-move=${(event: HandleMove) => this.change({ point: event.detail.x })}
    ></mf-plane>`;
  }
}

function passThrough(functions: EngineFunctions, names: readonly string[], x: number): Pass {
  const factors = functions.chainFactors(names, x);
  const backward = [1];
  for (const factor of [...factors].reverse()) {
    backward.unshift(combine(functions, 'product', backward[0] as number, factor));
  }
  return { values: [x, ...functions.chainValues(names, x)], factors, backward };
}

function chainGraph(names: readonly string[], { values, factors, backward }: Pass, words: string): TemplateResult {
  const ids = ['x', ...names.map((_, i) => `f${i + 1}`), 'y'];
  const boxes: readonly GraphBox[] = ids.map((id, column) => {
    const name = names[column - 1];
    if (name === undefined) return { id, kind: 'end', title: id, column, row: 0 };
    const slope = onEdge(factors[column - 1] as number);
    return { id, kind: 'factory', title: functionTitle(name), slope, column, row: 0 };
  });
  const edges: readonly GraphEdge[] = ids.slice(1).map((to, i) => ({
    from: ids[i] as string,
    to,
    forward: onEdge(values[i] as number),
    backward: onEdge(backward[i] as number),
  }));
  return html`<mf-box-graph .boxes=${boxes} .edges=${edges} .words=${words}></mf-box-graph>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-chain-figure': ChainFigure;
  }
}
