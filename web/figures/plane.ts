import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { linesPath } from '../charts/drawing/moving-marks';
import { SizeController } from '../charts/drawing/observers';
import { pointIn } from '../charts/drawing/pointer';
import { type LegendEntry, legend, legendStyles } from '../charts/frame/legend';
import { formatTick } from '../charts/numbers/format';
import { type Domain, linesInside, sideOf } from '../charts/numbers/off-scale';
import { layOutPlane, type PlaneLayout } from './plane-layout';
import { keyedNumber, type NumberBounds, toStep } from './typed-number';

export interface PlaneAxis {
  /** With its unit, if it has one. */
  readonly name: string;
  readonly domain: Domain;
}

/** A line through points, cut off at the edges of the plane. */
export interface PlaneCurve {
  readonly label: string;
  readonly xs: ArrayLike<number>;
  readonly ys: ArrayLike<number>;
  /** A custom property, e.g. `--run-1`. */
  readonly token: string;
  readonly dash?: readonly number[];
  /** In CSS pixels; 2.5 by default. */
  readonly width?: number;
  /** Whether it has no entry in the legend, as one of many similar curves. */
  readonly isUnnamed?: boolean;
}

export interface PlaneDot {
  readonly x: number;
  readonly y: number;
  readonly token: string;
}

/** Many points at once, such as the rows of a table. */
export interface PlaneScatter {
  readonly label: string;
  readonly xs: ArrayLike<number>;
  readonly ys: ArrayLike<number>;
  readonly token: string;
}

/** A filled part of the plane: polygons as rings of points, outer rings and holes alike. */
export interface PlaneArea {
  readonly rings: readonly (readonly (readonly [x: number, y: number])[])[];
  /** A CSS colour. */
  readonly fill: string;
}

/** A short text at a position of the plane. */
export interface PlaneNote {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A point of the plane that can be moved to the left and right, and also up and down if it has bounds for that. */
export interface PlaneHandle {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /**
   * The vertical bounds of a point that moves in both directions; otherwise its y follows from its x. A point with
   * equal `min` and `max` moves only up and down.
   */
  readonly vertical?: NumberBounds;
  /** A custom property; the text colour by default. */
  readonly token?: string;
  /** The announced text: the position of the point, and its value there. */
  readonly valueText: string;
}

/** Fired while a handle moves. `y` is unchanged for a handle that moves only to the left and right. */
export type HandleMove = CustomEvent<{ readonly name: string; readonly x: number; readonly y: number }>;

/**
 * The largest distance of a touch that grabs a handle which moves in both directions, in CSS pixels. A touch farther
 * away scrolls the page.
 */
const TOUCH_REACH = 28;
const UPRIGHT_KEYS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'];

/** Curves on a pair of axes, with points that can be dragged along them or moved with the arrow keys. */
@customElement('mf-plane')
export class Plane extends LitElement {
  /** The text equivalent of the drawing. */
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) xAxis: PlaneAxis = { name: 'x', domain: [0, 1] };
  @property({ attribute: false }) yAxis: PlaneAxis = { name: 'y', domain: [0, 1] };
  @property({ attribute: false }) curves: readonly PlaneCurve[] = [];
  @property({ attribute: false }) dots: readonly PlaneDot[] = [];
  @property({ attribute: false }) scatter: PlaneScatter | null = null;
  /** Drawn in this order, below everything else. */
  @property({ attribute: false }) areas: readonly PlaneArea[] = [];
  @property({ attribute: false }) notes: readonly PlaneNote[] = [];
  @property({ attribute: false }) handles: readonly PlaneHandle[] = [];
  /** Whether the pointer draws: it moves each handle that it passes. */
  @property({ type: Boolean }) sketch = false;

  private readonly size = new SizeController(this, '.plot', () => this.requestUpdate());
  /** The handle that follows the pointer. */
  private held: string | null = null;

  protected override render(): TemplateResult {
    return html`${legend(this.legendEntries)}
      <div
        class=${this.sketch ? 'plot sketch' : 'plot'}
        @pointerdown=${this.onPointerDown}
        @pointermove=${this.onPointerMove}
        @pointerup=${this.onPointerUp}
        @pointercancel=${this.onPointerUp}
      >
        ${this.size.width > 0 ? this.drawing(this.layout) : nothing}
      </div>`;
  }

  private get legendEntries(): readonly LegendEntry[] {
    const scattered = this.scatter === null ? [] : [{ ...this.scatter, mark: 'dot' as const }];
    return [...scattered, ...this.curves.filter(({ isUnnamed }) => !isUnnamed).map(legendEntry)];
  }

  private get layout(): PlaneLayout {
    // In projector mode the text is larger.
    const em = Number.parseFloat(getComputedStyle(this.plot).fontSize);
    return layOutPlane(this.xAxis.domain, this.yAxis.domain, this.size.width, this.size.height, em);
  }

