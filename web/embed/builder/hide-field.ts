import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { HIDEABLE, type HideableName } from '../../state/page/hideable';
import { type BuilderForm, setOptions } from './builder-fields';
import { hideableIn } from './hideable-in';

/** A box for each control that can be left out. */
export function hideField(form: BuilderForm): TemplateResult {
  const { part, hide } = form.choice.options;
  const names = hideableIn(part);
  const toggle = (name: HideableName, isHidden: boolean) =>
    setOptions(form, { hide: names.filter((each) => (each === name ? isHidden : hide.includes(each))) });
  return html`<details ?open=${hide.length > 0}>
    <summary>
      <span class="legend">What is left out</span> <span class="soft">${hide.length} of ${names.length}</span>
    </summary>
    <fieldset>
      <legend class="visually-hidden">What is left out</legend>
      <ul class="hideable">
        ${names.map(
          (name) => html`<li class="check">
            <input
              type="checkbox"
              id="hide-${name}"
              aria-describedby="hide-${name}-help"
              .checked=${live(hide.includes(name))}
              @change=${(event: Event) => toggle(name, (event.target as HTMLInputElement).checked)}
            />
            <div>
              <label for="hide-${name}">${name}</label>
              <p class="help" id="hide-${name}-help">${HIDEABLE[name]}</p>
            </div>
          </li>`,
        )}
      </ul>
    </fieldset>
  </details>`;
}
