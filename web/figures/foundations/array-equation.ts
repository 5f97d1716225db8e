/** Arrays with signs between them, in a line where there is room. */
import { html, type TemplateResult } from 'lit';

type Term = readonly [sign: string, array: TemplateResult];

/** Screen readers read the names of the arrays; the signs are only visible. */
export function equation(first: TemplateResult, ...rest: readonly Term[]): TemplateResult {
  return html`<div class="side-by-side">
    ${first}
    ${rest.map(
      ([sign, array]) => html`<div class="term"><span class="sign" aria-hidden="true">${sign}</span>${array}</div>`,
    )}
  </div>`;
}
