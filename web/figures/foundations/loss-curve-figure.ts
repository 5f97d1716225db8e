import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import { paddedExtent } from '../../charts/numbers/statistics';
import type { EngineFunctions } from '../../engine/core-calls';
import { figureFrame } from '../figure-frame';
import '../plane';
import type { HandleMove } from '../plane';
import { toStep } from '../typed-number';
import { elementOf } from './arrays';
import { DescribedFigure } from './described-figure';
import { drawXAndW, elementTitle, MATRIX_SHAPES, moveElement, placeNamed } from './drawn-matrices';
import { type Samples, sample } from './functions';
import { Remembered } from './remembered';

/** L as one element of X changes and all other numbers stay the same, with the slope from the backward pass. */
@customElement('mf-loss-curve-figure')
export class LossCurveFigure extends DescribedFigure {
  private readonly curve = new Remembered<Samples>();

  constructor() {
    super('loss-curve');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const [seed, element] = [this.number('seed'), this.text('element')];
    const bounds = this.fieldOf('moved', 'number');
    const place = placeNamed(element);
    const [drawn, W] = drawXAndW(functions, seed, MATRIX_SHAPES);
    const start = elementOf(drawn, place.row, place.column);
    const X = moveElement(functions, drawn, place, this.number('moved'));
    const { L, dLdX } = functions.matrixChain(X, W);
    const x = elementOf(X, place.row, place.column);
    const slope = elementOf(dLdX, place.row, place.column);
    const [from, to] = [start + bounds.min, start + bounds.max];
    const curve = this.curve.of(`${seed} ${element}`, () =>
      sample(from, to, (at) => functions.matrixChainAt(drawn, W, place.row, place.column, at)),
    );
    const ends = Float64Array.of(from, to);
    const title = elementTitle(element);
    const words = `At ${title} = ${formatTick(x)}, L is ${formatTick(L)} and ∂L/∂${title}, the slope of its curve, is ${formatTick(slope)}.`;
    return figureFrame({
      title: `L against ${title}`,
      controls: html`${this.choiceControl('element', elementTitle)} ${this.numberControl('moved')} ${this.seedControl()}`,
      picture: html`<mf-plane
        .label=${`The curve of L as ${title} moves, with its tangent`}
        .xAxis=${{ name: `${title}, all other numbers as they are`, domain: [from, to] }}
        .yAxis=${{ name: 'L', domain: paddedExtent(0.15, curve.ys) }}
        .curves=${[
          { label: `L against ${title}`, ...curve, token: '--ink' },
          {
            label: `slope ∂L/∂${title} by the backward pass`,
            xs: ends,
            ys: ends.map((at) => functions.linearEstimate(L, slope, at - x)),
            token: '--series-test',
            dash: [7, 4],
          },
        ]}
        .handles=${[
          {
            name: title,
            x,
            y: L,
            min: from,
            max: to,
            step: bounds.step,
            valueText: `${title} ${formatTick(x)}: L ${formatTick(L)}, slope ${formatTick(slope)}`,
          },
        ]}
        @handle-move=${(event: HandleMove) => this.change({ moved: toStep(event.detail.x - start, bounds) })}
      ></mf-plane>`,
      words,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-loss-curve-figure': LossCurveFigure;
  }
}
