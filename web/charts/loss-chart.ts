import { css, html, LitElement, type TemplateResult, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type uPlot from 'uplot';
import uPlotStyles from 'uplot/dist/uPlot.min.css?inline';
import type { CurvePoint, Evaluation } from '../engine/types';
import { ChartCursor, type Readable, type Reading } from './chart-cursor';
import { chartFrame, frameStyles } from './chart-frame';
import { formatNumber, squaredUnit } from './format';
import { type LegendEntry, legend } from './legend';
import { epochAtBatch, LossColumns, lossExtent } from './loss-data';
import {
  BASELINE,
  type LossMarks,
  type LossSeries,
  makeLossPlot,
  plotData,
  TEST,
  TRAINING,
  VALIDATION,
} from './loss-plot';
import { type LossScale, lossRange } from './loss-scale';
import { SizeController, VisibilityController } from './observers';
import { ThemeController } from './theme';
import { thinRows } from './thin-rows';

/** Rows of the table at most: more would be neither read nor cheap. */
const TABLE_ROWS = 400;

/** Evaluations marked on the curve at most: more would hide it. */
const MARKED_EVALUATIONS = 50;

/**
 * Loss by epoch on training, validation and test rows.
 * Sends `scale-change` with `{ scale }` when the reader asks for the other scale.
 */
@customElement('mf-loss-chart')
export class LossChart extends LitElement implements Readable {
  @property({ attribute: false }) curve: readonly CurvePoint[] = [];
  @property({ attribute: false }) evaluations: readonly Evaluation[] = [];
  @property({ attribute: false }) scale: LossScale = 'log';
  /** Mean squared error of the exact least-squares fit on the test rows. */
  @property({ attribute: false }) baselineLoss: number | null = null;
  /** Unit of the target; the loss is in its square. */
  @property({ attribute: false }) unit = '';

  private readonly cursor = new ChartCursor(this, this);
  private readonly theme = new ThemeController(this, () => this.remake());
  private readonly visibility = new VisibilityController(this, () => this.paint());
  private readonly size = new SizeController(this, '.plot', () => this.resize());
  private readonly columns = new LossColumns();
  private marks: LossMarks = {
    lossRange: [1, 100],
    lastEpoch: 0,
    baseline: null,
    evaluations: [],
    evaluationToken: TEST.token,
  };
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
    const series = this.drawnSeries().map(({ label, key }) => ({ label, value: point[key] ?? Number.NaN }));
    return {
      x: plot.over.offsetLeft + plot.valToPos(point.epoch, 'x'),
      y: series
        .filter(({ value }) => Number.isFinite(value))
        .map(({ value }) => plot.over.offsetTop + plot.valToPos(value, 'y')),
      rule: [plot.over.offsetTop, plot.over.offsetTop + plot.over.clientHeight],
      lines: [`Epoch ${point.epoch}`, ...series.map(({ label, value }) => `${label} ${formatNumber(value)}`)],
    };
  }

  protected override willUpdate(): void {
    this.columns.update(this.curve);
    const judged = this.hasValidation ? VALIDATION : TEST;
    this.marks = {
      lossRange: lossRange(lossExtent(this.columns, this.evaluations, this.baselineLoss), this.scale),
      lastEpoch: this.curve.at(-1)?.epoch ?? 0,
      baseline: this.baselineLoss,
      evaluations: thinRows(this.evaluations, MARKED_EVALUATIONS).map(({ batch, loss }) => ({
        epoch: epochAtBatch(this.curve, batch),
        loss,
      })),
      evaluationToken: judged.token,
    };
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('scale') || changed.has('unit')) this.remake();
    else this.paint();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.plot?.destroy();
    this.plot = null;
  }

  private get hasValidation(): boolean {
    return this.curve.at(-1)?.validation != null;
  }

  private drawnSeries(): LossSeries[] {
    return this.hasValidation ? [TRAINING, VALIDATION, TEST] : [TRAINING, TEST];
  }

  private paint(): void {
    if (!this.visibility.visible || this.size.width === 0) return;
    if (this.plot) this.plot.setData(plotData(this.columns));
    else this.make();
    this.cursor.refresh();
  }

  private make(): void {
    const target = this.renderRoot.querySelector<HTMLElement>('.drawing');
    if (!target) return;
    const { width, height } = this.size;
    this.plot = makeLossPlot(
      target,
      { width, height },
      this.scale,
      this.unit,
      this.theme,
      this.columns,
      () => this.marks,
    );
  }

  private remake(): void {
    this.plot?.destroy();
    this.plot = null;
    this.paint();
  }

  private resize(): void {
    this.plot?.setSize({ width: this.size.width, height: this.size.height });
    this.paint();
  }

  protected override render(): TemplateResult {
    return chartFrame({
      title: 'Loss',
      summary: this.summary(),
      legend: legend(this.legendEntries()),
      toolbar: this.scaleSwitch(),
      cursor: this.cursor,
      notice: this.curve.length === 0 ? 'Press Train: the loss will appear here, epoch by epoch.' : '',
      table: {
        caption: this.tableCaption(),
        columns: ['Epoch', ...this.drawnSeries().map(({ label }) => label)],
        rows: () =>
          thinRows(this.curve, TABLE_ROWS).map((point) => [
            String(point.epoch),
            ...this.drawnSeries().map(({ key }) => formatNumber(point[key] ?? Number.NaN, 4)),
          ]),
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
    entries.push({ label: 'evaluation', token: this.marks.evaluationToken, mark: 'diamond' });
    if (this.baselineLoss !== null) entries.push({ ...BASELINE, mark: 'line' });
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
    return `Mean squared error after epoch ${last.epoch}: ${values.join(', ')}.${baseline}`;
  }

  private tableCaption(): string {
    const squared = squaredUnit(this.unit);
    const measure = squared === '' ? 'Mean squared error' : `Mean squared error in ${squared}`;
    const thinned = this.curve.length > TABLE_ROWS ? ', evenly thinned' : '';
    return `${measure} by epoch${thinned}`;
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
