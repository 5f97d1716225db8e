/** The loss chart as SVG: on the page it is a canvas, which keeps up with training; a picture to take along should stay sharp. */
import type { CurvePoint } from '../engine/types';
import { squaredUnit } from './format';
import type { LossMarks } from './loss-marks';
import { epochRange, lossTicks } from './loss-scale';
import { BASELINE, type LineStyle, type LossSeries } from './loss-series';
import { sideOf } from './off-scale';
import type { PlotModule } from './plot-chart';
import { GRID, horizontalAxis, plotFrame, verticalAxis } from './plot-layout';
import { BEHIND_WIDTH, behindStyle } from './run-styles';

interface LossPicture {
  readonly width: number;
  readonly height: number;
  /** Height of small text in CSS pixels. */
  readonly em: number;
  readonly unit: string;
  readonly curve: readonly CurvePoint[];
  readonly series: readonly LossSeries[];
  readonly marks: LossMarks;
}

export function lossDrawing(plot: PlotModule, picture: LossPicture): SVGSVGElement {
  const { width, height, em, unit, curve, series, marks } = picture;
  const { range, scale, baseline, judged } = marks;
  const domain: [number, number] = [...range];
  const squared = squaredUnit(unit);
  const label = squared === '' ? 'mean squared error' : `mean squared error, ${squared}`;
  const ticks = lossTicks(range, scale, height / (2.4 * em));
  return plot.plot({
    ...plotFrame(width, height, em, domain),
    style: { color: 'var(--ink-soft)', fontFamily: 'var(--font-text)', fontSize: `${em}px` },
    x: horizontalAxis('epoch', epochRange(marks.lastEpoch), width, em),
    y: { ...verticalAxis(label, domain, height, em), type: scale, ticks },
    marks: [
      plot.gridX(GRID),
      plot.gridY({ ...GRID, ticks }),
      ...(baseline === null ? [] : [plot.ruleY([baseline], { ...stroke(BASELINE), strokeWidth: 1.5 })]),
      ...marks.behind.map((run) =>
        plot.line(run.curve, { x: 'epoch', y: 'test', ...stroke(behindStyle(run)), strokeWidth: BEHIND_WIDTH }),
      ),
      ...series.map((line) => plot.line(curve, { x: 'epoch', y: line.key, ...stroke(line), strokeWidth: 2 })),
      plot.dot(
        marks.evaluations.filter(({ loss }) => sideOf(loss, range) === 0),
        {
          x: 'epoch',
          y: 'loss',
          symbol: 'diamond',
          r: 5,
          stroke: `var(${judged.token})`,
          fill: 'var(--surface)',
        },
      ),
      plot.dot(marks.beyond, {
        x: 'epoch',
        y: ({ side }) => (side === 1 ? range[1] : range[0]),
        rotate: ({ side }) => (side === 1 ? 0 : 180),
        symbol: 'triangle',
        r: 5,
        fill: 'var(--ink)',
      }),
    ],
  }) as SVGSVGElement;
}

function stroke({ token, dash }: LineStyle) {
  return { stroke: `var(${token})`, strokeDasharray: dash.join(' '), clip: true } as const;
}
