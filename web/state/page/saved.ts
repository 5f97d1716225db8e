/**
 * What is stored for the next visit or a reload, as text. It is checked when read, since anyone may have written it.
 */
import { goalText } from '../../goals/goal';
import { parseGoal } from '../../goals/parse';
import { fieldAt, partDefaults } from '../../recipe/fields';
import { parseRecipe } from '../../recipe/parse';
import type { Recipe } from '../../recipe/schema';
import type { GoalState } from '../goal/goal-state';
import { EXPLAINED, type ExplainState, FIRST_EXPLAIN, LANGUAGES } from '../inside/explain';
import { DRAWINGS, type Drawing } from '../inside/inside-state';
import type { Draft } from '../recipe/draft';
import type { PlaySpeed } from '../run/pace';
import { MOST_OVERLAID } from '../runs/stored-runs';
import { type PageState, THEMES, type Theme } from './page-state';
import { type ChosenPictures, FIRST_PICTURES, isChosenPictures } from './pictures';

/** Preferences for the look of the page and for training; the same in every tab. */
export interface Preferences {
  readonly theme?: Theme;
  readonly speed?: PlaySpeed;
  readonly explain?: ExplainState;
  readonly pictures?: ChosenPictures;
  readonly isWelcomed?: boolean;
  /** Ids of the runs drawn behind the live one. */
  readonly overlaid?: readonly string[];
}

export interface Saved extends Preferences {
  readonly draft?: Draft;
  readonly origin?: Recipe;
  readonly text?: string | null;
  readonly drawing?: Drawing;
  readonly goal?: Pick<GoalState, 'goal' | 'setFor'>;
}

/** The text of the page's preferences, for the next visit. */
export function savedPreferences({ theme, speed, explain, pictures, isWelcomed, runs }: PageState): string {
  return writtenPreferences({
    theme,
    speed,
    explain,
    overlaid: runs.overlaid,
    ...(pictures === FIRST_PICTURES ? {} : { pictures }),
    ...(isWelcomed ? { isWelcomed } : {}),
  });
}

/** The text of stored preferences with another theme. */
export function preferencesWithTheme(preferences: string | null, theme: Theme): string {
  return writtenPreferences({ ...readPreferences(preferences), theme });
}

/** The text of the current work, for a reload of this tab. */
export function savedWork(state: PageState): string {
  const { draft, origin, text, inside, goal } = state;
  return JSON.stringify({
    draft,
    origin: origin ?? undefined,
    text,
    drawing: inside.drawing,
    goal: goal === null ? undefined : writtenGoal(goal),
  });
}

/** Reads both texts; a field that is missing or wrong is left out. `example` is a recipe with every field. */
export function readSaved(preferences: string | null, work: string | null, example: Draft): Saved {
  const { draft, origin, text, drawing, goal } = parsedObject(work);
  const originRead = parseRecipe(origin);
  const goalRead = readGoal(goal);
  const draftRead = readDraft(draft, example);
  return {
    ...readPreferences(preferences),
    ...(draftRead === null ? {} : { draft: draftRead }),
    ...(originRead.ok ? { origin: originRead.recipe } : {}),
    ...(typeof text === 'string' ? { text } : {}),
    ...(isDrawing(drawing) ? { drawing } : {}),
    ...(goalRead === null ? {} : { goal: goalRead }),
  };
}

/** `ExplainState` as it is stored: its `language` is stored as `tongue`. */
interface StoredExplain extends Omit<ExplainState, 'language'> {
  readonly tongue: ExplainState['language'];
}

function storedExplain({ open, subject, language, showsNumbers }: ExplainState): StoredExplain {
  return { open, subject, tongue: language, showsNumbers };
}

function writtenPreferences(preferences: Preferences): string {
  const { explain, speed } = preferences;
  return JSON.stringify({
    ...preferences,
    ...(speed === null ? { speed: 'fastest' } : {}),
    ...(explain === undefined ? {} : { explain: storedExplain(explain) }),
  });
}

