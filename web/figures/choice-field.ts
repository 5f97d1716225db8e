/** A choice among names, with its label. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface ChoiceField {
  /** Unique in the figure. */
  readonly id: string;
  readonly label: string;
  readonly of: readonly string[];
  readonly value: string;
  /** The label of a name. */
  readonly title?: (name: string) => string;
  readonly choose: (name: string) => void;
}

export function choiceField({ id, label, of, value, title = String, choose }: ChoiceField): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <span class="entry">
      <select id=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${of.map((name) => html`<option value=${name} .selected=${live(name === value)}>${title(name)}</option>`)}
      </select>
    </span>
  </div>`;
}
