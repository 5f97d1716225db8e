/** Changes of the draft, its text and its problems. */
import { findField } from '../../recipe/fields';
import { type Problem, parseRecipe, parseRecipeText } from '../../recipe/parse';
import { PRESETS, type Preset, presetNamed } from '../../recipe/presets';
import type { Recipe, RecipeInput } from '../../recipe/schema';
import { recipeEquals, serialiseRecipe } from '../../recipe/serialise';
import type { PageState } from '../page/page-state';
import { isChanged } from '../run/run-state';
import { deviations, isOfItsRecipe } from '../runs/deviations';
import type { Draft } from './draft';

/** The state with a changed draft, checked. A text that is edited by hand stays as it is. */
export function withDraft(state: PageState, draft: Draft): PageState {
  const { origin } = state;
  return { ...state, ...checked(renamed(draft, origin)), origin, replaced: null };
}

const CHANGED = ', changed';

/** The preset that a recipe was made from, by its name. */
export function presetBehind({ name }: { readonly name: string }): Preset | undefined {
  const title = name.endsWith(CHANGED) ? name.slice(0, -CHANGED.length) : name;
  return PRESETS.find(({ recipe }) => recipe.name === title);
}

/**
 * A draft that differs from the preset or the opened recipe it is named after says so in its name, until it is that
 * recipe again. A name that was typed stays.
 */
function renamed(draft: Draft, origin: Recipe | null): Draft {
  const named = presetBehind(draft)?.recipe ?? origin;
  const result = parseRecipe(draft);
  if (named === null || !result.ok || named.name === '') return draft;
  const { name: title } = named;
  if (draft.name !== title && draft.name !== `${title}${CHANGED}`) return draft;
  const isChanged = !recipeEquals(result.recipe, named) && !title.endsWith(CHANGED);
  const name = isChanged ? `${title}${CHANGED}` : title;
  return name === draft.name ? draft : { ...draft, name };
}

/** A draft that took the place of another, checked; `origin` is the recipe that was opened as it. */
export function checked(
  draft: Draft,
  origin: Recipe | null = null,
): Pick<PageState, 'draft' | 'recipe' | 'problems' | 'origin'> {
  const result = parseRecipe(draft);
  return result.ok
    ? { draft, recipe: result.recipe, problems: [], origin }
    : { draft, recipe: null, problems: result.problems, origin };
}

/** As `withDraft`, with the previous draft stored so that the change can be undone. */
export function withDraftReplaced(state: PageState, draft: Draft, sentence: string): PageState {
  return { ...withDraft(state, draft), replaced: { draft: state.draft, origin: state.origin, sentence } };
}

/** The state from before the draft was replaced. */
export function withReplacementUndone(state: PageState): PageState {
  const { replaced } = state;
  return replaced === null ? state : withDraft({ ...state, origin: replaced.origin }, replaced.draft);
}

/** Whether training needs a new run first. */
export function isBehind(state: PageState): boolean {
  return state.run === null || state.crash !== null || isChanged(state);
}

/** A text without problems becomes the draft; otherwise the text stays, with its problems. */
export function withTextApplied(state: PageState): PageState {
  if (state.text === null) {
    return state;
  }
  const result = parseRecipeText(state.text);
  return result.ok
    ? {
        ...withDraftReplaced(state, result.recipe, 'The recipe was read from the text.'),
        text: null,
        textProblems: [],
      }
    : { ...state, textProblems: result.problems };
}

/** The state with a preset as its draft. Undo is offered only if it replaces a recipe of the person's own. */
export function withPreset(state: PageState, id: string): PageState {
  const preset = presetNamed(id);
  if (preset === undefined) {
    return state;
  }
  return presetOf(state) === undefined
    ? withDraftReplaced(state, preset.recipe, `“${preset.title}” replaced your recipe.`)
    : withDraft(state, preset.recipe);
}

/**
 * The state with the recipe of a stored run as its draft, and a warning if training that recipe alone gives different
 * numbers.
 */
export function withRunReopened(state: PageState, id: string): PageState {
  const { stored } = state.runs;
  const run = stored.find((each) => each.id === id);
  if (run === undefined) {
    return state;
  }
  const opened = `The recipe of “${run.name}” replaced yours.`;
  const reopened = withDraftReplaced(
    state,
    run.recipe,
    isOfItsRecipe(run)
      ? opened
      : `${opened} Training it gives different numbers, because that run was changed during training: ${deviations(run, stored).join('; ')}.`,
  );
  return { ...reopened, ...checked(renamed(run.recipe, null), run.recipe) };
}

/** The preset that gives the same run as the draft, if there is one. */
export function presetOf({ recipe }: PageState): Preset | undefined {
  return recipe === null ? undefined : PRESETS.find((preset) => recipeEquals(preset.recipe, recipe));
}

/** The draft as JSON, also if its fields are not valid. */
export function draftText(draft: Draft): string {
  return serialiseRecipe(draft as RecipeInput);
}

const PATH = /\b[a-z]+(?:\.\w+|\[\d+\])+/gi;

/** The problem's sentence with field titles in place of paths. */
export function problemInWords({ sentence }: Problem): string {
  return sentence.replace(PATH, (path) => {
    const title = findField(path)?.title ?? '';
    return title === '' ? path : `“${layerOf(path)}${title}”`;
  });
}

/** `Layer 2: ` for a field of the second layer. */
function layerOf(path: string): string {
  const index = /^layers\[(\d+)\]/.exec(path)?.[1];
  return index === undefined ? '' : `Layer ${Number(index) + 1}: `;
}
