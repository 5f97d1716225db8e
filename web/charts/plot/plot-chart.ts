import { css, LitElement } from 'lit';
import { dequeueDraw, enqueueDraw } from '../drawing/draw-queue';
import { SizeController, VisibilityController } from '../drawing/observers';
import { Throttle } from '../drawing/throttle';
import { ThrottledWords } from '../drawing/throttled-words';
import { ChartCursor, type Readable, type Reading } from '../frame/chart-cursor';
import { frameStyles } from '../frame/chart-frame';

export type PlotModule = typeof import('./module');
export type PlotDrawing = ReturnType<PlotModule['plot']>;

/** Milliseconds between two drawings during training, unless a chart says otherwise. */
const REDRAW_INTERVAL = 50;

let loading: Promise<PlotModule> | null = null;
let loaded: PlotModule | null = null;

/** Loads Observable Plot. An early call saves the charts the wait. */
export async function loadPlot(): Promise<PlotModule> {
  loading ??= import('./module').catch((error: unknown) => {
    loading = null;
    throw error;
  });
  loaded = await loading;
  return loaded;
}

/**
 * The base of charts drawn by Observable Plot, which is loaded when the first one is made. They draw at a bounded rate,
 * and only while visible. Plot draws what does not move; marks that move with every report are moved over its drawing,
 * at a tenth of the cost.
 */
export abstract class PlotChart extends LitElement implements Readable {
  protected readonly cursor = new ChartCursor(this, this);
  /** Why nothing is drawn; empty when something is. */
  protected notice = loaded === null ? 'Loading the chart…' : '';
  private readonly words: ThrottledWords;
  private readonly visibility = new VisibilityController(this, () => this.requestDraw());
  private readonly size = new SizeController(this, '.plot', () => this.invalidate());
  private readonly throttle: Throttle;
  private plot: PlotModule | null = loaded;
  private drawing: PlotDrawing | null = null;
  private stale = true;
  private canvas: HTMLCanvasElement | null = null;

  /** `streamed`: properties that change with every report and only move marks. */
  constructor(streamed: readonly PropertyKey[] = [], interval = REDRAW_INTERVAL) {
    super();
    this.throttle = new Throttle(interval, () => enqueueDraw(this.drawNow));
    this.words = new ThrottledWords(this, streamed);
  }

  abstract get pointCount(): number;
  abstract pointNear(x: number, y: number): number | null;
  abstract readPoint(index: number): Reading;

  /** Why there is nothing to draw; empty if there is something. */
  protected abstract emptyNotice(): string;
  /**
   * Draws all that does not move, at the given size in CSS pixels; `em` is the height of small text, for the margins.
   */
  protected abstract draw(plot: PlotModule, width: number, height: number, em: number): PlotDrawing;

  /** Moves the marks of the latest drawing to the positions that the streamed properties give. */
  protected move(): void {}

  protected override shouldUpdate(changed: Map<PropertyKey, unknown>): boolean {
    if (changed.size > 0) this.invalidate(this.words.onlyStreamed(changed));
    return this.words.areDue(changed);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.plot === null) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.throttle.cancel();
    dequeueDraw(this.drawNow);
  }

  /** A canvas over the drawing, for marks that move. */
  protected layer(): HTMLCanvasElement {
    this.canvas ??= document.createElement('canvas');
    return this.canvas;
  }

  /** A copy of what does not move, in its place on the page. */
  protected copyOfDrawing(): SVGSVGElement {
    const copy = this.drawing?.cloneNode(true) ?? document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    this.renderRoot.querySelector('.drawing')?.append(copy);
    return copy as SVGSVGElement;
  }

  protected invalidate(onlyMarks = false): void {
    if (!onlyMarks) this.drawing = null;
    this.stale = true;
    this.requestDraw();
  }

  private requestDraw(): void {
    if (this.stale && this.visibility.visible && this.size.width > 0) this.throttle.request();
  }

  private readonly drawNow = (): void => {
    if (!this.plot) return;
    const target = this.renderRoot.querySelector('.drawing');
    if (!target || !this.stale || !this.visibility.visible) return;
    this.stale = false;
    this.setNotice(this.emptyNotice());
    if (this.notice === '') {
      if (!this.drawing) {
        const em = Number.parseFloat(getComputedStyle(target).fontSize);
        this.drawing = this.draw(this.plot, this.size.width, this.size.height, em);
        target.replaceChildren(this.drawing, ...(this.canvas === null ? [] : [this.canvas]));
      }
      this.move();
    } else {
      this.drawing = null;
      target.replaceChildren();
    }
    this.cursor.refresh();
  };

  private async load(): Promise<void> {
    try {
      this.plot = await loadPlot();
      // The loading notice goes even if the chart is not visible, and so not drawn yet.
      this.setNotice(this.emptyNotice());
      this.requestDraw();
    } catch {
      this.setNotice(
        'The code that draws this chart could not be loaded. Reload the page to try again. The table below contains the same values.',
      );
    }
  }

  private setNotice(text: string): void {
    if (text === this.notice) return;
    this.notice = text;
    this.requestUpdate();
  }

  static override styles = [
    frameStyles,
    css`
      .drawing {
        font-size: var(--size-1);
      }
      .drawing > canvas {
        position: absolute;
        inset: 0 auto auto 0;
        pointer-events: none;
      }
      .mf-plot {
        color: var(--ink-soft);
        font-family: var(--font-text);
        font-size: var(--size-1);
        font-variant-numeric: tabular-nums;
      }
      .point,
      .edge {
        fill: var(--series-test);
        fill-opacity: 0.55;
      }
      .edge {
        fill: var(--ink);
        fill-opacity: 1;
      }
      .line {
        fill: none;
        stroke: var(--ink);
        stroke-width: 2.5px;
        stroke-linejoin: round;
      }
    `,
  ];
}
