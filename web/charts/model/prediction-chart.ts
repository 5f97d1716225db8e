import { css, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CanvasPoints, MovingPoints } from '../drawing/moving-marks';
import { ThemeController } from '../drawing/theme';
import type { Reading } from '../frame/chart-cursor';
import { chartFrame } from '../frame/chart-frame';
import { legend } from '../frame/legend';
import { axisTitle, formatCount, formatNumber, formatQuantity } from '../numbers/format';
import { ascendingOrder, nearestPoint } from '../numbers/nearest';
import { beyondWords, clampToScale, type Domain, drawableRows, isDrawable, leftOutWords } from '../numbers/off-scale';
import { meanAbsoluteError, paddedExtent } from '../numbers/statistics';
import { GRID, horizontalAxis, plotFrame, squared, verticalAxis } from '../plot/layout';
import { PlotChart, type PlotDrawing, type PlotModule } from '../plot/plot-chart';

/** Height in CSS pixels below which the scales fill the width instead of making a square. */
const LEAST_SQUARE = 260;

/** Distance in CSS pixels within which the pointer reads a point. */
const REACH = 24;

/** Predictions against actual values, on equal scales, with the line where both agree. */
@customElement('mf-prediction-chart')
export class PredictionChart extends PlotChart {
  /** Target and prediction of each row, in the target's unit; all three arrays are in the same order. */
  @property({ attribute: false }) actual = new Float64Array();
  @property({ attribute: false }) predicted = new Float64Array();
  /** Row numbers of the data set, counted from 0. */
  @property({ attribute: false }) rows = new Int32Array();
  @property({ attribute: false }) unit = '';
  @property({ attribute: false }) targetName = 'target';

  /** Indices of the drawable rows by rising actual value, and the position of each row in the latest drawing. */
  private order: number[] = [];
  private pixelX = new Float64Array();
  private pixelY = new Float64Array();
  private points: CanvasPoints | null = null;
  private toY: (value: number) => number = Number;

  /** A canvas keeps the colours it was painted with. */
  private readonly theme = new ThemeController(this, () => this.invalidate());

  constructor() {
    // A canvas can be drawn more often than an SVG.
    super(['predicted'], 32);
  }

  get pointCount(): number {
    return Math.min(this.order.length, this.pixelX.length);
  }

  pointNear(x: number, y: number): number | null {
    const row = nearestPoint(this.pixelX, this.pixelY, x, y, REACH);
    return row === null ? null : this.order.indexOf(row);
  }

  readPoint(index: number): Reading {
    const i = this.order[index] as number;
    const actual = this.actual[i] as number;
    const predicted = this.predicted[i] as number;
    const error = predicted - actual;
    const sign = error > 0 ? '+' : '';
    return {
      x: this.pixelX[i] as number,
      y: [this.pixelY[i] as number],
      lines: [
        `Row ${this.rows[i]}`,
        `actual ${formatQuantity(actual, this.unit)}`,
        `predicted ${formatQuantity(predicted, this.unit)}`,
        `error ${sign}${formatNumber(error)}`,
      ],
    };
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('actual')) this.order = ascendingOrder(this.actual, drawableRows(this.actual));
  }

  protected emptyNotice(): string {
    return this.order.length > 0 && this.predicted.length === this.actual.length ? '' : 'No predictions yet.';
  }

  /** The scale depends only on the actual values, so that the axes stay the same during training. */
  private get domain(): Domain {
    return paddedExtent(0.1, this.actual);
  }

  protected draw(plot: PlotModule, width: number, height: number, em: number): PlotDrawing {
    const { domain } = this;
    const filled = plotFrame(width, height, em, domain);
    // If there is little height, a square would be too small to read.
    const frame = height < LEAST_SQUARE ? filled : squared(filled);
    const side = width - frame.marginLeft - frame.marginRight;
    const rise = height - frame.marginTop - frame.marginBottom;
    const xAxis = horizontalAxis(axisTitle(`actual ${this.targetName}`, this.unit), domain, side, em);
    const yAxis = verticalAxis(
      rise < 12 * em ? 'predicted' : axisTitle(`predicted ${this.targetName}`, this.unit),
      domain,
      rise,
      em,
    );
    const drawing = plot.plot({
      ...frame,
      x: xAxis,
      y: frame === filled ? yAxis : { ...yAxis, ticks: xAxis.ticks },
      marks: [
        plot.gridX({ ...GRID, ticks: xAxis.ticks }),
        plot.gridY({ ...GRID, ticks: frame === filled ? yAxis.ticks : xAxis.ticks }),
        plot.line([domain, domain], {
          x: (_, i) => domain[i],
          y: (_, i) => domain[i],
          stroke: 'var(--ink)',
          strokeDasharray: '6 4',
        }),
      ],
    });
    const x = drawing.scale('x');
    const y = drawing.scale('y');
    this.pixelX = this.actual.map((value) => (isDrawable(value) ? (x?.apply(value) as number) : Number.NaN));
    this.toY = (value) => y?.apply(value) as number;
    this.points = new CanvasPoints(this.layer(), width, height, this.theme.colour('--series-test'));
    return drawing;
  }

  protected override move(): void {
    const { shown, off } = clampToScale(this.predicted, this.domain);
    this.pixelY = shown.map(this.toY);
    this.points?.place(this.pixelX, this.pixelY, off);
  }

  protected override render(): TemplateResult {
    const title = `Predicted against actual ${this.targetName}`;
    return chartFrame({
      title,
      summary: this.summary(),
      legend: legend([
        { label: 'a test row', token: '--series-test', mark: 'dot' },
        { label: 'predicted = actual', token: '--ink', mark: 'line', dash: [6, 4] },
        { label: 'beyond the scale', token: '--series-test', mark: 'triangle' },
      ]),
      cursor: this.cursor,
      made: this.drawSvg,
      notice: this.notice,
      table: {
        caption: `${title}, by row${this.unit === '' ? '' : `, in ${this.unit}`}`,
        columns: ['Row', 'Actual', 'Predicted', 'Error'],
        rows: () =>
          Array.from(this.rows, (row, i) => {
            const actual = this.actual[i] ?? Number.NaN;
            const predicted = this.predicted[i] ?? Number.NaN;
            return [String(row), formatNumber(actual, 4), formatNumber(predicted, 4), formatNumber(predicted - actual)];
          }),
      },
    });
  }

  /** The drawing with its points, to be saved. */
  private readonly drawSvg = async (): Promise<SVGSVGElement> => {
    const drawing = this.copyOfDrawing();
    const { off } = clampToScale(this.predicted, this.domain);
    new MovingPoints(drawing, this.actual.length).place(this.pixelX, this.pixelY, off);
    return drawing;
  };

  private summary(): string {
    if (this.emptyNotice() !== '') return this.emptyNotice();
    const { beyond } = clampToScale(this.predicted, this.domain);
    const error = meanAbsoluteError(this.actual, this.predicted);
    const distance = Number.isFinite(error)
      ? `, on average ${formatQuantity(error, this.unit)} from the line.`
      : ': their mean distance from the line is not a finite number.';
    const rest = beyondWords(beyond, 'prediction') + leftOutWords(this.actual.length - this.order.length);
    return formatCount(this.actual.length, 'test row') + distance + rest;
  }

  static override styles = [
    ...PlotChart.styles,
    css`
      .plot {
        flex: var(--plot-flex, none);
        aspect-ratio: var(--plot-ratio, 1);
        min-height: 0;
        max-height: var(--plot-most, 25rem);
        width: 100%;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-prediction-chart': PredictionChart;
  }
}
