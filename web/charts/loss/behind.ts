/**
 * Draws stored runs behind the live one: their losses on the test rows, each line labelled at its end with its run's
 * name.
 */
import uPlot from 'uplot';
import type { ThemeController } from '../drawing/theme';
import { BEHIND_WIDTH, behindStyle, RUN_TOKENS, type RunBehind } from '../frame/line-styles';
import { sideOf } from '../numbers/off-scale';
import type { LossMarks } from './marks';
import { shareOfAxis } from './scale';

/** In pixels of the canvas. */
interface Label {
  readonly text: string;
  readonly colour: string;
  readonly right: number;
  readonly bottom: number;
}

/** Distance of a label from the end of its line, and width of the rim that separates it from lines; CSS pixels. */
const GAP = 3;
const RIM = 3;

/** Makes the drawing function; a change of theme needs a new one. */
export function behindDrawer(theme: ThemeController): (u: uPlot, marks: LossMarks) => void {
  const colours = RUN_TOKENS.map((token) => theme.colour(token));
  const surface = theme.colour('--surface');
  const em = theme.pixels('--size-1') * uPlot.pxRatio;
  const font = `${em}px ${theme.fontFamily('--font-text')}`;
  return (u, marks) => {
    const { ctx, bbox } = u;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    const labels = marks.behind.flatMap((run) => drawLine(u, marks, run, colours[run.colour] ?? '') ?? []);
    ctx.font = font;
    ctx.textAlign = 'right';
    ctx.textBaseline = 'bottom';
    ctx.strokeStyle = surface;
    ctx.lineWidth = RIM * uPlot.pxRatio;
    ctx.lineJoin = 'round';
    ctx.setLineDash([]);
    for (const { text, colour, right, bottom } of apart(labels, em, (label) => ctx.measureText(label).width)) {
      ctx.fillStyle = colour;
      ctx.strokeText(text, right, bottom);
      ctx.fillText(text, right, bottom);
    }
    ctx.restore();
  };
}

/** Draws the line and returns its label, at the last point within the axes; no label if there is none. */
function drawLine(u: uPlot, { range, scale }: LossMarks, run: RunBehind, colour: string): Label | null {
  const { ctx, bbox } = u;
  const edge = bbox.left + bbox.width;
  const gap = GAP * uPlot.pxRatio;
  let label: Label | null = null;
  ctx.strokeStyle = colour;
  ctx.lineWidth = BEHIND_WIDTH * uPlot.pxRatio;
  ctx.setLineDash(behindStyle(run).dash.map((length) => length * uPlot.pxRatio));
  ctx.beginPath();
  for (const { epoch, test } of run.curve) {
    const x = u.valToPos(epoch, 'x', true);
    const y = u.valToPos(shareOfAxis(test, range, scale), 'y', true);
    ctx.lineTo(x, y);
    if (x <= edge && sideOf(test, range) === 0) {
      label = { text: run.name, colour, right: Math.min(x, edge - gap), bottom: y - gap };
    }
  }
  ctx.stroke();
  return label;
}

/** The labels, moved up where they would overlap. */
function apart(labels: readonly Label[], em: number, widthOf: (text: string) => number): Label[] {
  const placed: Label[] = [];
  for (const label of [...labels].sort((one, other) => other.bottom - one.bottom)) {
    const left = label.right - widthOf(label.text);
    const below = placed.filter((each) => each.right > left && each.right - widthOf(each.text) < label.right);
    placed.push({ ...label, bottom: Math.min(label.bottom, ...below.map(({ bottom }) => bottom - 1.1 * em)) });
  }
  return placed;
}
