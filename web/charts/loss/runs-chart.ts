import { css, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CurvePoint } from '../../engine/types';
import type { Reading } from '../frame/chart-cursor';
import { chartFrame } from '../frame/chart-frame';
import { legend } from '../frame/legend';
import { runStyle } from '../frame/line-styles';
import { capitalised, formatCount, formatNumber } from '../numbers/format';
import { nearestPoint } from '../numbers/nearest';
import { beyondWords, type Domain } from '../numbers/off-scale';
import { GRID, horizontalAxis, plotFrame, verticalAxis } from '../plot/layout';
import { PlotChart, type PlotDrawing, type PlotModule } from '../plot/plot-chart';
import { thinRows } from './data';
import { lossRange, lossTicks } from './scale';

/** The most rows of the table. */
const TABLE_ROWS = 400;

/** Distance in CSS pixels within which the pointer reads a point. */
const REACH = 40;

/** The axis ends at this many times the least loss, because a run that diverged would otherwise flatten all others. */
const LOG_REACH = 1000;

export interface ComparedRun {
  readonly name: string;
  readonly colour: number;
  readonly curve: readonly CurvePoint[];
}

interface Point {
  readonly run: ComparedRun;
  readonly epoch: number;
  readonly loss: number;
}

/** Loss on the test rows by epoch, one line for each run. */
@customElement('mf-runs-chart')
export class RunsChart extends PlotChart {
  @property({ attribute: false }) runs: readonly ComparedRun[] = [];
  /** What the loss of the runs is, with its unit. */
  @property({ attribute: false }) measure = 'loss';

  private points: readonly Point[] = [];
  private beyond = 0;
  private yDomain: Domain = [1, 100];
  private pixelX = new Float64Array();
  private pixelY = new Float64Array();

  get pointCount(): number {
    return Math.min(this.points.length, this.pixelX.length);
  }

  pointNear(x: number, y: number): number | null {
    return nearestPoint(this.pixelX, this.pixelY, x, y, REACH);
  }

  readPoint(index: number): Reading {
    const { run, epoch, loss } = this.points[index] as Point;
    return {
      x: this.pixelX[index] as number,
      y: [this.pixelY[index] as number],
      lines: [run.name, `Epoch ${epoch}`, `test ${formatNumber(loss)}`],
    };
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('runs')) return;
    const all = this.runs.flatMap((run) => run.curve.map(({ epoch, test }) => ({ run, epoch, loss: test })));
    const losses = all.map(({ loss }) => loss).filter((loss) => loss > 0 && Number.isFinite(loss));
    const low = Math.min(...losses);
    const high = Math.min(Math.max(...losses), low * LOG_REACH);
    this.yDomain = [...lossRange(losses.length > 0 ? [low, high] : null, null, 'log')];
    this.points = all.filter(({ loss }) => loss >= this.yDomain[0] && loss <= this.yDomain[1]);
    this.beyond = all.length - this.points.length;
  }

  protected emptyNotice(): string {
    return this.points.length > 0 ? '' : 'Tick a run in the table to see its curve.';
  }

  protected draw(plot: PlotModule, width: number, height: number, em: number): PlotDrawing {
    const xDomain: Domain = [0, Math.max(1, ...this.points.map(({ epoch }) => epoch))];
    const yAxis = verticalAxis(capitalised(this.measure), this.yDomain, height, em);
    const ticks = lossTicks(this.yDomain, 'log', yAxis.ticks);
    const drawing = plot.plot({
      ...plotFrame(width, height, em, this.yDomain),
      x: horizontalAxis('Epoch', xDomain, width, em),
      y: { ...yAxis, type: 'log', ticks },
      marks: [
        plot.gridY({ ...GRID, ticks }),
        ...this.runs.map((run) => {
          const { token, dash } = runStyle(run.name, run.colour);
          return plot.line(
            this.points.filter((point) => point.run === run),
            { x: 'epoch', y: 'loss', stroke: `var(${token})`, strokeWidth: 2, strokeDasharray: dash.join(' ') },
          );
        }),
      ],
    });
    const x = drawing.scale('x');
    const y = drawing.scale('y');
    this.pixelX = Float64Array.from(this.points, ({ epoch }) => x?.apply(epoch) as number);
    this.pixelY = Float64Array.from(this.points, ({ loss }) => y?.apply(loss) as number);
    return drawing;
  }

  protected override render(): TemplateResult {
    return chartFrame({
      title: 'Loss of each run on the test rows',
      summary: this.summary(),
      legend: legend(this.runs.map(({ name, colour }) => ({ ...runStyle(name, colour), mark: 'line' }))),
      cursor: this.cursor,
      notice: this.notice,
      table: {
        caption: `${capitalised(this.measure)}, on the test rows, by run and epoch`,
        columns: ['Run', 'Epoch', 'Loss'],
        rows: () =>
          thinRows(this.points, TABLE_ROWS).map(({ run, epoch, loss }) => [
            run.name,
            String(epoch),
            formatNumber(loss, 4),
          ]),
      },
    });
  }

  private summary(): string {
    const ends = this.runs.flatMap(({ name, curve }) => {
      const last = curve.at(-1);
      return last ? [{ name, loss: last.test }] : [];
    });
    const finite = ends.filter(({ loss }) => Number.isFinite(loss)).sort((one, other) => one.loss - other.loss);
    const [best] = finite;
    if (!best) return 'No curve to compare.';
    return `${formatCount(ends.length, 'run')}; ${best.name} ends with the least test loss, ${formatNumber(best.loss)}.${beyondWords(this.beyond, 'point')}`;
  }

  static override styles = [
    ...PlotChart.styles,
    css`
      .summary {
        min-height: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-runs-chart': RunsChart;
  }
}
