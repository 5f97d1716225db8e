import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { EngineFunctions } from '../../engine/core-calls';
import { CoreFigure } from '../core-figure';
import type { FigureDescription, FigureField } from '../fields.js';
import { figureFrame } from '../figure-frame';
import '../number-field';
import '../plane';
import { fixed } from '../fixed';
import type { HandleMove } from '../plane';
import { FUNDAMENTALS } from './descriptions.js';

type NumberField = Extract<FigureField, { kind: 'number' }>;

const { fields } = FUNDAMENTALS['sigmoid-unit'] as FigureDescription;
const X = fields.x as NumberField;
const WEIGHT = { ...(fields.weight as NumberField), label: 'Weight w' };
const BIAS = { ...(fields.bias as NumberField), label: 'Bias b' };
const POINTS = 241;
const PLACES = Float64Array.from({ length: POINTS }, (_, i) => X.min + ((X.max - X.min) * i) / (POINTS - 1));

/** One hidden unit: its weight sets the steepness of the sigmoid, its bias the position; with its slope. */
@customElement('mf-sigmoid-unit-figure')
export class SigmoidUnitFigure extends CoreFigure {
  protected figure({ chainValues, chainFactors }: EngineFunctions): TemplateResult {
    const [x, w, b] = [this.number('x'), this.number('weight'), this.number('bias')];
    const output = (at: number): number => chainValues(['sigmoid'], w * at + b)[0] as number;
    const slope = (at: number): number => w * (chainFactors(['sigmoid'], w * at + b)[0] as number);
    const words = `At x = ${fixed(x, 1)} the unit puts out σ(${fixed(w * x + b, 2)}) = ${fixed(output(x), 4)}; its slope there is ${fixed(slope(x), 4)}.`;
    return figureFrame({
      title: 'One hidden unit: σ(w · x + b)',
      controls: html`${this.#field('weight', WEIGHT)} ${this.#field('bias', BIAS)}`,
      picture: html`<mf-plane
        .label=${`The output of the unit and its slope for x from ${fixed(X.min, 0)} to ${X.max}. ${words}`}
        .xAxis=${{ name: 'input x', domain: [X.min, X.max] }}
        .yAxis=${{ name: 'output, slope', domain: [-1.4, 1.4] }}
        .curves=${[
          { label: 'output', xs: PLACES, ys: PLACES.map(output), token: '--run-1' },
          { label: 'slope', xs: PLACES, ys: PLACES.map(slope), token: '--run-2', dash: [6, 4] },
        ]}
        .dots=${[{ x, y: slope(x), token: '--run-2' }]}
        .handles=${[{ name: 'Input x', x, y: output(x), min: X.min, max: X.max, step: X.step, valueText: words }]}
        @handle-move=${(event: HandleMove) => this.change({ x: event.detail.x })}
      ></mf-plane>`,
      words,
    });
  }

  #field(name: 'weight' | 'bias', field: typeof WEIGHT): TemplateResult {
    return html`<mf-number-field
      .field=${field}
      .value=${this.number(name)}
      @number-change=${(event: CustomEvent<number>) => this.change({ [name]: event.detail })}
    ></mf-number-field>`;
  }
}
