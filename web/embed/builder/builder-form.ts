/** The builder's questions, one set of fields each. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { FIGURES } from '../../figures/descriptions.js';
import type { Chapter } from '../../lessons/lesson';
import { PRESETS } from '../../recipe/presets';
import { HIDEABLE, type HideableName } from '../../state/hideable';
import { readPin } from '../host-origin';
import { type EmbedTheme, type Options, PARTS, type PartName, THEMES } from '../options';
import { type EmbedChoice, PART_TITLES, titleOf } from './embed-choice';
import { hideableIn } from './hideable-in';

export interface BuilderForm {
  readonly choice: EmbedChoice;
  readonly chapters: readonly Chapter[];
  /** What the content asks for, in CSS pixels. */
  readonly wantedHeight: number;
  readonly change: (changes: Partial<EmbedChoice>) => void;
}

const THEME_TITLES: Readonly<Record<EmbedTheme, string>> = {
  auto: 'As the reader’s system asks for',
  light: 'Light',
  dark: 'Dark',
  host: 'Those around it (for the element)',
};

const OWN_RECIPE = 'own';

export function builderForm(form: BuilderForm): TemplateResult {
  const { part } = form.choice.options;
  return html`
    <fieldset>
      <legend>What is shown</legend>
      ${partField(form)} ${part === 'figure' ? figureFields(form) : nothing}
      ${part === 'lesson' ? lessonField(form) : nothing}
    </fieldset>
    ${
      part === 'figure' || part === 'lesson'
        ? nothing
        : html`<fieldset>
            <legend>What is trained</legend>
            ${presetField(form)} ${goalField(form)}
          </fieldset>`
    }
    <fieldset>
      <legend>How it looks</legend>
      ${themeField(form)} ${sizeFields(form)} ${titleField(form)}
    </fieldset>
    ${hideableIn(part).length === 0 ? nothing : hideField(form)}
    <fieldset>
      <legend>Which page it talks to</legend>
      ${originField(form)} ${sandboxField(form)}
    </fieldset>
  `;
}

const chosen = (event: Event): string => (event.target as HTMLSelectElement | HTMLInputElement).value;

function setting({ choice, change }: BuilderForm, changes: Partial<Options>): void {
  change({ options: { ...choice.options, ...changes } });
}

function select(
  id: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, title: string])[] | TemplateResult,
  choose: (value: string) => void,
): TemplateResult {
  const listed = Array.isArray(options) ? optionsOf(options, value) : options;
  return html`<div class="field wide">
    <label for=${id}>${label}</label>
    <span class="entry"><select id=${id} @change=${(event: Event) => choose(chosen(event))}>${listed}</select></span>
  </div>`;
}

function optionsOf(options: readonly (readonly [string, string])[], value: string): TemplateResult[] {
  return options.map(
    ([each, title]) => html`<option value=${each} .selected=${live(each === value)}>${title}</option>`,
  );
}

function partField(form: BuilderForm): TemplateResult {
  const { part } = form.choice.options;
  const titles = PARTS.map((each) => [each, PART_TITLES[each]] as const);
  return select('part', 'Part', part, titles, (value) => choosePart(form, value as PartName));
}

/** A figure and a lesson need a name; what the other part has none of is dropped. */
function choosePart(form: BuilderForm, part: PartName): void {
  const figure = part === 'figure' ? (Object.keys(FIGURES)[0] ?? null) : null;
  const lesson = part === 'lesson' ? (form.chapters[0]?.pages[0]?.id ?? null) : null;
  const hide = form.choice.options.hide.filter((name) => hideableIn(part).includes(name));
  setting(form, { part, figure, lesson, hide, values: null });
}

function figureFields(form: BuilderForm): TemplateResult {
  const { figure, values } = form.choice.options;
  const titles = Object.entries(FIGURES).map(([name, { title }]) => [name, title] as const);
  return html`${select('figure', 'Figure', figure ?? '', titles, (name) => setting(form, { figure: name, values: null }))}
    <div class="field wide">
      <label for="values">Values it starts with</label>
      <span class="entry"
        ><input
          id="values"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="values-help"
          .value=${live(values ?? '')}
          @input=${(event: Event) => setting(form, { values: chosen(event) || null })}
      /></span>
      <p class="help" id="values-help">
        ${Object.keys((figure === null ? undefined : FIGURES[figure])?.fields ?? {}).join(', ')}: as in
        <code>point=2&amp;function=square</code>. Left out, each has its own.
      </p>
    </div>`;
}

function lessonField(form: BuilderForm): TemplateResult {
  const { lesson } = form.choice.options;
  const groups = html`${form.chapters.map(
    ({ number, title, pages }) => html`<optgroup label="${number} ${title}">
      ${optionsOf(
        pages.map((page) => [page.id, page.title] as const),
        lesson ?? '',
      )}
    </optgroup>`,
  )}`;
  return select('lesson', 'Lesson', lesson ?? '', groups, (id) => setting(form, { lesson: id, values: null }));
}

