import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatNumber, formatTick } from '../charts/numbers/format';
import { niceStep } from '../charts/numbers/nice-step';
import type { Engine } from '../engine/engine';
import { EngineError } from '../engine/engine-error';
import { core } from './core';
import { Remembered } from './foundations/remembered';
import './live-words';
import './plane';
import { tellPending } from './pending';
import type { HandleMove, PlaneCurve, PlaneHandle } from './plane';
import { type Ground, type PredictedCurve, placesOn } from './predicted-curve';
import { PREDICTED_CURVES } from './predicted-curves';
import { differenceOf, drawnTo, FINER, POINTS } from './sketched-curve';

/** Fired with all points while the reader draws. */
export type SketchChange = CustomEvent<readonly number[]>;

/** Steps of an arrow key over the height of the picture. */
const STEPS = 100;

/**
 * A plane to draw a curve on, with the pointer or, point by point, with the arrow keys. Afterwards it also shows the
 * true curve.
 */
@customElement('mf-curve-sketch')
export class CurveSketch extends LitElement {
  /** Its name in `PREDICTED_CURVES`. */
  @property({ attribute: false }) curve = '';
  /** The drawn points; null if nothing has been drawn. */
  @property({ attribute: false }) drawn: readonly number[] | null = null;
  /** Whether the true curve is shown. Then drawing is disabled. */
  @property({ type: Boolean }) revealed = false;

  @state() private engine: Engine | null = null;
  @state() private described: PredictedCurve | null = null;
  @state() private problem = '';
  readonly #ground = new Remembered<Ground>();
  readonly #truth = new Remembered<readonly number[]>();
  #isPointing = false;
  /** The last point that the pointer passed. */
  #passed: number | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('curve')) tellPending(this, this.#load(this.curve));
  }

  async #load(curve: string): Promise<void> {
    try {
      const [module, engine] = await Promise.all([PREDICTED_CURVES[curve]?.(), core()]);
      if (curve !== this.curve) return;
      this.described = module?.default ?? null;
      this.engine = engine;
    } catch (error) {
      this.problem =
        error instanceof EngineError
          ? error.message
          : 'The curve could not be loaded. Check the connection, then reload the page.';
    }
  }

  protected override render(): TemplateResult {
    if (this.problem !== '') return html`<p role="alert">${this.problem}</p>`;
    const { described, engine } = this;
    if (engine === null || described === null) return html`<p class="loading" role="status">Loading the engine…</p>`;
    const ground = this.#ground.of(this.curve, () => described.ground(engine));
    const words = this.#words(described, engine);
    return html`<mf-plane
        ?sketch=${!this.revealed}
        .label=${`The ${described.name}, from ${formatTick(described.xAxis.domain[0])} to ${formatTick(described.xAxis.domain[1])}. ${words}`}
        .xAxis=${described.xAxis}
        .yAxis=${described.yAxis}
        .scatter=${ground.scatter}
        .curves=${[...ground.curves, ...this.#curves(described, engine)]}
        .handles=${this.revealed ? [] : this.#handles(described)}
        @pointerdown=${this.#onPointerDown}
        @pointerup=${this.#onPointerUp}
        @pointercancel=${this.#onPointerUp}
        @handle-move=${(event: HandleMove) => this.#onMove(event, described)}
      ></mf-plane>
      ${words === '' ? nothing : html`<mf-live-words .text=${words}></mf-live-words>`}`;
  }

  /** Handled before the plane handles it. */
  readonly #onPointerDown = {
    capture: true,
    handleEvent: (): void => {
      this.#isPointing = true;
    },
  };

  readonly #onPointerUp = (): void => {
    this.#isPointing = false;
    this.#passed = null;
  };

  #heights({ start }: PredictedCurve): readonly number[] {
    return this.drawn ?? Array.from({ length: POINTS }, () => start);
  }

  #curves(described: PredictedCurve, engine: Engine): readonly PlaneCurve[] {
    const { domain } = described.xAxis;
    const own: PlaneCurve = {
      label: 'your prediction',
      xs: placesOn(domain, POINTS),
      ys: this.#heights(described),
      token: '--run-1',
      dash: this.drawn === null ? [2, 5] : [8, 4],
    };
    if (!this.revealed) return [own];
    const truth = this.#trueCurve(described, engine);
    const real: PlaneCurve = {
      label: `the ${described.name}`,
      xs: placesOn(domain, truth.length),
      ys: truth,
      token: '--ink',
      width: 3,
    };
    return this.drawn === null ? [real] : [own, real];
  }

  #trueCurve({ values }: PredictedCurve, engine: Engine): readonly number[] {
    return this.#truth.of(this.curve, () => values(engine, (POINTS - 1) * FINER + 1));
  }

  #handles(described: PredictedCurve): readonly PlaneHandle[] {
    const [low, high] = described.yAxis.domain;
    const step = niceStep((high - low) / STEPS);
    const ys = this.#heights(described);
    return placesOn(described.xAxis.domain, POINTS).map((x, i) => ({
      name: `Point ${i + 1} of ${POINTS}, at ${formatNumber(x)}`,
      x,
      y: ys[i] as number,
      min: x,
      max: x,
      step: 1,
      vertical: { min: low, max: high, step },
      token: '--run-1',
      valueText: formatTick(ys[i] as number),
    }));
  }

  #onMove({ detail: { name, y } }: HandleMove, described: PredictedCurve): void {
    const point = Number(name.split(' ')[1]) - 1;
    const detail = drawnTo(this.#heights(described), this.#passed, point, y);
    this.#passed = this.#isPointing ? point : null;
    this.dispatchEvent(new CustomEvent('sketch-change', { detail }) satisfies SketchChange);
  }

  #words(described: PredictedCurve, engine: Engine): string {
    if (!this.revealed) {
      return this.drawn === null
        ? 'Draw with the pointer, or go to a point with Tab and move it with the arrow keys.'
        : '';
    }
    if (this.drawn === null) return '';
    const truth = this.#trueCurve(described, engine).filter((_, i) => i % FINER === 0);
    const { mean, largest, at } = differenceOf(this.drawn, truth);
    const x = placesOn(described.xAxis.domain, POINTS)[at] as number;
    const way = largest > 0 ? 'above' : 'below';
    return `Your curve is ${formatNumber(mean, 2)} away from the true curve on average, and farthest at ${formatNumber(x)}: ${formatNumber(Math.abs(largest), 2)} ${way} the true one.`;
  }

  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-2);
    }
    .loading {
      display: grid;
      place-content: center;
      min-height: 18rem;
      margin: 0;
      color: var(--ink-soft);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-curve-sketch': CurveSketch;
  }
}
