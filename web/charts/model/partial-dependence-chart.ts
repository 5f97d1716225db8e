import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PartialDependence } from '../../worker/protocol';
import { addPath, edgeMarks, linesPath, write } from '../drawing/moving-marks';
import type { Reading } from '../frame/chart-cursor';
import { chartFrame } from '../frame/chart-frame';
import { legend } from '../frame/legend';
import { BEHIND_WIDTH, behindLegend, behindStyle, type DependenceBehind } from '../frame/line-styles';
import { axisTitle, formatNumber, formatQuantity } from '../numbers/format';
import { nearestAlong } from '../numbers/nearest';
import {
  beyondWords,
  clampToScale,
  type Domain,
  drawableRows,
  isDrawable,
  leftOutWords,
  linesInside,
} from '../numbers/off-scale';
import { extent, paddedExtent } from '../numbers/statistics';
import { GRID, horizontalAxis, plotFrame, verticalAxis } from '../plot/layout';
import { PlotChart, type PlotDrawing, type PlotModule } from '../plot/plot-chart';

/**
 * The partial dependence on one feature: the prediction as it varies and the others stay at their mean, over the data.
 */
@customElement('mf-response-chart')
export class PartialDependenceChart extends PlotChart {
  @property({ attribute: false }) dependence: PartialDependence | null = null;
  /** Stored runs drawn behind the live one. */
  @property({ attribute: false }) behind: readonly DependenceBehind[] = [];
  @property({ attribute: false }) featureName = 'feature';
  @property({ attribute: false }) featureUnit = '';
  /** The rows whose raw feature values and targets are drawn, in the same order. */
  @property({ attribute: false }) rowSet: 'training' | 'test' = 'test';
  @property({ attribute: false }) dataX = new Float64Array();
  @property({ attribute: false }) dataY = new Float64Array();
  @property({ attribute: false }) targetName = 'target';
  @property({ attribute: false }) unit = '';

  /** Points of the curve that can be drawn, and the positions of all points in the latest drawing, in CSS pixels. */
  private points: number[] = [];
  private pixelX = new Float64Array();
  private pixelY = new Float64Array();
  /** Top and bottom of the marks in the latest drawing, in CSS pixels. */
  private frame: readonly [number, number] = [0, 0];
  private line: SVGPathElement | null = null;
  private edges: SVGPathElement | null = null;
  private toX: (value: number) => number = Number;
  private toY: (value: number) => number = Number;

  constructor() {
    super(['dependence']);
  }

  get pointCount(): number {
    return this.points.length;
  }

  pointNear(x: number): number | null {
    return nearestAlong(this.pixelX, this.points, x);
  }

  readPoint(index: number): Reading {
    const { raw, scaled, predictions } = this.dependence as PartialDependence;
    const point = this.points[index] as number;
    return {
      x: this.pixelX[point] as number,
      y: [this.pixelY[point] as number],
      rule: this.frame,
      lines: [
        `${this.featureName} ${formatQuantity(raw[point] as number, this.featureUnit)}`,
        `as scaled ${formatNumber(scaled[point] as number)}`,
        `predicted ${formatQuantity(predictions[point] as number, this.unit)}`,
        ...this.answersBehind(raw[point] as number),
      ],
    };
  }

  /** The predictions of stored runs whose sweep has this very value: those with the same rows and scaling. */
  private answersBehind(value: number): string[] {
    return this.behind.flatMap(({ run, dependence }) => {
      const prediction = dependence.predictions[dependence.raw.indexOf(value)];
      return prediction === undefined ? [] : [`${run.name} ${formatQuantity(prediction, this.unit)}`];
    });
  }

  protected emptyNotice(): string {
    return this.dependence?.raw.some(isDrawable) ? '' : 'No response yet.';
  }

  /** The scale depends only on the data. If it depended on the curve, the curve would not seem to move. */
  private get domain(): Domain {
    return paddedExtent(0.1, this.dataY);
  }

