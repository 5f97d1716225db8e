import uPlot from 'uplot';
import { BASELINE, type LossSeries, type RunBehind } from '../frame/line-styles';
import { sideOf } from '../numbers/off-scale';
import type { Beyond } from './data';
import { type LossScale, type Range, shareOfAxis } from './scale';

/** What the loss chart draws besides the three lines. */
export interface LossMarks {
  readonly scale: LossScale;
  readonly range: Range;
  /** The last epoch on the axis. */
  readonly lastEpoch: number;
  readonly baseline: number | null;
  readonly evaluations: readonly { readonly epoch: number; readonly loss: number }[];
  /** The row set that the evaluations judge. */
  readonly judged: LossSeries;
  readonly behind: readonly RunBehind[];
  /** Losses beyond the scale. */
  readonly beyond: readonly Beyond[];
}

export function drawBaseline(u: uPlot, marks: LossMarks, colour: string): void {
  const { baseline, range, scale } = marks;
  if (baseline === null || sideOf(baseline, range) !== 0) return;
  const y = Math.round(u.valToPos(shareOfAxis(baseline, range, scale), 'y', true));
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

export function drawEvaluations(u: uPlot, marks: LossMarks, colour: string, fill: string): void {
  const { ctx } = u;
  const r = 5 * uPlot.pxRatio;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = fill;
  ctx.lineWidth = 1.5 * uPlot.pxRatio;
  for (const { epoch, loss } of marks.evaluations) {
    if (sideOf(loss, marks.range) !== 0) continue;
    const x = u.valToPos(epoch, 'x', true);
    const y = u.valToPos(shareOfAxis(loss, marks.range, marks.scale), 'y', true);
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

/** Triangles whose tips touch the edge of the scale that a loss lies beyond. */
export function drawBeyond(u: uPlot, { beyond }: LossMarks, colour: string): void {
  const { ctx, bbox } = u;
  const r = 5 * uPlot.pxRatio;
  ctx.save();
  ctx.fillStyle = colour;
  for (const { epoch, side } of beyond) {
    const x = u.valToPos(epoch, 'x', true);
    const tip = side === 1 ? bbox.top : bbox.top + bbox.height;
    ctx.beginPath();
    ctx.moveTo(x, tip);
    ctx.lineTo(x + r, tip + 1.8 * r * side);
    ctx.lineTo(x - r, tip + 1.8 * r * side);
    ctx.closePath();
    ctx.fill();
  }
  ctx.restore();
}
