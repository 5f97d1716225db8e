import { html, svg, type TemplateResult } from 'lit';
import { formatTick } from '../../charts/numbers/format';
import { STRENGTHS } from './weights';

const WIDTH = 212;
const BAR = 12;
const HEIGHT = 30;
/** Room beyond the bar at either end for its numbers. */
const MARGIN = 12;
const ANCHORS = ['start', 'middle', 'middle', 'middle', 'end'];

/** What the colour and width of an edge mean, with numbers; `limit` is null before there are weights. */
export function networkLegend(limit: number | null): TemplateResult {
  const steps = Array.from({ length: 2 * STRENGTHS + 1 }, (_, i) => i - STRENGTHS);
  const step = (WIDTH - 2 * MARGIN) / steps.length;
  const x = (strength: number): number => MARGIN + (strength + STRENGTHS + 0.5) * step;
  const ticks = legendTicks(limit);
  return html`<div class="legend">
    <span>weight</span>
    <svg width=${WIDTH} height=${HEIGHT} viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${spoken(limit)}>
      ${steps.map(
        (strength) =>
          svg`<path class="weight-edge" data-strength=${strength} d="M${(x(strength) - step / 2).toFixed(1)} ${BAR / 2}h${step.toFixed(1)}" />`,
      )}
      ${ticks.map(
        (tick, i) =>
          svg`<text x=${i === 0 ? 0 : i === 4 ? WIDTH : x((i / 2 - 1) * STRENGTHS)} y=${HEIGHT - 4} text-anchor=${ANCHORS[i] ?? 'middle'}>${tick}</text>`,
      )}
    </svg>
    <span class="ring-key"
      ><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <circle class="ring" data-strength=${STRENGTHS / 2} cx="9" cy="9" r="6" />
      </svg>
      bias</span
    >
  </div>`;
}

/** Mean width of a character, and least distance between two numbers; CSS pixels. */
const CHARACTER = 7;
const GAP = 8;

/** From the most negative to the most positive; weights beyond an end are drawn as the end. */
export function legendTicks(limit: number | null): string[] {
  if (limit === null) return ['−', '', '0', '', '+'];
  const [low, high] = [`≤ ${formatTick(-limit)}`, `≥ ${formatTick(limit)}`];
  const [below, above] = [formatTick(-limit / 4), formatTick(limit / 4)];
  const fits = (low.length + below.length / 2) * CHARACTER + GAP <= MARGIN + (WIDTH - 2 * MARGIN) / 4;
  if (!fits) return [low, '', '0', '', high];
  return [low, below, '0', above, high];
}

function spoken(limit: number | null): string {
  if (limit === null) return 'No weights yet';
  return `Weights from ${formatTick(-limit)} and below, orange, to ${formatTick(limit)} and above, blue`;
}