  protected draw(plot: PlotModule, width: number, height: number, em: number): PlotDrawing {
    const yDomain = this.domain;
    const xDomain = paddedExtent(
      0.02,
      this.dataX,
      (this.dependence as PartialDependence).raw,
      ...this.behind.map(({ dependence }) => dependence.raw),
    );
    const xAxis = horizontalAxis(axisTitle(this.featureName, this.featureUnit), xDomain, width, em);
    const yAxis = verticalAxis(axisTitle(this.targetName, this.unit), yDomain, height, em);
    const drawing = plot.plot({
      ...plotFrame(width, height, em, yDomain),
      x: xAxis,
      y: yAxis,
      marks: [
        plot.gridX({ ...GRID, ticks: xAxis.ticks }),
        plot.gridY({ ...GRID, ticks: yAxis.ticks }),
        plot.dot(drawableRows(this.dataX, this.dataY), {
          x: (row: number) => this.dataX[row],
          y: (row: number) => this.dataY[row],
          r: 3,
          fill: `var(--series-${this.rowSet})`,
          fillOpacity: 0.4,
        }),
        ...this.behind.flatMap(({ run, dependence }) => {
          const { token, dash } = behindStyle(run);
          const stroke = { stroke: `var(${token})`, strokeWidth: BEHIND_WIDTH, strokeDasharray: dash.join(' ') };
          return linesInside(dependence.raw, dependence.predictions, yDomain).map((line) => plot.line(line, stroke));
        }),
      ],
    });
    const x = drawing.scale('x');
    const y = drawing.scale('y');
    this.toX = (value) => (isDrawable(value) ? (x?.apply(value) as number) : Number.NaN);
    this.toY = (value) => y?.apply(value) as number;
    this.frame = [this.toY(yDomain[1]), this.toY(yDomain[0])];
    this.line = addPath(drawing, 'line');
    this.edges = addPath(drawing, 'edge');
    return drawing;
  }

  protected override move(): void {
    const { raw, predictions } = this.dependence as PartialDependence;
    const { shown, off } = clampToScale(predictions, this.domain);
    this.points = drawableRows(raw);
    this.pixelX = raw.map(this.toX);
    this.pixelY = shown.map(this.toY);
    const lines = linesInside(raw, predictions, this.domain);
    const pixels = lines.map((line) => line.map(([x, y]) => [this.toX(x), this.toY(y)] as const));
    if (this.line) write(this.line, 'd', linesPath(pixels));
    if (this.edges) write(this.edges, 'd', edgeMarks(this.pixelX, off, this.frame[1], this.frame[0]));
  }

  protected override render(): TemplateResult {
    const title = `Response to ${this.featureName}`;
    return chartFrame({
      title,
      summary: this.summary(),
      legend: legend([
        {
          label: this.hasAttribute('compact') ? 'the model' : 'the model, other features at their mean',
          token: '--ink',
          mark: 'line',
        },
        { label: `a ${this.rowSet} row`, token: `--series-${this.rowSet}`, mark: 'dot' },
        { label: 'beyond the scale', token: '--ink', mark: 'triangle' },
        ...this.behind.map(({ run }) => behindLegend(run)),
      ]),
      cursor: this.cursor,
      notice: this.notice,
      table: {
        caption: `${title}: the model’s answer, other features at their test-set mean`,
        columns: [
          axisTitle(this.featureName, this.featureUnit),
          'As scaled',
          axisTitle(`Predicted ${this.targetName}`, this.unit),
          ...this.behind.map(({ run }) => run.name),
        ],
        rows: () =>
          Array.from(this.dependence?.raw ?? [], (raw, i) => [
            formatNumber(raw, 4),
            formatNumber(this.dependence?.scaled[i] as number),
            formatNumber(this.dependence?.predictions[i] as number, 4),
            ...this.behind.map(({ dependence }) => tableAnswer(dependence, raw)),
          ]),
      },
    });
  }

  private summary(): string {
    if (!this.dependence || this.emptyNotice() !== '') return 'No response yet.';
    const { raw, predictions } = this.dependence;
    const [low, high] = extent(raw);
    const first = formatNumber(predictions[0] as number);
    const last = formatQuantity(predictions.at(-1) as number, this.unit);
    const from = formatNumber(low);
    const to = formatQuantity(high, this.featureUnit);
    const rows = Math.min(this.dataX.length, this.dataY.length);
    const rest =
      beyondWords(clampToScale(predictions, this.domain).beyond, 'point') +
      leftOutWords(rows - drawableRows(this.dataX, this.dataY).length);
    return `As ${this.featureName} goes from ${from} to ${to}, the prediction goes from ${first} to ${last}.${rest}${this.endsBehind()}`;
  }

  private endsBehind(): string {
    const ends = this.behind.map(({ run, dependence: { predictions } }) => {
      return `${run.name} from ${formatNumber(predictions[0] as number)} to ${formatNumber(predictions.at(-1) as number)}`;
    });
    return ends.length === 0 ? '' : ` Behind it: ${ends.join('; ')}.`;
  }
}

/** A stored run's prediction at a value of the live sweep; empty if its own sweep lacks the value. */
function tableAnswer({ raw, predictions }: PartialDependence, value: number): string {
  const prediction = predictions[raw.indexOf(value)];
  return prediction === undefined ? '' : formatNumber(prediction, 4);
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-response-chart': PartialDependenceChart;
  }
}
