import { formatTick } from '../numbers/format';
import { niceStep } from '../numbers/nice-step';
import type { Domain } from '../numbers/off-scale';
import { PLOT_CLASS } from './style';

/** Width of the widest character of a tick, of tick line and gap, and of the axis title; in em. */
const DIGIT = 0.6;
const TICK = 0.7;
const TITLE = 1.6;

/** Width of the tick labels of an axis over `domain`, in CSS pixels. */
function tickRoom([low, high]: Domain, em: number): number {
  const step = niceStep((high - low || 1) / 5);
  const ticks = [Math.ceil(low / step) * step, Math.floor(high / step) * step, step];
  return Math.max(2, ...ticks.map((tick) => formatTick(tick).length)) * DIGIT * em;
}

/**
 * Size and margins of a Plot drawing, in CSS pixels; `em` is the height of its text, `y` the domain of the vertical
 * axis.
 */
export function plotFrame(width: number, height: number, em: number, y: Domain) {
  return {
    className: PLOT_CLASS,
    width,
    height,
    marginTop: 0.8 * em,
    marginRight: em,
    marginBottom: 3.2 * em,
    marginLeft: tickRoom(y, em) + (TICK + TITLE) * em,
  };
}

const AXIS = { tickFormat: formatTick, labelAnchor: 'center', labelArrow: 'none' } as const;

/** The horizontal axis, with about as many ticks as fit. */
export function horizontalAxis(label: string, domain: Domain, width: number, em: number) {
  return { ...AXIS, label, domain, labelOffset: 2.7 * em, ticks: Math.max(2, Math.round(width / (5 * em))) };
}

/** The vertical axis. */
export function verticalAxis(label: string, domain: Domain, height: number, em: number) {
  const labelOffset = tickRoom(domain, em) + (TICK + TITLE - 0.4) * em;
  return { ...AXIS, label, domain, labelOffset, ticks: Math.max(2, Math.round(height / (4 * em))) };
}

/** Lines behind the marks. */
export const GRID = { stroke: 'var(--rule)', strokeOpacity: 1 } as const;

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
}

/** The frame with wider margins, so that the marks get a square in its middle: the line where both agree is at 45°. */
export function squared<F extends Frame>(frame: F): F {
  const { width, height, marginTop, marginRight, marginBottom, marginLeft } = frame;
  const side = Math.max(1, Math.min(width - marginLeft - marginRight, height - marginTop - marginBottom));
  const spare = Math.max(0, width - marginLeft - marginRight - side) / 2;
  return {
    ...frame,
    marginLeft: marginLeft + spare,
    marginRight: width - marginLeft - spare - side,
    marginBottom: height - marginTop - side,
  };
}
