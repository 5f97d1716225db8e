/** The controls of the builder. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Chapter } from '../../lessons/lesson';
import { OPTIONS, type OptionName, type Options } from '../options/options';
import { readAttributes, writeOptions } from '../options/read-options';
import type { EmbedChoice } from './embed-choice';

export interface BuilderForm {
  readonly choice: EmbedChoice;
  readonly chapters: readonly Chapter[];
  /** The height the content asks for, in CSS pixels. */
  readonly wantedHeight: number;
  readonly change: (changes: Partial<EmbedChoice>) => void;
}

type Titles = readonly (readonly [value: string, title: string])[];

export function setOptions({ choice, change }: BuilderForm, changes: Partial<Options>): void {
  change({ options: { ...choice.options, ...changes } });
}

export function chosen(event: Event): string {
  return (event.target as HTMLSelectElement | HTMLInputElement).value.trim();
}

/** `content`: grouped options that replace the plain ones. */
export function selectField(
  id: string,
  label: string,
  value: string,
  content: Titles | readonly TemplateResult[],
  choose: (value: string) => void,
): TemplateResult {
  return html`<div class="field wide">
    <label for=${id}>${label}</label>
    <span class="entry"
      ><select id=${id} @change=${(event: Event) => choose(chosen(event))}>
        ${isTitles(content) ? choices(content, value) : content}
      </select></span
    >
  </div>`;
}

function isTitles(content: Titles | readonly TemplateResult[]): content is Titles {
  return Array.isArray(content[0]);
}

export function choices(titles: Titles, value: string): TemplateResult[] {
  return titles.map(([each, title]) => html`<option value=${each} .selected=${live(each === value)}>${title}</option>`);
}

/**
 * A field for an option as text, with its description from the table of options. Mistakes are shown at the field. Text
 * that is being typed is not changed by a redraw, which happens whenever the preview has another height.
 */
export function optionField(form: BuilderForm, name: OptionName, label: string): TemplateResult {
  const { values, description, default: unset } = OPTIONS[name];
  const written = writeOptions(form.choice.options);
  const value = written.get(name) ?? '';
  if (values.kind === 'choice') {
    const titles = values.of.map((each) => [each, each] as const);
    return selectField(name, label, value || unset, titles, (text) => write(form, name, text));
  }
  return html`<div class="field wide">
    <label for=${name}>${label}</label>
    <span class="entry"
      ><input
        id=${name}
        autocomplete="off"
        spellcheck="false"
        placeholder=${unset}
        aria-describedby="${name}-help"
        .value=${value}
        @input=${({ target }: Event) => (target as HTMLInputElement).setCustomValidity('')}
        @change=${({ target }: Event) => {
          const input = target as HTMLInputElement;
          input.setCustomValidity(write(form, name, input.value.trim()) ?? '');
          input.reportValidity();
        }}
    /></span>
    <p class="help" id="${name}-help">${inCode(description)}</p>
  </div>`;
}

/** Null if the text is valid; otherwise why not. */
function write(form: BuilderForm, name: OptionName, text: string): string | null {
  const { options, problems } = readAttributes(new Map([...writeOptions(form.choice.options), [name, text]]));
  const problem = problems.find(({ option }) => option === name);
  if (problem !== undefined) return problem.sentence;
  setOptions(form, options);
  return null;
}

/** Text between backticks as code. */
function inCode(text: string): (string | TemplateResult)[] {
  return text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
}