  private drawing(layout: PlaneLayout): TemplateResult {
    const { width, height } = layout;
    return html`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}">
      <g role="img" aria-label=${this.label}>
        ${this.areas.map(({ rings, fill }) => svg`<path class="area" d=${ringsPath(layout, rings)} fill=${fill} fill-rule="evenodd" />`)}
        ${this.axes(layout)}
        ${this.notes.map(
          ({ x, y, text }) => svg`<text class="note" x=${layout.toX(x)} y=${layout.toY(y)} dy="0.32em">${text}</text>`,
        )}
        ${this.scattered(layout)}
        ${this.curves.map(
          ({ xs, ys, token, dash, width = 2.5 }) => svg`<path
            class="curve"
            d=${this.path(layout, xs, ys)}
            stroke="var(${token})"
            stroke-width=${width}
            stroke-dasharray=${dash?.join(' ') ?? 'none'}
          />`,
        )}
        ${this.dots
          .filter(({ y }) => sideOf(y, this.yAxis.domain) === 0)
          .map(
            ({ x, y, token }) =>
              svg`<circle class="dot" cx=${layout.toX(x)} cy=${layout.toY(y)} r="5" fill="var(${token})" />`,
          )}
      </g>
      ${this.handles.map((handle) => this.handle(layout, handle))}
    </svg>`;
  }

  private axes({ left, right, top, bottom, height, em, xTicks, yTicks, toX, toY }: PlaneLayout) {
    return svg`
      ${xTicks.map(
        (tick) => svg`<path class=${tick === 0 ? 'zero' : 'grid'} d="M${toX(tick)} ${top}V${bottom}" />
          <text class="tick level" x=${toX(tick)} y=${bottom + 1.4 * em}>${formatTick(tick)}</text>`,
      )}
      ${yTicks.map(
        (tick) => svg`<path class=${tick === 0 ? 'zero' : 'grid'} d="M${left} ${toY(tick)}H${right}" />
          <text class="tick upright" x=${left - 7} y=${toY(tick)} dy="0.32em">${formatTick(tick)}</text>`,
      )}
      <text class="title" x=${(left + right) / 2} y=${height - 5}>${this.xAxis.name}</text>
      <text class="title" transform="translate(${0.95 * em} ${(top + bottom) / 2}) rotate(-90)">${this.yAxis.name}</text>`;
  }

  /** Each point is a line of length 0 with round ends. */
  private scattered({ toX, toY }: PlaneLayout) {
    if (this.scatter === null) return nothing;
    const { xs, ys, token } = this.scatter;
    const path = Array.from(xs, (x, i) => [x, ys[i] as number] as const)
      .filter(([, y]) => sideOf(y, this.yAxis.domain) === 0)
      .map(([x, y]) => `M${toX(x).toFixed(1)} ${toY(y).toFixed(1)}h0`)
      .join('');
    return svg`<path class="scatter" d=${path} stroke="var(${token})" />`;
  }

  private path({ toX, toY }: PlaneLayout, xs: ArrayLike<number>, ys: ArrayLike<number>): string {
    const lines = linesInside(xs, ys, this.yAxis.domain).flatMap((line) => this.cutAtSides(line));
    return linesPath(lines.map((line) => line.map(([x, y]) => [toX(x), toY(y)] as const)));
  }

