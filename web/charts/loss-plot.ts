import uPlot from 'uplot';
import { formatTick, squaredUnit } from './format';
import type { LossColumns } from './loss-data';
import { epochRange, type LossScale, logTicks, type Range } from './loss-scale';
import type { ThemeController } from './theme';

/** A line's colour token, and the dash that tells it from the others without colour. */
interface LineStyle {
  readonly label: string;
  readonly token: string;
  readonly dash: readonly number[];
}

/** One line of the curve. */
export interface LossSeries extends LineStyle {
  readonly key: 'training' | 'validation' | 'test';
}

export const TRAINING: LossSeries = { key: 'training', label: 'training', token: '--series-training', dash: [] };
export const VALIDATION: LossSeries = {
  key: 'validation',
  label: 'validation',
  token: '--series-validation',
  dash: [2, 4],
};
export const TEST: LossSeries = { key: 'test', label: 'test', token: '--series-test', dash: [8, 4] };
export const BASELINE: LineStyle = { label: 'least squares, test', token: '--series-baseline', dash: [12, 4, 2, 4] };

/** What is drawn beside the three lines. */
export interface LossMarks {
  readonly lossRange: Range;
  readonly lastEpoch: number;
  readonly baseline: number | null;
  readonly evaluations: readonly { readonly epoch: number; readonly loss: number }[];
  /** Colour token of the row set that the evaluations judge. */
  readonly evaluationToken: string;
}

function line(theme: ThemeController, { token, dash }: LineStyle, hollow: boolean): uPlot.Series {
  const colour = theme.colour(token);
  return {
    stroke: colour,
    width: 2,
    dash: [...dash],
    spanGaps: false,
    points: { size: 6, width: 1.5, stroke: colour, fill: hollow ? theme.colour('--surface') : colour },
  };
}

function drawBaseline(u: uPlot, value: number, colour: string): void {
  const y = Math.round(u.valToPos(value, 'y', true));
  const { ctx, bbox } = u;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5 * uPlot.pxRatio;
  ctx.setLineDash(BASELINE.dash.map((length) => length * uPlot.pxRatio));
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

function drawEvaluations(u: uPlot, marks: LossMarks, colour: string, fill: string): void {
  const { ctx } = u;
  const r = 5 * uPlot.pxRatio;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = fill;
  ctx.lineWidth = 1.5 * uPlot.pxRatio;
  for (const { epoch, loss } of marks.evaluations) {
    if (!Number.isFinite(loss)) continue;
    const x = u.valToPos(epoch, 'x', true);
    const y = u.valToPos(loss, 'y', true);
    ctx.beginPath();
    ctx.moveTo(x, y - r);
    ctx.lineTo(x + r, y);
    ctx.lineTo(x, y + r);
    ctx.lineTo(x - r, y);
    ctx.closePath();
    ctx.fill();
    ctx.stroke();
  }
  ctx.restore();
}

export const plotData = (columns: LossColumns): uPlot.AlignedData => [
  columns.epochs,
  columns.training,
  columns.validation,
  columns.test,
];

/** Makes the drawing; `marks` is asked anew at every redraw. A change of scale or theme makes a new one. */
export function makeLossPlot(
  target: HTMLElement,
  size: { readonly width: number; readonly height: number },
  scale: LossScale,
  unit: string,
  theme: ThemeController,
  columns: LossColumns,
  marks: () => LossMarks,
): uPlot {
  const em = theme.pixels('--size-1');
  const font = `${em}px ${theme.fontFamily('--font-text')}`;
  const soft = theme.colour('--ink-soft');
  const rule = theme.colour('--rule');
  const surface = theme.colour('--surface');
  const baselineColour = theme.colour(BASELINE.token);
  const axis: uPlot.Axis = {
    stroke: soft,
    font,
    labelFont: font,
    labelSize: 1.5 * em,
    labelGap: 0.2 * em,
    gap: 0.4 * em,
    grid: { stroke: rule, width: 1 },
    ticks: { show: false },
    values: (_, ticks) => ticks.map(formatTick),
  };
  const squared = squaredUnit(unit);
  return new uPlot(
    {
      ...size,
      padding: [0.7 * em, 1.2 * em, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: () => epochRange(marks().lastEpoch) },
        y: { distr: scale === 'log' ? 3 : 1, range: () => marks().lossRange },
      },
      axes: [
        {
          ...axis,
          label: 'epoch',
          size: 1.8 * em,
          space: 4 * em,
          incrs: [1, 2, 5].flatMap((m) => [m, m * 10, m * 100, m * 1e3, m * 1e4, m * 1e5]).sort((a, b) => a - b),
        },
        {
          ...axis,
          label: squared === '' ? 'mean squared error' : `mean squared error, ${squared}`,
          size: (_, ticks) => (0.9 + 0.62 * Math.max(4, ...(ticks ?? []).map((tick) => tick.length))) * em,
          space: 2.6 * em,
          ...(scale === 'log'
            ? {
                splits: (u: uPlot, _: number, low: number, high: number) =>
                  logTicks([low, high], u.bbox.height / uPlot.pxRatio / (2.4 * em)),
                filter: (_: uPlot, ticks: number[]) => ticks,
              }
            : {}),
        },
      ],
      series: [{}, line(theme, TRAINING, false), line(theme, VALIDATION, true), line(theme, TEST, true)],
      hooks: {
        drawAxes: [
          (u) => {
            const { baseline } = marks();
            if (baseline !== null && u.data[0].length > 0) drawBaseline(u, baseline, baselineColour);
          },
        ],
        draw: [(u) => drawEvaluations(u, marks(), theme.colour(marks().evaluationToken), surface)],
      },
    },
    plotData(columns),
    target,
  );
}
