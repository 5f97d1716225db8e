/** What the course's own code does and a careful one would not, each by its name. */
import { html, type TemplateResult } from 'lit';
import { fieldAt } from '../../recipe/fields';
import { type Form, flagField } from './fields';

type Quirk = keyof Form['draft']['quirks'];
const QUIRKS = fieldAt('quirks', 'group').names as readonly Quirk[];

export function quirksSummary({ draft }: Form): string {
  const on = QUIRKS.filter((name) => draft.quirks[name]);
  return on.length === 0 ? 'none' : on.map((name) => fieldAt(`quirks.${name}`, 'flag').title.toLowerCase()).join(', ');
}

export function quirksSection(form: Form): TemplateResult {
  return html`
    <p class="help">
      The course’s printed numbers rest on these. Switch one off to see what difference it makes.
    </p>
    ${QUIRKS.map((name) => flagField(form, `quirks.${name}`))}
  `;
}
