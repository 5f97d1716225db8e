import { css, html, LitElement, type TemplateResult, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type uPlot from 'uplot';
import uPlotStyles from 'uplot/dist/uPlot.min.css?inline';
import type { CurvePoint, Evaluation } from '../../engine/types';
import { dequeueDraw, enqueueDraw } from '../drawing/draw-queue';
import { SizeController, VisibilityController } from '../drawing/observers';
import { ThemeController } from '../drawing/theme';
import { Throttle } from '../drawing/throttle';
import { ThrottledWords } from '../drawing/throttled-words';
import { ChartCursor, type Readable, type Reading } from '../frame/chart-cursor';
import { chartFrame, frameStyles } from '../frame/chart-frame';
import { type LegendEntry, legend } from '../frame/legend';
import {
  BASELINE,
  behindLegend,
  type LossSeries,
  type RunBehind,
  TEST,
  TRAINING,
  VALIDATION,
} from '../frame/line-styles';
import { capitalised, formatNumber } from '../numbers/format';
import { beyondWords } from '../numbers/off-scale';
import { beyondRange, epochAtBatch, epochsOf, LossColumns, lastEpochOf, lossExtent, thinRows } from './data';
import type { LossMarks } from './marks';
import { makeLossPlot, plotData } from './plot';
import { type LossScale, lossRange, shareOfAxis } from './scale';
import { endsBehind, lossesBehind, lossRows } from './words';

/** The most rows of the table. */
const TABLE_ROWS = 400;

/** The most marks on the curve, of evaluations and of points beyond the scale: more would hide it. */
const MOST_MARKS = 50;

/** Milliseconds between two drawings during training. */
const REDRAW_INTERVAL = 60;

/**
 * Loss by epoch on training, validation and test rows.
 * Fires `scale-change` with `{ scale }` when the reader chooses the other scale.
 */
@customElement('mf-loss-chart')
export class LossChart extends LitElement implements Readable {
  @property({ attribute: false }) curve: readonly CurvePoint[] = [];
  @property({ attribute: false }) evaluations: readonly Evaluation[] = [];
  @property({ attribute: false }) scale: LossScale = 'log';
  /** Loss of the exact least-squares fit on the test rows. */
  @property({ attribute: false }) baselineLoss: number | null = null;
  /** Stored runs drawn behind the live one, by their loss on the test rows. */
  @property({ attribute: false }) behind: readonly RunBehind[] = [];
  /** Epochs that the live run will have. */
  @property({ attribute: false }) plannedEpochs = 0;
  @property({ attribute: false }) hasEnded = false;
  /** What the loss is, with its unit. */
  @property({ attribute: false }) measure = 'loss';

  private readonly cursor = new ChartCursor(this, this);
  private readonly words = new ThrottledWords(this, ['curve', 'evaluations']);
  private readonly throttle = new Throttle(REDRAW_INTERVAL, () => enqueueDraw(this.drawNow));
  private readonly theme = new ThemeController(this, () => this.remake());
  private readonly visibility = new VisibilityController(this, () => this.requestDraw());
  private readonly size = new SizeController(this, '.plot', () => this.resize());
  private readonly columns = new LossColumns();
  private marks: LossMarks = {
    scale: 'log',
    range: [1, 100],
    lastEpoch: 0,
    baseline: null,
    evaluations: [],
    behind: [],
    judged: TEST,
    beyond: [],
  };
  private drawn = this.marks;
  private beyond = 0;
  private plot: uPlot | null = null;

  get pointCount(): number {
    return this.plot ? this.columns.epochs.length : 0;
  }

  pointNear(x: number): number | null {
    if (!this.plot || this.pointCount === 0) return null;
    return this.plot.valToIdx(this.plot.posToVal(x - this.plot.over.offsetLeft, 'x'));
  }

  readPoint(index: number): Reading {
    const plot = this.plot as uPlot;
    const point = this.curve[index] as CurvePoint;
    const { range, scale } = this.marks;
    const height = (loss: number): number => Math.min(1, Math.max(0, shareOfAxis(loss, range, scale)));
    const series = this.drawnSeries().map(({ label, key }) => ({ label, value: point[key] ?? Number.NaN }));
    return {
      x: plot.over.offsetLeft + plot.valToPos(point.epoch, 'x'),
      y: series
        .filter(({ value }) => !Number.isNaN(value))
        .map(({ value }) => plot.over.offsetTop + plot.valToPos(height(value), 'y')),
      rule: [plot.over.offsetTop, plot.over.offsetTop + plot.over.clientHeight],
      lines: [
        `Epoch ${point.epoch}`,
        ...series.map(({ label, value }) => `${label} ${formatNumber(value)}`),
        ...lossesBehind(this.behind, point.epoch),
      ],
    };
  }

  protected override shouldUpdate(changed: Map<PropertyKey, unknown>): boolean {
    if (changed.size > 0) this.take();
    if (changed.has('measure')) this.remake();
    else if (changed.size > 0) this.requestDraw();
    return this.words.areDue(changed);
  }

  private take(): void {
    this.columns.update(this.curve);
    const range = lossRange(lossExtent(this.columns, this.evaluations, this.behind), this.baselineLoss, this.scale);
    const evaluations = this.evaluations.map(({ batch, loss }) => ({ epoch: epochAtBatch(this.curve, batch), loss }));
    const beyond = beyondRange(this.columns, evaluations, range);
    this.beyond = beyond.length;
    this.marks = {
      scale: this.scale,
      range,
      lastEpoch: lastEpochOf(this.curve, this.behind, this.plannedEpochs, this.hasEnded),
      baseline: this.baselineLoss,
      evaluations: thinRows(evaluations, MOST_MARKS),
      behind: this.behind,
      judged: this.hasValidation ? VALIDATION : TEST,
      beyond: thinRows(beyond, MOST_MARKS),
    };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.throttle.cancel();
    dequeueDraw(this.drawNow);
    this.plot?.destroy();
    this.plot = null;
  }

  private get hasValidation(): boolean {
    return this.curve.at(-1)?.validation != null;
  }

  private drawnSeries(): LossSeries[] {
    return this.hasValidation ? [TRAINING, VALIDATION, TEST] : [TRAINING, TEST];
  }

  private requestDraw(): void {
    if (this.visibility.visible && this.size.width > 0) this.throttle.request();
  }

  private readonly drawNow = (): void => {
    const target = this.renderRoot.querySelector<HTMLElement>('.drawing');
    if (!target || !this.visibility.visible) return;
    if (this.plot) this.redraw(this.plot);
    else this.plot = this.make(target);
    this.drawn = this.marks;
    this.cursor.refresh();
  };

  private redraw(plot: uPlot): void {
    plot.setData(plotData(this.columns, this.marks));
    const { scale, range } = this.drawn;
    const isSame = this.marks.scale === scale && this.marks.range.every((end, i) => end === range[i]);
    // The drawing contains losses only as shares of the axis, so different losses with the same shares still need new
    // ticks.
    if (!isSame) plot.redraw(false, true);
  }

  private make(target: HTMLElement): uPlot {
    const { width, height } = this.size;
    return makeLossPlot(target, { width, height }, this.measure, this.theme, this.columns, () => this.marks);
  }

  private readonly drawSvg = async (): Promise<SVGSVGElement> => {
    const { lossDrawing } = await import('./drawing');
    const { width, height } = this.size;
    const { curve, measure, marks } = this;
    const em = this.theme.pixels('--size-1');
    const drawing = lossDrawing({ width, height, em, measure, curve, series: this.drawnSeries(), marks });
    this.renderRoot.querySelector('.drawing')?.append(drawing);
    return drawing;
  };

  private remake(): void {
    this.plot?.destroy();
    this.plot = null;
    this.requestDraw();
  }

  private resize(): void {
    this.plot?.setSize({ width: this.size.width, height: this.size.height });
    this.requestDraw();
  }

  protected override render(): TemplateResult {
    return chartFrame({
      title: 'Loss',
      summary: this.summary(),
      legend: legend(this.legendEntries()),
      toolbar: this.scaleSwitch(),
      cursor: this.cursor,
      made: this.drawSvg,
      notice: this.curve.length === 0 ? 'Press Train: the loss will appear here, epoch by epoch.' : '',
      table: {
        caption: this.tableCaption(),
        columns: [
          'Epoch',
          ...this.drawnSeries().map(({ label }) => label),
          ...this.behind.map(({ name }) => `${name}, test`),
        ],
        rows: () => lossRows(this.curve, this.drawnSeries(), this.behind, TABLE_ROWS),
      },
    });
  }

  private scaleSwitch(): TemplateResult {
    const option = (scale: LossScale, label: string) =>
      html`<button type="button" aria-pressed=${this.scale === scale} @click=${() => this.choose(scale)}>${label}</button>`;
    return html`<div class="switch" role="group" aria-label="Scale of the loss axis">
      ${option('log', 'log')}${option('linear', 'linear')}
    </div>`;
  }

  private choose(scale: LossScale): void {
    if (scale === this.scale) return;
    this.dispatchEvent(new CustomEvent('scale-change', { detail: { scale }, bubbles: true, composed: true }));
  }

  private legendEntries(): LegendEntry[] {
    const entries: LegendEntry[] = this.drawnSeries().map((series) => ({ ...series, mark: 'line' }));
    entries.push({ label: 'evaluation', token: this.marks.judged.token, mark: 'diamond' });
    if (this.baselineLoss !== null) entries.push({ ...BASELINE, mark: 'line' });
    for (const run of this.behind) entries.push({ ...behindLegend(run), label: `${run.name}, test` });
    if (this.beyond > 0) entries.push({ label: 'beyond the scale', token: '--ink', mark: 'triangle' });
    return entries;
  }

  private summary(): string {
    const last = this.curve.at(-1);
    if (!last) return 'Nothing trained yet.';
    const values = this.drawnSeries().map(({ label, key }) => `${label} ${formatNumber(last[key] ?? Number.NaN)}`);
    const baseline =
      this.baselineLoss === null
        ? ''
        : ` The exact least-squares fit has ${formatNumber(this.baselineLoss)} on the test rows.`;
    return `Loss after epoch ${last.epoch}: ${values.join(', ')}.${baseline}${beyondWords(this.beyond, 'point')}${endsBehind(this.behind)}`;
  }

  private tableCaption(): string {
    const thinned = epochsOf(this.curve, this.behind).length > TABLE_ROWS ? ', evenly thinned' : '';
    return `${capitalised(this.measure)}, by epoch${thinned}`;
  }

  static override styles = [
    unsafeCSS(uPlotStyles),
    frameStyles,
    css`
      .switch {
        display: flex;
      }
      button {
        min-height: 1.75rem;
        padding: 0 var(--space-3);
        border: 1px solid var(--control);
        background: var(--surface);
        color: var(--ink);
        font: inherit;
        font-size: var(--size-1);
        cursor: pointer;
      }
      button:first-child {
        border-radius: var(--radius) 0 0 var(--radius);
      }
      button:last-child {
        margin-left: -1px;
        border-radius: 0 var(--radius) var(--radius) 0;
      }
      button[aria-pressed='true'] {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
      }
      @media (forced-colors: active) {
        button[aria-pressed='true'] {
          forced-color-adjust: none;
          border-color: Highlight;
          background: Highlight;
          color: HighlightText;
        }
      }
      button:focus-visible {
        z-index: 1;
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-loss-chart': LossChart;
  }
  interface HTMLElementEventMap {
    'scale-change': CustomEvent<{ scale: LossScale }>;
  }
}
