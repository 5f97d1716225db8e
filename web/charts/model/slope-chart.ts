import { css, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Reading } from '../frame/chart-cursor';
import { chartFrame } from '../frame/chart-frame';
import { legend } from '../frame/legend';
import { formatNumber } from '../numbers/format';
import { nearestAlong } from '../numbers/nearest';
import { type Domain, drawableRows, linesInside } from '../numbers/off-scale';
import { paddedExtent } from '../numbers/statistics';
import { GRID, horizontalAxis, plotFrame, verticalAxis } from '../plot/layout';
import { PlotChart, type PlotDrawing, type PlotModule } from '../plot/plot-chart';

const SECANT_DASH = [6, 5];

/** The objective of training against one element, with the slopes by the backward pass and by differences. */
@customElement('mf-slope-chart')
export class SlopeChart extends PlotChart {
  /** The element's name, e.g. `W1[RM, unit 4]`. */
  @property({ attribute: false }) name = '';
  @property({ attribute: false }) value = 0;
  /** Offsets from `value`, ascending, 0 in the middle. */
  @property({ attribute: false }) offsets = new Float64Array();
  @property({ attribute: false }) objective = new Float64Array();
  @property({ attribute: false }) analytic = 0;
  @property({ attribute: false }) numeric = 0;

  private points: number[] = [];
  private pixelX = new Float64Array();
  private pixelY = new Float64Array();

  get pointCount(): number {
    return this.points.length;
  }

  pointNear(x: number): number | null {
    return nearestAlong(this.pixelX, this.points, x);
  }

  readPoint(index: number): Reading {
    const point = this.points[index] as number;
    return {
      x: this.pixelX[point] as number,
      y: [this.pixelY[point] as number],
      lines: [
        `${this.name} ${formatNumber(this.value + (this.offsets[point] as number), 4)}`,
        `L ${formatNumber(this.objective[point] as number, 5)}`,
      ],
    };
  }

  protected emptyNotice(): string {
    return drawableRows(this.objective).length > 0 ? '' : 'No finite values to draw.';
  }

  protected draw(plot: PlotModule, width: number, height: number, em: number): PlotDrawing {
    const x = this.offsets.map((offset) => this.value + offset);
    this.points = drawableRows(this.objective);
    const yDomain = paddedExtent(0.15, this.objective);
    const xAxis = horizontalAxis(this.name, paddedExtent(0.02, x), width, em);
    const yAxis = verticalAxis('L', yDomain, height, em);
    const straight = (slope: number, mark: object) =>
      this.straight(x, slope, yDomain).map((line) => plot.line(line, { strokeWidth: 2, ...mark }));
    const drawing = plot.plot({
      ...plotFrame(width, height, em, yDomain),
      x: xAxis,
      y: yAxis,
      marks: [
        plot.gridY({ ...GRID, ticks: yAxis.ticks }),
        plot.line(this.points, {
          x: (point: number) => x[point],
          y: (point: number) => this.objective[point],
          stroke: 'var(--ink)',
          strokeWidth: 2.5,
        }),
        ...straight(this.analytic, { stroke: 'var(--series-test)' }),
        ...straight(this.numeric, { stroke: 'var(--series-training)', strokeDasharray: SECANT_DASH.join(' ') }),
        plot.dot([[this.value, this.here]], { r: 5, fill: 'var(--ink)' }),
      ],
    });
    this.pixelX = x.map((value) => drawing.scale('x')?.apply(value) as number);
    this.pixelY = this.objective.map((value) => drawing.scale('y')?.apply(value) as number);
    return drawing;
  }

  /** The objective at the element's current value. */
  private get here(): number {
    return this.objective[(this.objective.length - 1) / 2] as number;
  }

  /** The line with this slope through the current point, cut off at the edges of the scale. */
  private straight(x: Float64Array, slope: number, domain: Domain) {
    return linesInside(
      x,
      this.offsets.map((offset) => this.here + slope * offset),
      domain,
    );
  }

  protected override render(): TemplateResult {
    const title = `L against ${this.name}`;
    return chartFrame({
      title,
      summary: this.summary(),
      legend: legend([
        { label: 'L, all other numbers as they are', token: '--ink', mark: 'line' },
        { label: 'slope by the backward pass', token: '--series-test', mark: 'line' },
        { label: 'slope by nudging', token: '--series-training', mark: 'line', dash: SECANT_DASH },
      ]),
      cursor: this.cursor,
      notice: this.notice,
      table: {
        caption: title,
        columns: [this.name, 'L', 'By the backward pass', 'By nudging'],
        rows: () =>
          Array.from(this.offsets, (offset, i) => [
            formatNumber(this.value + offset, 4),
            formatNumber(this.objective[i] as number, 6),
            formatNumber(this.here + this.analytic * offset, 6),
            formatNumber(this.here + this.numeric * offset, 6),
          ]),
      },
    });
  }

  private summary(): string {
    const [analytic, numeric] = [formatNumber(this.analytic, 6), formatNumber(this.numeric, 6)];
    return (
      `At ${this.name} = ${formatNumber(this.value, 6)}, L is ${formatNumber(this.here, 6)}. According to the backward pass its ` +
      `slope is ${analytic}, nudging says ${numeric}. L is what training makes small on the rows checked.`
    );
  }

  static override styles = [
    ...PlotChart.styles,
    css`
      :host {
        --plot-height: 16rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-slope-chart': SlopeChart;
  }
}
