import { css, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Reading } from '../frame/chart-cursor';
import { chartFrame } from '../frame/chart-frame';
import { axisTitle, formatCount, formatNumber, formatQuantity } from '../numbers/format';
import { ascendingOrder, nearestPoint } from '../numbers/nearest';
import { drawableRows, isDrawable, leftOutWords } from '../numbers/off-scale';
import { correlation, paddedExtent } from '../numbers/statistics';
import { GRID, horizontalAxis, plotFrame, verticalAxis } from '../plot/layout';
import { PlotChart, type PlotDrawing, type PlotModule } from '../plot/plot-chart';

/** Distance in CSS pixels within which the pointer reads a point. */
const REACH = 20;

/** A scatter plot of one column against another, one point for each row. */
@customElement('mf-relation-chart')
export class RelationChart extends PlotChart {
  /** Raw values of both columns, in row order. */
  @property({ attribute: false }) x = new Float64Array();
  @property({ attribute: false }) y = new Float64Array();
  @property({ attribute: false }) xName = '';
  @property({ attribute: false }) xUnit = '';
  @property({ attribute: false }) yName = '';
  @property({ attribute: false }) yUnit = '';

  private order: number[] = [];
  private pixelX = new Float64Array();
  private pixelY = new Float64Array();

  get pointCount(): number {
    return Math.min(this.order.length, this.pixelX.length);
  }

  pointNear(x: number, y: number): number | null {
    const row = nearestPoint(this.pixelX, this.pixelY, x, y, REACH);
    return row === null ? null : this.order.indexOf(row);
  }

  readPoint(index: number): Reading {
    const row = this.order[index] as number;
    return {
      x: this.pixelX[row] as number,
      y: [this.pixelY[row] as number],
      lines: [
        `Row ${row}`,
        `${this.xName} ${formatQuantity(this.x[row] as number, this.xUnit)}`,
        `${this.yName} ${formatQuantity(this.y[row] as number, this.yUnit)}`,
      ],
    };
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('x') || changed.has('y')) this.order = ascendingOrder(this.x, drawableRows(this.x, this.y));
  }

  protected emptyNotice(): string {
    return this.order.length > 0 && this.x.length === this.y.length ? '' : 'No values.';
  }

  protected draw(plot: PlotModule, width: number, height: number, em: number): PlotDrawing {
    const yDomain = paddedExtent(0.05, this.y);
    const yAxis = verticalAxis(axisTitle(this.yName, this.yUnit), yDomain, height, em);
    const drawing = plot.plot({
      ...plotFrame(width, height, em, yDomain),
      x: horizontalAxis(axisTitle(this.xName, this.xUnit), paddedExtent(0.03, this.x), width, em),
      y: yAxis,
      marks: [
        plot.gridY({ ...GRID, ticks: yAxis.ticks }),
        plot.dot(this.order, {
          x: (row: number) => this.x[row],
          y: (row: number) => this.y[row],
          r: 2,
          fill: 'var(--accent)',
          fillOpacity: 0.45,
        }),
      ],
    });
    const scaleX = drawing.scale('x');
    const scaleY = drawing.scale('y');
    const drawn = (value: number, pixel: unknown): number => (isDrawable(value) ? (pixel as number) : Number.NaN);
    this.pixelX = this.x.map((value) => drawn(value, scaleX?.apply(value)));
    this.pixelY = this.y.map((value) => drawn(value, scaleY?.apply(value)));
    return drawing;
  }

  protected override render(): TemplateResult {
    const title = `${this.xName} and ${this.yName}`;
    return chartFrame({
      title,
      summary: this.summary(),
      cursor: this.cursor,
      notice: this.notice,
      table: {
        caption: `${title}, by row`,
        columns: ['Row', axisTitle(this.xName, this.xUnit), axisTitle(this.yName, this.yUnit)],
        rows: () =>
          Array.from(this.x, (x, row) => [String(row), formatNumber(x, 4), formatNumber(this.y[row] as number, 4)]),
      },
    });
  }

  private summary(): string {
    if (this.emptyNotice() !== '') return this.emptyNotice();
    const held = (column: Float64Array): Float64Array => Float64Array.from(this.order, (row) => column[row] as number);
    const r = correlation(held(this.x), held(this.y));
    const found = Number.isNaN(r) ? 'one of the two never changes' : `correlation ${formatNumber(r)}`;
    return `${formatCount(this.x.length, 'row')}; ${found}.${leftOutWords(this.x.length - this.order.length)}`;
  }

  static override styles = [
    ...PlotChart.styles,
    css`
      :host {
        --plot-height: 12rem;
      }
      .summary {
        min-height: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-relation-chart': RelationChart;
  }
}
