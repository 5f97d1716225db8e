import { css, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Reading } from '../frame/chart-cursor';
import { chartFrame } from '../frame/chart-frame';
import { type Bin, binValues } from '../numbers/bins';
import { axisTitle, formatCount, formatNumber, formatQuantity, formatTick } from '../numbers/format';
import { isDrawable, leftOutWords } from '../numbers/off-scale';
import { mean, quantile } from '../numbers/statistics';
import { GRID, horizontalAxis, plotFrame, verticalAxis } from '../plot/layout';
import { PlotChart, type PlotDrawing, type PlotModule } from '../plot/plot-chart';

const BINS = 24;

/** A histogram of one column's values. */
@customElement('mf-histogram')
export class Histogram extends PlotChart {
  @property({ attribute: false }) values = new Float64Array();
  @property({ attribute: false }) name = '';
  @property({ attribute: false }) unit = '';

  private held = new Float64Array();
  private bins: Bin[] = [];
  private pixelX: number[] = [];
  private pixelY: number[] = [];

  get pointCount(): number {
    return this.pixelX.length;
  }

  pointNear(x: number): number | null {
    const half = ((this.pixelX[1] ?? Number.POSITIVE_INFINITY) - (this.pixelX[0] ?? 0)) / 2;
    const bin = this.pixelX.findIndex((centre) => Math.abs(centre - x) <= half);
    return bin < 0 ? null : bin;
  }

  readPoint(index: number): Reading {
    const bin = this.bins[index] as Bin;
    return {
      x: this.pixelX[index] as number,
      y: [this.pixelY[index] as number],
      lines: [`${formatTick(bin.from)} to ${formatQuantity(bin.to, this.unit)}`, formatCount(bin.count, 'row')],
    };
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('values')) return;
    this.held = this.values.filter(isDrawable);
    this.bins = binValues(this.held, BINS);
  }

  protected emptyNotice(): string {
    return this.bins.length > 0 ? '' : 'No values.';
  }

  protected draw(plot: PlotModule, width: number, height: number, em: number): PlotDrawing {
    const { bins } = this;
    const first = bins[0] as Bin;
    const last = bins.at(-1) as Bin;
    const yDomain = [0, Math.max(...bins.map(({ count }) => count))] as const;
    const yAxis = verticalAxis('rows', yDomain, height, em);
    const drawing = plot.plot({
      ...plotFrame(width, height, em, yDomain),
      x: horizontalAxis(axisTitle(this.name, this.unit), [first.from, last.to], width, em),
      y: yAxis,
      marks: [
        plot.gridY({ ...GRID, ticks: yAxis.ticks }),
        plot.rectY(bins, { x1: 'from', x2: 'to', y: 'count', fill: 'var(--accent)', insetLeft: 0.5, insetRight: 0.5 }),
        plot.ruleY([0], { stroke: 'var(--control)' }),
      ],
    });
    const x = drawing.scale('x');
    const y = drawing.scale('y');
    this.pixelX = bins.map((bin) => x?.apply((bin.from + bin.to) / 2) as number);
    this.pixelY = bins.map((bin) => y?.apply(bin.count) as number);
    return drawing;
  }

  protected override render(): TemplateResult {
    return chartFrame({
      title: this.name,
      summary: this.summary(),
      cursor: this.cursor,
      notice: this.notice,
      table: {
        caption: `How many rows have ${axisTitle(this.name, this.unit)} in each range`,
        columns: ['From', 'To', 'Rows'],
        rows: () => this.bins.map((bin) => [formatTick(bin.from), formatTick(bin.to), String(bin.count)]),
      },
    });
  }

  private summary(): string {
    if (this.held.length === 0) return 'No values.';
    const sorted = Float64Array.from(this.held).sort();
    const at = (share: number, unit = ''): string => formatQuantity(quantile(sorted, share), unit);
    const half = `half of the rows lie between ${at(0.25)} and ${at(0.75)}`;
    const rest = leftOutWords(this.values.length - this.held.length);
    return `From ${at(0)} to ${at(1, this.unit)}; ${half}; mean ${formatNumber(mean(this.held))}.${rest}`;
  }

  static override styles = [
    ...PlotChart.styles,
    css`
      :host {
        --plot-height: 11rem;
      }
      .summary {
        min-height: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-histogram': Histogram;
  }
}
