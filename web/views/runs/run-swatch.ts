/** The line of a stored run, as the charts draw it. */
import { html, type TemplateResult } from 'lit';
import { BEHIND_WIDTH, behindStyle, type LineStyle, runStyle } from '../../charts/frame/line-styles';
import type { StoredRun } from '../../state/runs/stored-run';

/** In the chart of stored runs. */
export function runSwatch({ name, colour }: StoredRun): TemplateResult {
  return swatch(runStyle(name, colour), 3);
}

/** Behind the live run. */
export function behindSwatch(run: StoredRun): TemplateResult {
  return swatch(behindStyle(run), BEHIND_WIDTH);
}

function swatch({ token, dash }: LineStyle, width: number): TemplateResult {
  return html`<svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
    <path
      d="M1 6h26"
      fill="none"
      stroke="var(${token})"
      stroke-width=${width}
      stroke-dasharray=${dash.length === 0 ? 'none' : dash.join(' ')}
    />
  </svg>`;
}
