import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { formatNumber, formatTick } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import type { Engine } from '../../engine/engine';
import { whole } from '../../state/page/format';
import { tables } from '../../styles/tables';
import { choiceField } from '../choice-field';
import { CoreFigure } from '../core-figure';
import type { FigureDescription, FigureField } from '../fields.js';
import { figureFrame } from '../figure-frame';
import { Remembered } from '../foundations/remembered';
import '../plane';
import type { HandleMove, PlaneArea, PlaneCurve, PlaneNote } from '../plane';
import { StepPlayer } from '../step-player';
import { areasOf, levelsOf, notesOf } from './descent-map';
import { MOST_UPDATES, type Parameters, type PathPoint, pathOf, type Surface, surfaceOf } from './descent-surface';
import { numberField } from './described-field';
import { FROM_SCRATCH } from './descriptions.js';
import { pathsTable, type Way } from './paths-table';

const { fields } = FROM_SCRATCH['sgd-surface'] as FigureDescription;
const FEATURES = (fields.feature as Extract<FigureField, { kind: 'choice' }>).of;
const SIZES = (fields.sizes as Extract<FigureField, { kind: 'names' }>).of;

const W = { min: -16, max: 16, step: 0.5 };
const B = { min: 0, max: 40, step: 0.5 };
const X_AXIS = { name: 'weight w, $1000s', domain: [W.min, W.max] } as const;
const Y_AXIS = { name: 'bias b, $1000s', domain: [B.min, B.max] } as const;

/** Milliseconds for each update while it plays. */
const PACE = 90;

const LOOKS: Readonly<Record<string, Pick<PlaneCurve, 'token' | 'dash' | 'width'>>> = {
  '1': { token: '--series-test', width: 1.5 },
  '23': { token: '--run-2', dash: [6, 3], width: 2.5 },
  all: { token: '--ink', dash: [2, 4], width: 3 },
};

/** The loss of a line over weight and bias as a map, and the paths of SGD with several batch sizes. */
@customElement('mf-sgd-surface-figure')
export class SgdSurfaceFigure extends CoreFigure {
  readonly #player = new StepPlayer(this, (updates) => this.change({ updates }));
  readonly #surface = new Remembered<
    Surface & { readonly areas: readonly PlaneArea[]; readonly notes: readonly PlaneNote[] }
  >();
  readonly #ways = new Remembered<readonly Way[]>();

  protected override figure(_functions: EngineFunctions, engine: Engine): TemplateResult {
    const surface = this.#surfaceOf(engine);
    const ways = this.#waysOf(engine, surface.trainingRows);
    const start = this.#start;
    const words = this.#words(ways, surface);
    return figureFrame({
      title: `The loss of a line over ${this.text('feature')}, and the path of SGD`,
      controls: html`${choiceField({
        id: 'feature',
        label: 'Feature',
        of: FEATURES,
        value: this.text('feature'),
        choose: (feature) => this.change({ feature }),
      })}
        ${this.#sizeChoice(surface.trainingRows)}
        ${numberField(fields.rate, this.number('rate'), (rate) => this.change({ rate }), true)}
        ${numberField(fields.updates, this.#updates, (updates) => this.#goTo(updates))}
        <div class="steps">
          <button type="button" class="primary" @click=${this.#play}>${this.#player.isPlaying ? 'Pause' : 'Play'}</button>
          <button type="button" @click=${() => this.#goTo(Math.min(MOST_UPDATES, this.#updates + 1))}>One update</button>
          <button type="button" @click=${() => this.#goTo(0)}>Back to the start</button>
          <button type="button" @click=${() => this.change({ seed: (this.number('seed') + 1) % 4294967296 })}>
            Another order of rows
          </button>
        </div>`,
      picture: html`<mf-plane
          .label=${`Lines of equal loss around the best fit. ${words}`}
          .xAxis=${X_AXIS}
          .yAxis=${Y_AXIS}
          .areas=${surface.areas}
          .notes=${surface.notes}
          .curves=${ways.map(({ size, rowsInBatch, points }) => ({
            label: size === 'all' ? `all ${rowsInBatch} rows` : `batches of ${rowsInBatch}`,
            xs: points.map(({ w }) => w),
            ys: points.map(({ b }) => b),
            ...(LOOKS[size] as Pick<PlaneCurve, 'token'>),
          }))}
          .dots=${ways.flatMap(({ size, points }) => {
            const { w, b } = points.at(-1) as PathPoint;
            const isInside = w >= W.min && w <= W.max;
            return isInside ? [{ x: w, y: b, token: LOOKS[size]?.token ?? '' }] : [];
          })}
          .handles=${[
            {
              name: 'Start',
              x: start.w,
              y: start.b,
              ...W,
              vertical: B,
              token: '--accent',
              valueText: `start at w ${formatTick(start.w)}, b ${formatTick(start.b)}`,
            },
          ]}
          @handle-move=${({ detail }: HandleMove) => this.change({ start: [detail.x, detail.y] })}
        ></mf-plane>
        <p class="small soft">
          A stronger colour means a smaller mean squared error on the ${surface.trainingRows} training rows; the numbers on the
          rings are its value in ($1000s)². Drag the start, or move it with the arrow keys.
        </p>
        <div class="scroll" tabindex="0" role="region" aria-label="The paths in numbers">${pathsTable(ways, surface)}</div>`,
      words,
    });
  }

