/** Controls for the fields of a recipe, generated from the schema. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldAt, type NumberField } from '../../recipe/fields';
import type { Problem } from '../../recipe/parse';
import { type Draft, type FieldValue, numberOrText, valueAt } from '../../state/recipe/draft';
import { problemInWords } from '../../state/recipe/recipe-state';

/** What every control needs: the values, the problems in them, and the target of its edit events. */
export interface Form {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly edit: (path: string, value: FieldValue) => void;
}

/** `1 to 256`, with thousands separators. */
export function rangeText(field: NumberField): string {
  return `${bound(field.min)} to ${bound(field.max)}`;
}

function bound(value: number): string {
  return value !== 0 && value < 1e-3 ? String(value) : value.toLocaleString('en');
}

export function problemAt(form: Form, path: string): Problem | undefined {
  return form.problems.find((problem) => problem.path === path);
}

function problemLine(form: Form, path: string): TemplateResult | typeof nothing {
  const problem = problemAt(form, path);
  return problem === undefined ? nothing : html`<p class="problem" id="${path}-problem">${problemInWords(problem)}</p>`;
}

function describedBy(form: Form, path: string): string {
  return problemAt(form, path) === undefined ? `${path}-help` : `${path}-problem ${path}-help`;
}

/** A number input without its label. Set `label` only if no visible label names it. */
export function numberInput(form: Form, path: string, label?: string): TemplateResult {
  const field = fieldAt(path, 'number');
  return html`<input
    id=${path}
    type="text"
    inputmode=${field.whole ? 'numeric' : 'decimal'}
    autocomplete="off"
    spellcheck="false"
    aria-label=${label ?? nothing}
    aria-invalid=${problemAt(form, path) === undefined ? 'false' : 'true'}
    aria-describedby=${describedBy(form, path)}
    .value=${live(String(valueAt(form.draft, path)))}
    @input=${(event: InputEvent) => form.edit(path, numberOrText((event.target as HTMLInputElement).value))}
  />`;
}

export function choiceInput(form: Form, path: string, label?: string): TemplateResult {
  const field = fieldAt(path, 'choice');
  const value = valueAt(form.draft, path);
  return html`<select
    id=${path}
    aria-label=${label ?? nothing}
    aria-describedby=${`${path}-help`}
    @change=${(event: Event) => form.edit(path, (event.target as HTMLSelectElement).value)}
  >
    ${field.choices.map(
      (choice) =>
        html`<option value=${choice.value} .selected=${live(choice.value === value)}>${choice.label}</option>`,
    )}
  </select>`;
}

export function numberField(form: Form, path: string): TemplateResult {
  const field = fieldAt(path, 'number');
  return html`<div class="field">
    <label for=${path}>${field.title}</label>
    <span class="entry">${numberInput(form, path)}<span class="unit">${field.unit}</span></span>
    ${problemLine(form, path)}
    <p class="help" id="${path}-help">${field.help} <span class="range">${rangeText(field)}.</span></p>
  </div>`;
}

export function choiceField(form: Form, path: string): TemplateResult {
  const field = fieldAt(path, 'choice');
  return html`<div class="field">
    <label for=${path}>${field.title}</label>
    <span class="entry">${choiceInput(form, path)}</span>
    ${problemLine(form, path)}
    <p class="help" id="${path}-help">${field.help}</p>
  </div>`;
}

/** The length of training or of an interval: a count and its unit, e.g. 50 epochs. */
export function durationField(form: Form, path: string): TemplateResult {
  const [count, unit] = [`${path}.count`, `${path}.unit`];
  const field = fieldAt(count, 'number');
  return html`<div class="field span">
    <label for=${count}>${field.title}</label>
    <span class="entry">${numberInput(form, count)}${choiceInput(form, unit, `${field.title}: counted in`)}</span>
    ${problemLine(form, count)}
    <p class="help" id="${count}-help">${field.help} <span class="range">${rangeText(field)}.</span></p>
    <p class="help" id="${unit}-help" hidden>${fieldAt(unit, 'choice').help}</p>
  </div>`;
}

export function flagField(form: Form, path: string): TemplateResult {
  const field = fieldAt(path, 'flag');
  return html`<div class="check">
    <input
      id=${path}
      type="checkbox"
      aria-describedby="${path}-help"
      .checked=${live(valueAt(form.draft, path) === true)}
      @change=${(event: Event) => form.edit(path, (event.target as HTMLInputElement).checked)}
    />
    <div>
      <label for=${path}>${field.title}</label>
      <p class="help" id="${path}-help">${field.help}</p>
    </div>
  </div>`;
}
