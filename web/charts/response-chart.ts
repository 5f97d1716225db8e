import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Response } from '../engine/types';
import type { Reading } from './chart-cursor';
import { chartFrame } from './chart-frame';
import { axisTitle, formatNumber, formatQuantity } from './format';
import { legend } from './legend';
import { PlotChart, type PlotDrawing, type PlotModule } from './plot-chart';
import { GRID, horizontalAxis, plotFrame, verticalAxis } from './plot-layout';
import { extent, paddedExtent } from './statistics';

/** The model's answer as one feature moves and the others stay at their mean, over the data it should explain. */
@customElement('mf-response-chart')
export class ResponseChart extends PlotChart {
  @property({ attribute: false }) response: Response | null = null;
  @property({ attribute: false }) featureName = 'feature';
  @property({ attribute: false }) featureUnit = '';
  /** Raw feature values and targets of the test rows, in the same order. */
  @property({ attribute: false }) dataX = new Float64Array();
  @property({ attribute: false }) dataY = new Float64Array();
  @property({ attribute: false }) targetName = 'target';
  @property({ attribute: false }) unit = '';

  private pixelX = new Float64Array();
  private pixelY = new Float64Array();
  /** Top and bottom of the marks in the latest drawing, in CSS pixels. */
  private frame: readonly [number, number] = [0, 0];

  get pointCount(): number {
    return Math.min(this.pixelX.length, this.response?.raw.length ?? 0);
  }

  pointNear(x: number): number | null {
    let best: number | null = null;
    for (let i = 0; i < this.pixelX.length; i++) {
      const distance = Math.abs((this.pixelX[i] as number) - x);
      if (best === null || distance < Math.abs((this.pixelX[best] as number) - x)) best = i;
    }
    return best;
  }

  readPoint(index: number): Reading {
    const { raw, scaled, predictions } = this.response as Response;
    return {
      x: this.pixelX[index] as number,
      y: [this.pixelY[index] as number],
      rule: this.frame,
      lines: [
        `${this.featureName} ${formatQuantity(raw[index] as number, this.featureUnit)}`,
        `as scaled ${formatNumber(scaled[index] as number)}`,
        `predicted ${formatQuantity(predictions[index] as number, this.unit)}`,
      ],
    };
  }

  protected emptyNotice(): string {
    return this.response && this.response.raw.length > 0 ? '' : 'No response yet.';
  }

  protected draw(plot: PlotModule, width: number, height: number, em: number): PlotDrawing {
    const { raw, predictions } = this.response as Response;
    // From the data alone: a scale that followed the curve would hide that it moves.
    const yDomain = paddedExtent(0.1, this.dataY);
    const xDomain = paddedExtent(0.02, this.dataX, raw);
    const xAxis = horizontalAxis(axisTitle(this.featureName, this.featureUnit), xDomain, width, em);
    const yAxis = verticalAxis(axisTitle(this.targetName, this.unit), yDomain, height, em);
    const drawing = plot.plot({
      ...plotFrame(width, height, em, yDomain),
      x: xAxis,
      y: yAxis,
      marks: [
        plot.gridX({ ...GRID, ticks: xAxis.ticks }),
        plot.gridY({ ...GRID, ticks: yAxis.ticks }),
        plot.dot(this.dataX, {
          x: (_, i) => this.dataX[i],
          y: (_, i) => this.dataY[i],
          r: 3,
          fill: 'var(--series-test)',
          fillOpacity: 0.4,
        }),
        plot.line(raw, {
          x: (_, i) => raw[i],
          y: (_, i) => predictions[i],
          stroke: 'var(--ink)',
          strokeWidth: 2.5,
          clip: true,
        }),
      ],
    });
    const x = drawing.scale('x');
    const y = drawing.scale('y');
    this.pixelX = raw.map((value) => x?.apply(value) as number);
    this.pixelY = predictions.map((value) => y?.apply(Math.min(yDomain[1], Math.max(yDomain[0], value))) as number);
    this.frame = [y?.apply(yDomain[1]) as number, y?.apply(yDomain[0]) as number];
    return drawing;
  }

  protected override render(): TemplateResult {
    const title = `Response to ${this.featureName}`;
    return chartFrame({
      title,
      summary: this.summary(),
      legend: legend([
        { label: 'the model, other features at their mean', token: '--ink', mark: 'line' },
        { label: 'a test row', token: '--series-test', mark: 'dot' },
      ]),
      cursor: this.cursor,
      notice: this.notice,
      table: {
        caption: `${title}: the model’s answer, other features at their test-set mean`,
        columns: [
          axisTitle(this.featureName, this.featureUnit),
          'As scaled',
          axisTitle(`Predicted ${this.targetName}`, this.unit),
        ],
        rows: () =>
          Array.from(this.response?.raw ?? [], (raw, i) => [
            formatNumber(raw, 4),
            formatNumber(this.response?.scaled[i] as number),
            formatNumber(this.response?.predictions[i] as number, 4),
          ]),
      },
    });
  }

  private summary(): string {
    if (!this.response || this.response.raw.length === 0) return 'No response yet.';
    const { raw, predictions } = this.response;
    const [low, high] = extent(raw);
    const first = formatNumber(predictions[0] as number);
    const last = formatQuantity(predictions.at(-1) as number, this.unit);
    const from = formatNumber(low);
    const to = formatQuantity(high, this.featureUnit);
    return `As ${this.featureName} goes from ${from} to ${to}, the prediction goes from ${first} to ${last}.`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-response-chart': ResponseChart;
  }
}
