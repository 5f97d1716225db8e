/** A choice of a figure under its label. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface ChoiceField {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (value: string) => void;
}

export function choiceField({ label, value, options, choose }: ChoiceField): TemplateResult {
  return html`<label class="choice">
    <span>${label}</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(
        (option) =>
          html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`,
      )}
    </select>
  </label>`;
}
