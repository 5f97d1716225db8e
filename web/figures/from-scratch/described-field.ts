/** A number of a figure's description as a field. */
import { html, type TemplateResult } from 'lit';
import type { FigureField } from '../fields.js';
import '../number-field';

/** Throws if the field is not of the kind `number`. */
export function numberField(
  field: FigureField | undefined,
  value: number,
  choose: (value: number) => void,
  isLogarithmic = false,
): TemplateResult {
  if (field?.kind !== 'number') throw new TypeError('Only a number has a number field.');
  return html`<mf-number-field
    .field=${field}
    .value=${value}
    ?logarithmic=${isLogarithmic}
    @number-change=${(event: CustomEvent<number>) => choose(event.detail)}
  ></mf-number-field>`;
}