function presetField(form: BuilderForm): TemplateResult {
  const { preset, recipe } = form.choice.options;
  const own = recipe === null ? [] : [[OWN_RECIPE, 'Your own recipe'] as const];
  const titles = [...own, ...PRESETS.map(({ id, title }) => [id, title] as const)];
  const value = recipe === null ? (preset ?? 'chapter-3-one-hidden') : OWN_RECIPE;
  return html`${select('preset', 'Model', value, titles, (id) => {
    if (id !== OWN_RECIPE) setting(form, { preset: id, recipe: null, weights: null });
  })}
    <p class="help">For a recipe of your own, make it in the playground, then come here from its “Share”.</p>`;
}

function goalField(form: BuilderForm): TemplateResult {
  return html`<div class="field wide">
    <label for="goal">Goal</label>
    <span class="entry"
      ><input
        id="goal"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="goal-help"
        .value=${live(form.choice.options.goal ?? '')}
        @input=${(event: Event) => setting(form, { goal: chosen(event) || null })}
    /></span>
    <p class="help" id="goal-help">
      What the reader is to reach, as in <code>test-rmse&lt;4, parameters&lt;=200</code>. Left out, there is none.
    </p>
  </div>`;
}

function themeField(form: BuilderForm): TemplateResult {
  const titles = THEMES.map((theme) => [theme, THEME_TITLES[theme]] as const);
  return select('theme', 'Colours', form.choice.options.theme, titles, (theme) =>
    setting(form, { theme: theme as EmbedTheme }),
  );
}

function sizeFields({ choice, wantedHeight, change }: BuilderForm): TemplateResult {
  return html`<div class="pair">
    <div class="field wide">
      <label for="width">Width</label>
      <span class="entry"
        ><input
          id="width"
          autocomplete="off"
          aria-describedby="width-help"
          .value=${live(choice.width)}
          @change=${(event: Event) => change({ width: /^\d+%?$/.test(chosen(event)) ? chosen(event) : '100%' })}
      /></span>
      <p class="help" id="width-help">Pixels, or a part of the page as in 100%.</p>
    </div>
    <div class="field wide">
      <label for="height">Height</label>
      <span class="entry"
        ><input
          id="height"
          type="number"
          min="100"
          max="5000"
          placeholder=${wantedHeight}
          aria-describedby="height-help"
          .value=${live(choice.height === null ? '' : String(choice.height))}
          @change=${(event: Event) => change({ height: heightIn(event.target as HTMLInputElement) })}
      /></span>
      <p class="help" id="height-help">Pixels. Left out, ${wantedHeight}, as high as what is in it here.</p>
    </div>
  </div>`;
}

function heightIn(input: HTMLInputElement): number | null {
  return input.value !== '' && input.validity.valid ? Math.round(input.valueAsNumber) : null;
}

function titleField({ choice, chapters, change }: BuilderForm): TemplateResult {
  return html`<div class="field wide">
    <label for="title">Title</label>
    <span class="entry"
      ><input
        id="title"
        aria-describedby="title-help"
        .value=${live(titleOf(choice, chapters))}
        @change=${(event: Event) => change({ title: chosen(event).trim() || null })}
    /></span>
    <p class="help" id="title-help">Read out to those who cannot see the frame.</p>
  </div>`;
}

function hideField(form: BuilderForm): TemplateResult {
  const { part, hide } = form.choice.options;
  const names = hideableIn(part);
  const toggle = (name: HideableName, isHidden: boolean) =>
    setting(form, { hide: names.filter((each) => (each === name ? isHidden : hide.includes(each))) });
  return html`<details ?open=${hide.length > 0}>
    <summary><span class="legend">What is left out</span> <span class="soft">${hide.length} of ${names.length}</span></summary>
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

function originField({ choice, change }: BuilderForm): TemplateResult {
  const { hostOrigin } = choice;
  const pin = readPin(hostOrigin === '' ? null : hostOrigin);
  return html`<div class="field wide">
    <label for="host-origin">Origin of your page</label>
    <span class="entry"
      ><input
        id="host-origin"
        type="url"
        autocomplete="off"
        placeholder="https://course.example"
        aria-invalid=${pin.ok ? 'false' : 'true'}
        aria-describedby=${pin.ok ? 'host-origin-help' : 'host-origin-problem host-origin-help'}
        .value=${live(hostOrigin)}
        @input=${(event: Event) => change({ hostOrigin: chosen(event).trim() })}
    /></span>
    ${pin.ok ? nothing : html`<p class="problem" id="host-origin-problem">${pin.sentence}</p>`}
    <p class="help" id="host-origin-help">
      Named, the embed tells no other page how a run goes, and takes requests from no other. Left out, it talks to
      whichever page frames it.
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
      <label for="opaque">Take the frame’s origin away</label>
      <p class="help" id="opaque-help">
        The strictest sandbox, for pages that lie on the same server as Minifactory. It loads as one script then, which
        is larger.
      </p>
    </div>
  </div>`;
}
