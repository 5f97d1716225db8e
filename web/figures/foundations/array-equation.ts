/** Arrays with signs between them, in a line where there is room. */
import { html, type TemplateResult } from 'lit';

type Term = readonly [sign: string, array: TemplateResult];

/** Screen readers hear the arrays' names; the signs are for the eye. */
export function equation(first: TemplateResult, ...rest: readonly Term[]): TemplateResult {
  return html`<div class="side-by-side">
    ${first}
    ${rest.map(
      ([sign, array]) => html`<div class="term"><span class="sign" aria-hidden="true">${sign}</span>${array}</div>`,
    )}
  </div>`;
}
