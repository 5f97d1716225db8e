import { html, svg, type TemplateResult } from 'lit';
import { formatTick } from '../charts/format';
import { STRENGTHS } from './network-weights';

const WIDTH = 196;
const BAR = 12;
const HEIGHT = 30;
/** Room for half a number at either end. */
const MARGIN = 22;

/** What colour and width of a string mean, with the numbers they stand for; `limit` is null before there are weights. */
export function networkLegend(limit: number | null): TemplateResult {
  const steps = Array.from({ length: 2 * STRENGTHS + 1 }, (_, i) => i - STRENGTHS);
  const step = (WIDTH - 2 * MARGIN) / steps.length;
  const x = (strength: number): number => MARGIN + (strength + STRENGTHS + 0.5) * step;
  return html`<div class="legend">
    <span>weight</span>
    <svg width=${WIDTH} height=${HEIGHT} viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${spoken(limit)}>
      ${steps.map(
        (strength) =>
          svg`<path class="string" data-strength=${strength} d="M${(x(strength) - step / 2).toFixed(1)} ${BAR / 2}h${step.toFixed(1)}" />`,
      )}
      ${[-1, -0.5, 0, 0.5, 1].map(
        (share) =>
          svg`<text x=${x(share * STRENGTHS)} y=${HEIGHT - 4} text-anchor="middle">${tick(share, limit)}</text>`,
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

/** The value drawn with `share` of the full strength (see strengthOf). */
function tick(share: number, limit: number | null): string {
  if (share === 0) return '0';
  if (limit === null) return share === -1 ? '−' : share === 1 ? '+' : '';
  return `${share > 0 ? '+' : ''}${formatTick(Math.sign(share) * share * share * limit)}`;
}

function spoken(limit: number | null): string {
  if (limit === null) return 'No weights yet';
  return `Weights from ${formatTick(-limit)} and below, orange, to ${formatTick(limit)} and above, blue`;
}
