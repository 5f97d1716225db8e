/** Fields for the frame: its size, its name, and the page it talks to. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { readPin } from '../frame/host-origin';
import { type BuilderForm, chosen } from './builder-fields';
import { FULL_WIDTH, HEIGHTS, titleOf, WIDTH } from './embed-choice';

export function frameFields(form: BuilderForm): TemplateResult {
  const { choice, chapters, wantedHeight, change } = form;
  return html`<div class="pair">
      <div class="field wide">
        <label for="width">Width of the frame</label>
        <span class="entry"
          ><input
            id="width"
            autocomplete="off"
            pattern=${WIDTH.source.slice(1, -1)}
            title="A number of pixels, or a percentage such as 100%."
            placeholder=${FULL_WIDTH}
            aria-describedby="width-help"
            .value=${choice.width}
            @change=${(event: Event) => isUsable(event) && change({ width: settled(event, chosen(event) || FULL_WIDTH) })}
        /></span>
        <p class="help" id="width-help">Pixels, or a percentage such as 100%.</p>
      </div>
      <div class="field wide">
        <label for="height">Height of the frame</label>
        <span class="entry"
          ><input
            id="height"
            type="number"
            min=${HEIGHTS.min}
            max=${HEIGHTS.max}
            placeholder=${wantedHeight}
            aria-describedby="height-help"
            .value=${choice.height === null ? '' : String(choice.height)}
            @change=${(event: Event) => isUsable(event) && change({ height: chosen(event) === '' ? null : Number(chosen(event)) })}
        /></span>
        <p class="help" id="height-help">Pixels. The default, ${wantedHeight}, is the height of the content in the preview, at most 1000.</p>
      </div>
    </div>
    <div class="field wide">
      <label for="title">Title of the frame</label>
      <span class="entry"
        ><input
          id="title"
          aria-describedby="title-help"
          .value=${titleOf(choice, chapters)}
          @change=${(event: Event) => change({ title: chosenTitle(form, event) })}
      /></span>
      <p class="help" id="title-help">Screen readers read it aloud.</p>
    </div>`;
}

/** Sets and returns what the field now holds. */
function settled(event: Event, text: string): string {
  (event.target as HTMLInputElement).value = text;
  return text;
}

/** Invalid text stays as typed, and the browser says why. */
function isUsable(event: Event): boolean {
  return (event.target as HTMLInputElement).reportValidity();
}

/** Null for the name that follows from the content. */
function chosenTitle({ choice, chapters }: BuilderForm, event: Event): string | null {
  const title = chosen(event) || null;
  settled(event, titleOf({ ...choice, title }, chapters));
  return title;
}

export function hostFields(form: BuilderForm): TemplateResult {
  return html`<fieldset>
    <legend>The page around the frame</legend>
    ${originField(form)} ${sandboxField(form)}
  </fieldset>`;
}

function originField({ choice, change }: BuilderForm): TemplateResult {
  const { hostOrigin } = choice;
  const pin = readPin(hostOrigin === '' ? null : hostOrigin);
  return html`<div class="field wide">
    <label for="host-origin">Origin of your page</label>
    <span class="entry"
      ><input
        id="host-origin"
        inputmode="url"
        autocomplete="off"
        spellcheck="false"
        placeholder="https://course.example"
        aria-invalid=${pin.ok ? 'false' : 'true'}
        aria-describedby=${pin.ok ? 'host-origin-help' : 'host-origin-problem host-origin-help'}
        .value=${hostOrigin}
        @change=${(event: Event) => change({ hostOrigin: chosen(event) })}
    /></span>
    ${pin.ok ? nothing : html`<p class="problem" id="host-origin-problem">${pin.sentence}</p>`}
    <p class="help" id="host-origin-help">
      If you set it, the embed sends news of a run only to this origin and accepts requests only from it. Otherwise it
      talks to any page that frames it.
    </p>
  </div>`;
}

function sandboxField({ choice, change }: BuilderForm): TemplateResult {
  return html`<div class="check">
    <input
      id="opaque"
      type="checkbox"
      aria-describedby="opaque-help"
      .checked=${live(choice.isOpaque)}
      @change=${(event: Event) => change({ isOpaque: (event.target as HTMLInputElement).checked })}
    />
    <div>
      <label for="opaque">Remove the frame’s origin</label>
      <p class="help" id="opaque-help">
        The strictest sandbox, for pages on the same server as Minifactory. The frame then loads one larger script.
      </p>
    </div>
  </div>`;
}