function writtenGoal({ goal, setFor }: GoalState): object {
  return { text: goalText(goal), setFor };
}

function readGoal(value: unknown): NonNullable<Saved['goal']> | null {
  const { text, setFor = null } = (value ?? {}) as { readonly text?: unknown; readonly setFor?: unknown };
  const goal = typeof text === 'string' ? parseGoal(text) : null;
  const recipe = setFor === null ? null : parseRecipe(setFor);
  return goal?.ok && recipe?.ok !== false ? { goal: goal.goal, setFor: recipe?.recipe ?? null } : null;
}

export function readPreferences(preferences: string | null): Preferences {
  const { theme, speed, explain, overlaid, pictures, isWelcomed } = parsedObject(preferences);
  return {
    ...(isTheme(theme) ? { theme } : {}),
    ...(isStoredSpeed(speed) ? { speed: speed === 'fastest' ? null : speed } : {}),
    ...(isStoredExplain(explain) ? { explain: readExplain(explain) } : {}),
    ...(isChosenPictures(pictures) ? { pictures } : {}),
    ...(isWelcomed === true ? { isWelcomed } : {}),
    ...(isListOfIds(overlaid) ? { overlaid } : {}),
  };
}

function parsedObject(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

function isDrawing(value: unknown): value is Drawing {
  return DRAWINGS.some((drawing) => drawing === value);
}

function isStoredExplain(value: unknown): value is StoredExplain {
  if (!isLike(value, storedExplain(FIRST_EXPLAIN))) return false;
  const { subject, tongue } = value as StoredExplain;
  return EXPLAINED.includes(subject) && LANGUAGES.includes(tongue);
}

function readExplain({ open, subject, tongue, showsNumbers }: StoredExplain): ExplainState {
  return { open, subject, language: tongue, showsNumbers };
}

/** Earlier versions stored null if no speed was chosen, so null is not taken as a choice. */
function isStoredSpeed(value: unknown): value is 'watch' | 'fastest' | number {
  return value === 'watch' || value === 'fastest' || (typeof value === 'number' && value >= 1);
}

function isListOfIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MOST_OVERLAID && value.every((id) => typeof id === 'string');
}

/** A draft as it was stored, also by a version whose layers had no type; null for anything else. */
function readDraft(value: unknown, example: Draft): Draft | null {
  if (!isFields(value) || !Array.isArray(value.layers)) return null;
  const layers = value.layers.map((layer) => (isFields(layer) ? { type: example.layers[0]?.type, ...layer } : layer));
  const { layers: noLayers, loss: noLoss, optimiser: noOptimiser, ...others } = example;
  const isDraft =
    isLike(value, others) &&
    layers.every((layer) => isPart(layer, 'layers[].type')) &&
    isPart(value.loss, 'loss.function') &&
    isPart(value.optimiser, 'optimiser.method');
  return isDraft ? ({ ...value, layers } as unknown as Draft) : null;
}

/** A group that names a known part and has its settings; `key` is the path of the field that names it. */
function isPart(value: unknown, key: string): boolean {
  const name = isFields(value) ? value[key.slice(key.lastIndexOf('.') + 1)] : undefined;
  const isKnown = fieldAt(key, 'choice').choices.some((choice) => choice.value === name);
  return isKnown && isLike(value, partDefaults(key, name as string));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether both have the same fields at every level. A number may be a text, because a draft contains what was typed.
 */
function isLike(value: unknown, example: unknown): boolean {
  if (Array.isArray(example)) {
    return Array.isArray(value) && value.every((item) => isLike(item, example[0]));
  }
  if (typeof example === 'object' && example !== null) {
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.entries(example).every(([key, child]) => isLike((value as Record<string, unknown>)[key], child))
    );
  }
  return typeof value === typeof example || (typeof example === 'number' && typeof value === 'string');
}
