/** The builder's list of controls that can be hidden. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { HIDEABLE, HIDEABLE_NAMES, type HideableName } from '../../state/page/hideable';
import type { PartName } from '../options/options';
import { type BuilderForm, setOptions } from './builder-fields';

const TRANSPORT: readonly HideableName[] = ['transport', 'train', 'batch', 'epoch', 'reset', 'seed', 'progress'];
const PICTURE: readonly HideableName[] = ['title', ...TRANSPORT, 'numbers', 'goal'];

const OF_PART: Readonly<Record<PartName, readonly HideableName[]>> = {
  playground: HIDEABLE_NAMES.filter((name) => name !== 'numbers'),
  loss: [...PICTURE, 'overlay'],
  network: PICTURE,
  inside: ['title', ...TRANSPORT, 'drawings', 'explanation', 'goal'],
  response: [...PICTURE, 'feature'],
  predictions: PICTURE,
  metrics: PICTURE.filter((name) => name !== 'numbers'),
  figure: [],
  lesson: [],
};

/** The controls that a part has, in the order of `HIDEABLE`: only these are offered. */
export function hideableIn(part: PartName): readonly HideableName[] {
  return HIDEABLE_NAMES.filter((name) => OF_PART[part].includes(name));
}

/** A checkbox for each control that can be hidden. */
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
