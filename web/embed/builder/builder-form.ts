/** The builder's questions, one set of fields for each. */
import { html, nothing, type TemplateResult } from 'lit';
import { FIGURES } from '../../figures/descriptions.js';
import { PRESETS } from '../../recipe/presets';
import { type EmbedTheme, PARTS, type PartName, THEMES } from '../options/options';
import { readAttributes } from '../options/read-options';
import { type BuilderForm, choices, optionField, selectField, setOptions } from './builder-fields';
import { PART_TITLES } from './embed-choice';
import { frameFields, hostFields } from './frame-fields';
import { hideableIn, hideField } from './hide-field';

const THEME_TITLES: Readonly<Record<EmbedTheme, string>> = {
  auto: 'As set in the reader’s system',
  light: 'Light',
  dark: 'Dark',
  host: 'Colours of the page (element only)',
};

const OWN_RECIPE = 'own';

export function builderForm(form: BuilderForm): TemplateResult {
  const { part } = form.choice.options;
  return html`
    <fieldset>
      <legend>What is shown</legend>
      ${partField(form)} ${detailFields(form, part)}
    </fieldset>
    ${
      trains(part)
        ? html`<fieldset>
            <legend>What is trained</legend>
            ${presetField(form)} ${optionField(form, 'goal', 'Goal')} ${optionField(form, 'speed', 'Speed')}
          </fieldset>`
        : nothing
    }
    <fieldset>
      <legend>How it looks</legend>
      ${themeField(form)} ${optionField(form, 'size', 'Text size')} ${frameFields(form)}
    </fieldset>
    ${trains(part) ? hideField(form) : nothing} ${hostFields(form)}
  `;
}

function trains(part: PartName): boolean {
  return part !== 'figure' && part !== 'lesson';
}

function partField(form: BuilderForm): TemplateResult {
  const titles = PARTS.map((each) => [each, PART_TITLES[each]] as const);
  return selectField('part', 'Part', form.choice.options.part, titles, (part) => choosePart(form, part as PartName));
}

/** A figure and a lesson need a name; options that the other part lacks are dropped. */
function choosePart(form: BuilderForm, part: PartName): void {
  const figure = part === 'figure' ? (Object.keys(FIGURES)[0] ?? null) : null;
  const lesson = part === 'lesson' ? (form.chapters[0]?.pages[0]?.id ?? null) : null;
  const goal = trains(part) ? form.choice.options.goal : null;
  const hide = form.choice.options.hide.filter((name) => hideableIn(part).includes(name));
  const { view, drawing, step, feature } = readAttributes(new Map()).options;
  setOptions(form, { part, figure, lesson, goal, hide, values: null, view, drawing, step, feature });
}

function detailFields(form: BuilderForm, part: PartName): TemplateResult | typeof nothing {
  switch (part) {
    case 'playground':
      return optionField(form, 'view', 'First view');
    case 'inside':
      return html`${optionField(form, 'drawing', 'Drawing')} ${optionField(form, 'step', 'First step')}`;
    case 'response':
      return optionField(form, 'feature', 'Feature');
    case 'figure':
      return html`${figureField(form)} ${optionField(form, 'values', 'First values')}`;
    case 'lesson':
      return lessonField(form);
    default:
      return nothing;
  }
}

function figureField(form: BuilderForm): TemplateResult {
  const { figure } = form.choice.options;
  const titles = Object.entries(FIGURES).map(([name, { title }]) => [name, title] as const);
  const fields = Object.keys((figure === null ? undefined : FIGURES[figure])?.fields ?? {});
  return html`${selectField('figure', 'Figure', figure ?? '', titles, (name) =>
    setOptions(form, { figure: name, values: null }),
  )}
    <p class="help">Values of this figure: ${fields.join(', ')}.</p>`;
}

function lessonField(form: BuilderForm): TemplateResult {
  const lesson = form.choice.options.lesson ?? '';
  const groups = form.chapters.map(
    ({ number, title, pages }) => html`<optgroup label="${number} ${title}">
      ${choices(
        pages.map((page) => [page.id, page.title] as const),
        lesson,
      )}
    </optgroup>`,
  );
  return selectField('lesson', 'Lesson', lesson, groups, (id) => setOptions(form, { lesson: id, values: null }));
}

function presetField(form: BuilderForm): TemplateResult {
  const { preset, recipe } = form.choice.options;
  const own = recipe === null ? [] : [[OWN_RECIPE, 'Your own recipe'] as const];
  const titles = [...own, ...PRESETS.map(({ id, title }) => [id, title] as const)];
  const value = recipe === null ? (preset ?? 'chapter-3-one-hidden') : OWN_RECIPE;
  return html`${selectField('preset', 'Model', value, titles, (id) => {
    if (id !== OWN_RECIPE) setOptions(form, { preset: id, recipe: null, weights: null });
  })}
    <p class="help">To use your own recipe, make it in the playground and open this page from its “Share” dialog.</p>`;
}

function themeField(form: BuilderForm): TemplateResult {
  const titles = THEMES.map((theme) => [theme, THEME_TITLES[theme]] as const);
  return selectField('theme', 'Colours', form.choice.options.theme, titles, (theme) =>
    setOptions(form, { theme: theme as EmbedTheme }),
  );
}
