import { formatTick } from './format';
import { PLOT_CLASS } from './plot-style';

/** Size and margins of a Plot drawing, in CSS pixels; `em` is the height of its text. */
export function plotFrame(width: number, height: number, em: number) {
  return {
    className: PLOT_CLASS,
    width,
    height,
    marginTop: 0.8 * em,
    marginRight: em,
    marginBottom: 3.2 * em,
    marginLeft: 3.6 * em,
  };
}

const AXIS = { tickFormat: formatTick, labelAnchor: 'center', labelArrow: 'none' } as const;

/** Options both axes of a chart share: `label` beside the ticks, about as many ticks as fit. */
export function horizontalAxis(label: string, width: number, em: number) {
  return { ...AXIS, label, labelOffset: 2.7 * em, ticks: Math.max(2, Math.round(width / (5 * em))) };
}

export function verticalAxis(label: string, height: number, em: number) {
  return { ...AXIS, label, labelOffset: 3.2 * em, ticks: Math.max(2, Math.round(height / (4 * em))) };
}

/** Lines behind the marks. */
export const GRID = { stroke: 'var(--rule)', strokeOpacity: 1 } as const;
