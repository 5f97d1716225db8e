import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import { paddedExtent } from '../../charts/numbers/statistics';
import type { EngineFunctions } from '../../engine/core-calls';
import '../box-graph';
import { figureFrame } from '../figure-frame';
import '../plane';
import type { HandleMove } from '../plane';
import { DescribedFigure } from './described-figure';
import { chainValue, functionTitle, type Samples, sample } from './functions';
import { Remembered } from './remembered';

const TOKENS = ['--run-1', '--run-2'] as const;
const DASHES = [undefined, [7, 4]] as const;

/** Two functions of one input: each as a curve with the input's point on it, and as a box. */
@customElement('mf-function-figure')
export class FunctionFigure extends DescribedFigure {
  private readonly curves = new Remembered<readonly Samples[]>();

  constructor() {
    super('function');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const names = [this.text('first'), this.text('second')];
    const x = this.number('point');
    const values = names.map((name) => chainValue(functions, [name], x));
    const spoken = names.map((name, i) => `${functionTitle(name)} gives ${formatTick(values[i] as number)}`);
    return figureFrame({
      title: this.description.title,
      controls: html`${this.choiceControl('first', functionTitle)} ${this.choiceControl('second', functionTitle)}
      ${this.numberControl('point')}`,
      picture: html`${this.plane(functions, names, values)} ${names.map((name, i) => box(name, x, values[i] as number))}`,
      words: `For x = ${formatTick(x)}, ${spoken.join(' and ')}.`,
    });
  }

  private plane(functions: EngineFunctions, names: readonly string[], values: readonly number[]): TemplateResult {
    const { min, max, step } = this.fieldOf('point', 'number');
    const curves = this.curves.of(names.join(), () =>
      names.map((name) => sample(min, max, (x) => chainValue(functions, [name], x))),
    );
    const x = this.number('point');
    const said = names.map((name, i) => `${functionTitle(name)} ${formatTick(values[i] as number)}`).join(', ');
    return html`<mf-plane
      .label=${`The curves of ${names.map(functionTitle).join(' and ')}`}
      .xAxis=${{ name: 'input x', domain: [min, max] }}
      .yAxis=${{ name: 'output', domain: paddedExtent(0.05, ...curves.map(({ ys }) => ys)) }}
      .curves=${names.map((name, i) => ({
        label: functionTitle(name),
        ...curves[i],
        token: TOKENS[i],
        dash: DASHES[i],
      }))}
      .dots=${[{ x, y: values[1], token: TOKENS[1] }]}
      .handles=${[{ name: 'Input x', x, y: values[0], min, max, step, valueText: `x ${formatTick(x)}: ${said}` }]}
      @handle-move=${(event: HandleMove) => this.change({ point: event.detail.x })}
    ></mf-plane>`;
  }
}

function box(name: string, x: number, value: number): TemplateResult {
  const [input, output] = [formatTick(x), formatTick(value)];
  return html`<mf-box-graph
    .boxes=${[
      { id: 'x', kind: 'end', title: 'x', column: 0, row: 0 },
      { id: 'f', kind: 'factory', title: functionTitle(name), column: 1, row: 0 },
      { id: 'y', kind: 'end', title: 'y', column: 2, row: 0 },
    ]}
    .edges=${[{ from: 'x', to: 'f', forward: input }, { from: 'f', to: 'y', forward: output }]}
    .words=${`A box, ${functionTitle(name)}: ${input} goes in, ${output} comes out.`}
  ></mf-box-graph>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-function-figure': FunctionFigure;
  }
}
