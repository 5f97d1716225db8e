import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatNumber, formatTick } from '../../charts/numbers/format';
import { paddedExtent } from '../../charts/numbers/statistics';
import type { EngineFunctions } from '../../engine/core-calls';
import { figureFrame } from '../figure-frame';
import '../plane';
import type { HandleMove, PlaneCurve } from '../plane';
import '../string-boxes';
import { toStep } from '../typed-number';
import { DescribedFigure } from './described-figure';
import { chainValue, functionTitle, type Samples, sample } from './functions';
import { Remembered } from './remembered';

/** The step of Δ when it is set by dragging; its field is finer. */
const HAND_STEP = 0.01;

interface Slopes {
  readonly value: number;
  /** By the derivative's formula, and by nudging the input both ways. */
  readonly exact: number;
  readonly nudged: number;
}

/** A curve with its tangent, the secant through both nudged points, and the box whose input changes by Δ. */
@customElement('mf-derivative-figure')
export class DerivativeFigure extends DescribedFigure {
  private readonly curve = new Remembered<Samples>();

  constructor() {
    super('derivative');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const names = [this.text('function')];
    const [a, delta] = [this.number('point'), this.number('delta')];
    const slopes: Slopes = {
      value: chainValue(functions, names, a),
      exact: functions.chainDerivative(names, a),
      nudged: functions.chainNumericDerivative(names, a, delta),
    };
    const apart = formatNumber(Math.abs(slopes.nudged - slopes.exact), 2);
    return figureFrame({
      title: this.description.title,
      controls: html`${this.choiceControl('function', functionTitle)} ${this.numberControl('point')}
      ${this.numberControl('delta', true)}`,
      picture: html`${this.plane(functions, names, slopes)} ${this.strings(functions, names, slopes)}`,
      words:
        `At a = ${formatTick(a)} the slope of ${functionTitle(names[0] as string)} is ${formatTick(slopes.exact)}. ` +
        `The secant from a − ${formatTick(delta)} to a + ${formatTick(delta)} has the slope ${formatTick(slopes.nudged)}: ` +
        (slopes.nudged === slopes.exact ? 'the same.' : `${apart} apart.`),
    });
  }

  private plane(functions: EngineFunctions, names: readonly string[], slopes: Slopes): TemplateResult {
    const { min, max, step } = this.fieldOf('point', 'number');
    const [a, delta] = [this.number('point'), this.number('delta')];
    const deltaBounds = this.fieldOf('delta', 'number');
    // Wide enough that every nudged point is inside.
    const [from, to] = [min - deltaBounds.max, max + deltaBounds.max];
    const curve = this.curve.of(names.join(), () => sample(from, to, (x) => chainValue(functions, names, x)));
    const at = (x: number): number => chainValue(functions, names, x);
    const [left, right] = [a - delta, a + delta];
    const line = (slope: number, through: number): Samples => {
      const xs = Float64Array.of(from, to);
      return { xs, ys: xs.map((x) => functions.linearEstimate(through, slope, x - a)) };
    };
    // The secant does not pass through the point itself, but is off by the mean of its ends' distances.
    const middle = functions.linearEstimate(at(left), slopes.nudged, delta);
    const curves: PlaneCurve[] = [
      { label: functionTitle(names[0] as string), ...curve, token: '--ink' },
      { label: 'tangent at a', ...line(slopes.exact, slopes.value), token: '--series-test' },
      {
        label: 'secant through a − Δ and a + Δ',
        ...line(slopes.nudged, middle),
        token: '--series-training',
        dash: [7, 5],
      },
    ];
    return html`<mf-plane
      .label=${`The curve of ${functionTitle(names[0] as string)} with its tangent and a secant`}
      .xAxis=${{ name: 'input', domain: [from, to] }}
      .yAxis=${{ name: 'output', domain: paddedExtent(0.12, curve.ys) }}
      .curves=${curves}
      .dots=${[{ x: left, y: at(left), token: '--series-training' }]}
      .handles=${[
        {
          name: 'a',
          x: a,
          y: slopes.value,
          min,
          max,
          step,
          valueText: `a ${formatTick(a)}, slope ${formatTick(slopes.exact)}`,
        },
        {
          name: 'a + Δ',
          x: right,
          y: at(right),
          min: a + deltaBounds.min,
          max: a + deltaBounds.max,
          step: HAND_STEP,
          token: '--series-training',
          valueText: `Δ ${formatTick(delta)}, slope of the secant ${formatTick(slopes.nudged)}`,
        },
      ]}
      @handle-move=${({ detail: { name, x } }: HandleMove) =>
        this.change(name === 'a' ? { point: x } : { delta: this.byHand(x - a) })}
    ></mf-plane>`;
  }

  private byHand(delta: number): number {
    const { min, max } = this.fieldOf('delta', 'number');
    return Math.max(min, toStep(delta, { min: 0, max, step: HAND_STEP }));
  }

  private strings(functions: EngineFunctions, names: readonly string[], slopes: Slopes): TemplateResult {
    const [a, delta] = [this.number('point'), this.number('delta')];
    const moved = functions.linearEstimate(0, slopes.exact, delta);
    const really = functions.forwardDifference(slopes.value, chainValue(functions, names, a + delta), 1);
    const name = functionTitle(names[0] as string);
    return html`<mf-string-boxes
        .boxes=${[{ title: name, slope: slopes.exact }]}
        .beads=${[
          { name: 'a', rest: formatTick(a), moved: delta },
          { name: 'y', rest: formatTick(slopes.value), moved },
        ]}
        .bounds=${{ ...this.fieldOf('delta', 'number'), step: HAND_STEP }}
        .reach=${this.fieldOf('delta', 'number').max * Math.max(1, Math.abs(slopes.exact))}
        .words=${`Pulling the string of a by ${formatTick(delta)} moves the output by about ${formatTick(moved)}.`}
        @pull=${(event: CustomEvent<number>) => this.change({ delta: this.byHand(event.detail) })}
      ></mf-string-boxes>
      <p class="soft small">
        Derivative × Δ says the output moves by ${formatTick(moved)}. It really moves by ${formatTick(really)}.
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-derivative-figure': DerivativeFigure;
  }
}