  get #start(): Parameters {
    const [w = 0, b = 0] = this.numbers('start');
    return { w: Math.min(W.max, Math.max(W.min, w)), b: Math.min(B.max, Math.max(B.min, b)) };
  }

  /** The number of updates shown; while it plays, those played so far. */
  get #updates(): number {
    return Math.floor(this.#player.at ?? this.number('updates'));
  }

  #goTo(updates: number): void {
    this.#player.pause();
    this.change({ updates });
  }

  readonly #play = (): void => this.#player.toggle(this.#updates, MOST_UPDATES, PACE);

  #surfaceOf(engine: Engine) {
    const feature = this.text('feature');
    return this.#surface.of(feature, () => {
      const surface = surfaceOf(engine, feature, X_AXIS.domain, Y_AXIS.domain);
      const levels = levelsOf(surface);
      return {
        ...surface,
        areas: areasOf(surface, levels),
        notes: [...notesOf(surface, levels, B.min), { x: surface.best.w, y: surface.best.b, text: '×' }],
      };
    });
  }

  /** Complete paths, so that playing only shows more of them. */
  #waysOf(engine: Engine, trainingRows: number): readonly Way[] {
    const [feature, rate, seed, start] = [this.text('feature'), this.number('rate'), this.number('seed'), this.#start];
    const all = this.#ways.of([feature, rate, seed, start.w, start.b].join(), () =>
      SIZES.map((size) => {
        const rowsInBatch = size === 'all' ? trainingRows : Number(size);
        const descent = { feature, size: rowsInBatch, rate, start, updates: MOST_UPDATES, seed };
        return { size, rowsInBatch, points: pathOf(engine, descent) };
      }),
    );
    return all
      .filter(({ size }) => this.names('sizes').includes(size))
      .map((way) => ({ ...way, points: way.points.slice(0, this.#updates + 1) }));
  }

  #words(ways: readonly Way[], { best }: Surface): string {
    const updates = this.#updates;
    const exact = `the least-squares fit × has ${formatNumber(best.loss)}`;
    if (updates === 0) {
      const { loss } = (ways[0] as Way).points[0] as PathPoint;
      return `At the start, w = ${formatTick(this.#start.w)} and b = ${formatTick(this.#start.b)}, the loss is ${formatNumber(loss)}; ${exact}.`;
    }
    const parts = ways.map(({ size, points }) => {
      const { rows, loss } = points.at(-1) as PathPoint;
      const name = size === 'all' ? 'all rows at once' : `batches of ${size}`;
      if (points.length <= updates)
        return `${name}: stopped after ${points.length - 1} updates, because the numbers became too large`;
      return `${name}: loss ${formatNumber(loss)}, ${whole(rows)} ${rows === 1 ? 'row' : 'rows'} read`;
    });
    return `After ${updates} ${updates === 1 ? 'update' : 'updates'}, ${parts.join('; ')}; ${exact}.`;
  }

  #sizeChoice(trainingRows: number): TemplateResult {
    const sizes = this.names('sizes');
    return html`<fieldset class="sizes">
      <legend>Batch size</legend>
      ${SIZES.map((size) => {
        const isOn = sizes.includes(size);
        return html`<label>
          <input
            type="checkbox"
            .checked=${live(isOn)}
            ?disabled=${isOn && sizes.length === 1}
            @change=${() => this.change({ sizes: SIZES.filter((other) => sizes.includes(other) !== (other === size)) })}
          />
          ${size === 'all' ? `all ${trainingRows}` : size}
        </label>`;
      })}
    </fieldset>`;
  }

  static override styles = [
    ...CoreFigure.styles,
    tables,
    css`
      mf-plane {
        --plot-height: 26rem;
      }
      .steps {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        grid-column: 1 / -1;
      }
      .steps .primary {
        min-width: 5.5rem;
      }
      .sizes {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        min-height: 2.25rem;
        margin: 0;
        padding: 0;
        border: 0;
      }
      .sizes legend {
        float: left;
        padding: 0;
        font-weight: 600;
      }
      .sizes label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      .sizes input {
        margin: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-sgd-surface-figure': SgdSurfaceFigure;
  }
}
