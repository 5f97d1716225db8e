import uPlot from 'uplot';
import type { ThemeController } from '../drawing/theme';
import { BASELINE, type LineStyle, TEST, TRAINING, VALIDATION } from '../frame/line-styles';
import { formatTick } from '../numbers/format';
import { behindDrawer } from './behind';
import type { LossColumns } from './data';
import { drawBaseline, drawBeyond, drawEvaluations, type LossMarks } from './marks';
import { epochRange, lossTicks, shareOfAxis } from './scale';

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

/** Losses as shares of their axis, so that uPlot gets small finite numbers whatever the losses are. */
export const plotData = (columns: LossColumns, { range, scale }: LossMarks): uPlot.AlignedData => [
  columns.epochs,
  ...[columns.training, columns.validation, columns.test].map((losses) =>
    losses.map((loss) => (loss === null ? null : shareOfAxis(loss, range, scale))),
  ),
];

/** What the loss is, or just “loss” with its unit where an axis of this height has no room for it. */
export function axisTitleFor(measure: string, height: number, em: number): string {
  return measure.length * 0.55 * em < height - 3 * em ? measure : measure.replace(/^[^,]*/, 'loss');
}

/** Makes the plot; `marks` is called at every redraw. A change of theme or measure needs a new one. */
export function makeLossPlot(
  target: HTMLElement,
  size: { readonly width: number; readonly height: number },
  measure: string,
  theme: ThemeController,
  columns: LossColumns,
  marks: () => LossMarks,
): uPlot {
  const em = theme.pixels('--size-1');
  const font = `${em}px ${theme.fontFamily('--font-text')}`;
  const soft = theme.colour('--ink-soft');
  const rule = theme.colour('--rule');
  const surface = theme.colour('--surface');
  const ink = theme.colour('--ink');
  const baselineColour = theme.colour(BASELINE.token);
  const testColour = theme.colour(TEST.token);
  const validationColour = theme.colour(VALIDATION.token);
  const drawBehind = behindDrawer(theme);
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
  const ticks = (u: uPlot): number[] => {
    return lossTicks(marks().range, marks().scale, u.bbox.height / uPlot.pxRatio / (2.4 * em));
  };
  return new uPlot(
    {
      ...size,
      padding: [0.7 * em, 1.2 * em, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: () => epochRange(marks().lastEpoch) },
        y: { range: [0, 1] },
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
          label: axisTitleFor(measure, size.height, em),
          size: (_, labels) => (0.9 + 0.62 * Math.max(4, ...(labels ?? []).map((label) => label.length))) * em,
          space: 2.6 * em,
          splits: (u) => ticks(u).map((loss) => shareOfAxis(loss, marks().range, marks().scale)),
          values: (u) => ticks(u).map(formatTick),
        },
      ],
      series: [{}, line(theme, TRAINING, false), line(theme, VALIDATION, true), line(theme, TEST, true)],
      hooks: {
        drawAxes: [(u) => drawBaseline(u, marks(), baselineColour), (u) => drawBehind(u, marks())],
        draw: [
          (u) => drawEvaluations(u, marks(), marks().judged === TEST ? testColour : validationColour, surface),
          (u) => drawBeyond(u, marks(), ink),
        ],
      },
    },
    plotData(columns, marks()),
    target,
  );
}