  private cutAtSides(line: readonly (readonly [number, number])[]) {
    const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)];
    return linesInside(ys, xs, this.xAxis.domain).map((part) => part.map(([y, x]) => [x, y] as const));
  }

  private handle({ toX, toY }: PlaneLayout, handle: PlaneHandle) {
    const { name, x, y, vertical, token = '--ink', valueText } = handle;
    const isUpright = movesUpright(handle);
    const { min, max } = isUpright ? (vertical as NumberBounds) : handle;
    const [low, high] = this.yAxis.domain;
    const place = `translate(${toX(x)} ${toY(Math.min(high, Math.max(low, y)))})`;
    return svg`<g
      class=${vertical === undefined ? 'handle' : 'handle free'}
      role="slider"
      aria-roledescription=${vertical === undefined || isUpright ? nothing : 'point to move with all four arrow keys'}
      aria-orientation=${isUpright ? 'vertical' : nothing}
      tabindex="0"
      transform=${place}
      aria-label=${name}
      aria-valuemin=${min}
      aria-valuemax=${max}
      aria-valuenow=${isUpright ? y : x}
      aria-valuetext=${valueText}
      @keydown=${(event: KeyboardEvent) => this.onKeyDown(event, handle)}
    >
      <circle class="reach" r="18" />
      <circle class="ring" r=${this.sketch ? 9 : 13} />
      <circle class="knob" r=${this.sketch ? 5 : 8} fill="var(${token})" />
    </g>`;
  }

  private onKeyDown(event: KeyboardEvent, handle: PlaneHandle): void {
    const isUpright = movesUpright(handle) || (handle.vertical !== undefined && UPRIGHT_KEYS.includes(event.key));
    const [x, y] = isUpright
      ? [handle.x, keyedNumber(event.key, handle.y, handle.vertical as NumberBounds)]
      : [keyedNumber(event.key, handle.x, handle), handle.y];
    if (x === null || y === null) return;
    event.preventDefault();
    this.moveTo(handle, x, y);
  }

  private readonly onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const handle = this.nearest(event);
    if (handle === undefined) return;
    const isForPage = event.pointerType === 'touch' && handle.vertical !== undefined && !this.sketch;
    if (isForPage && this.distance(event, handle) > TOUCH_REACH) return;
    this.held = handle.name;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.follow(event, handle);
  };

  private readonly onPointerMove = (event: PointerEvent): void => {
    if (this.held === null) return;
    const handle = this.sketch ? this.nearest(event) : this.handles.find(({ name }) => name === this.held);
    if (handle !== undefined) this.follow(event, handle);
  };

  private readonly onPointerUp = (): void => {
    this.held = null;
  };

  private nearest(event: PointerEvent): PlaneHandle | undefined {
    return [...this.handles].sort((a, b) => this.distance(event, a) - this.distance(event, b))[0];
  }

  private distance(event: PointerEvent, { x, y }: PlaneHandle): number {
    const { toX, toY } = this.layout;
    const at = pointIn(this.plot, event);
    const across = toX(x) - at.x;
    return this.sketch ? Math.abs(across) : Math.hypot(across, toY(y) - at.y);
  }

  private follow(event: PointerEvent, handle: PlaneHandle): void {
    const { fromX, fromY } = this.layout;
    const at = pointIn(this.plot, event);
    const x = toStep(fromX(at.x), handle);
    const y = handle.vertical === undefined ? handle.y : toStep(fromY(at.y), handle.vertical);
    this.moveTo(handle, x, y);
  }

  private get plot(): HTMLElement {
    return this.renderRoot.querySelector('.plot') as HTMLElement;
  }

  private moveTo({ name, ...from }: PlaneHandle, x: number, y: number): void {
    if (x === from.x && y === from.y) return;
    this.dispatchEvent(new CustomEvent('handle-move', { detail: { name, x, y } }) satisfies HandleMove);
  }

  static override styles = [
    legendStyles,
    css`
    :host {
      display: block;
      --plot-height: 18rem;
    }
    .plot {
      position: relative;
      margin-top: var(--space-2);
      height: var(--plot-height);
      font-size: var(--size-1);
      touch-action: pan-y;
      user-select: none;
      cursor: ew-resize;
    }
    svg {
      display: block;
    }
    .plot > svg {
      position: absolute;
      overflow: visible;
    }
    .sketch {
      touch-action: none;
      cursor: crosshair;
    }
    .grid {
      stroke: var(--rule);
    }
    .zero {
      stroke: var(--control);
    }
    text {
      fill: var(--ink-soft);
      font-size: var(--size-1);
      font-variant-numeric: tabular-nums;
    }
    .area {
      stroke: var(--surface);
    }
    .note {
      fill: var(--ink);
      stroke: var(--surface);
      stroke-width: 3px;
      stroke-opacity: 0.6;
      paint-order: stroke;
    }
    .note,
    .level,
    .title {
      text-anchor: middle;
    }
    .upright {
      text-anchor: end;
    }
    .curve {
      fill: none;
      stroke-linejoin: round;
    }
    .scatter {
      fill: none;
      stroke-width: 5px;
      stroke-linecap: round;
      stroke-opacity: 0.35;
    }
    .dot {
      stroke: var(--surface);
      stroke-width: 1.5px;
    }
    .handle {
      cursor: grab;
      outline: none;
    }
    .free {
      cursor: move;
      touch-action: none;
    }
    .reach {
      fill: transparent;
    }
    .ring {
      fill: none;
      stroke: none;
      stroke-width: 2.5px;
    }
    .handle:hover .ring {
      stroke: var(--control);
    }
    .handle:focus-visible .ring {
      stroke: var(--focus);
    }
    .knob {
      stroke: var(--surface);
      stroke-width: 2px;
    }
    @media (forced-colors: active) {
      .knob {
        fill: CanvasText;
      }
      .handle:focus-visible .ring {
        stroke: Highlight;
      }
    }
  `,
  ];
}

const movesUpright = ({ min, max, vertical }: PlaneHandle): boolean => vertical !== undefined && min === max;

function ringsPath({ toX, toY }: PlaneLayout, rings: PlaneArea['rings']): string {
  return linesPath(rings.map((ring) => ring.map(([x, y]) => [toX(x), toY(y)] as const)));
}

function legendEntry({ label, token, dash }: PlaneCurve): LegendEntry {
  return { label, token, mark: 'line', ...(dash && { dash }) };
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-plane': Plane;
  }
}
