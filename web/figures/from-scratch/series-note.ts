/** What a figure says while its runs train, or where they cannot. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RunSeries } from './run-series';

export function seriesNote(series: RunSeries, wanted: number): TemplateResult | typeof nothing {
  if (series.problem !== '') {
    return html`<div role="alert">
      <p>${series.problem}</p>
      <button type="button" @click=${series.retry}>Try again</button>
    </div>`;
  }
  const { doneCount } = series;
  return doneCount === wanted ? nothing : html`<p class="soft">Training: ${doneCount} of ${wanted} runs done.</p>`;
}
