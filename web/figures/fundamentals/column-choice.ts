import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A labelled list of columns to choose one from. */
export function columnChoice(
  label: string,
  columns: readonly string[],
  chosen: string,
  choose: (column: string) => void,
): TemplateResult {
  return html`<label class="choice"
    >${label}
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${columns.map((column) => html`<option .selected=${live(column === chosen)}>${column}</option>`)}
    </select>
  </label>`;
}
