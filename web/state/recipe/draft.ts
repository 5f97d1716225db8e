/** The recipe in the controls, and the edits a person can make to it. Every edit returns a new draft. */
import { findField, partDefaults } from '../../recipe/fields';
import type { LayerRecipe, Recipe } from '../../recipe/schema';

type Loose<Value> = Value extends boolean
  ? Value
  : Value extends number
    ? number | string
    : Value extends readonly (infer Item)[]
      ? Loose<Item>[]
      : Value extends object
        ? { [Key in keyof Value]: Loose<Value[Key]> }
        : Value;

/** A recipe in which a number may still be any text, so that nothing typed is lost. */
export type Draft = Loose<Recipe>;
export type DraftLayer = Loose<LayerRecipe>;
export type FieldValue = number | string | boolean;

/** `1,000` may mean a thousand or one, so it is not read as a number. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}(,\d{3})+$/;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number a text spells, also with a true minus sign or a decimal comma; the text itself if it is not a number. */
export function numberOrText(text: string): number | string {
  const trimmed = text.trim().replaceAll('−', '-');
  if (AMBIGUOUS.test(trimmed)) return text;
  const pointed = trimmed.replace(',', '.');
  const value = DECIMAL.test(pointed) ? Number(pointed) : Number.NaN;
  return Number.isFinite(value) ? value : text;
}

type Tree = { readonly [key: string]: unknown } | readonly unknown[];

function replaceAt(tree: Tree, steps: readonly string[], value: FieldValue | Tree): Tree {
  const [step, ...rest] = steps as [string, ...string[]];
  const child: unknown = (tree as Record<string, unknown>)[step];
  const replaced = rest.length === 0 ? value : replaceAt(child as Tree, rest, value);
  return Array.isArray(tree)
    ? tree.map((item: unknown, index) => (index === Number(step) ? replaced : item))
    : { ...tree, [step]: replaced };
}

/** The keys along a path such as `layers[0].units`. */
function stepsOf(path: string): readonly string[] {
  return path.replaceAll('[', '.').replaceAll(']', '').split('.');
}

/**
 * The draft with one field changed; paths are those of the recipe's fields, e.g. `layers[0].units`. Another part, e.g. at
 * `optimiser.method`, keeps the settings it shares with the one before and has its own defaults for the others.
 */
export function withValue(draft: Draft, path: string, value: FieldValue): Draft {
  const field = findField(path);
  const steps = stepsOf(path);
  if (field?.kind !== 'choice' || !field.isKey || typeof value !== 'string')
    return replaceAt(draft, steps, value) as Draft;
  const group = steps.slice(0, -1);
  const before = valueAt(draft, group.join('.')) as Readonly<Record<string, FieldValue>>;
  const defaults = partDefaults(path, value) as Readonly<Record<string, FieldValue>>;
  const kept = Object.entries(before).filter(([name]) => name in defaults && name !== steps.at(-1));
  return replaceAt(draft, group, { ...defaults, ...Object.fromEntries(kept) }) as Draft;
}

/** The value at a path; undefined if there is none. */
export function valueAt(draft: Draft, path: string): unknown {
  return stepsOf(path).reduce<unknown>((tree, step) => (tree as Record<string, unknown> | undefined)?.[step], draft);
}

/** The draft with a column on or off; features keep the order of `columns`. */
export function withFeature(draft: Draft, columns: readonly string[], name: string, on: boolean): Draft {
  const features = columns.filter((column) => (column === name ? on : draft.data.features.includes(column)));
  return { ...draft, data: { ...draft.data, features } };
}

/**
 * Adds a layer at `index`, by default before the output layer: a copy of the hidden layer before it or after it, or a
 * dense layer with the defaults.
 */
export function withLayerAdded(draft: Draft, index = draft.layers.length - 1): Draft {
  const { layers } = draft;
  const hidden = layers.slice(0, -1);
  const added = hidden[index - 1] ?? hidden[index] ?? (partDefaults('layers[].type', 'dense') as DraftLayer);
  return { ...draft, layers: [...layers.slice(0, index), { ...added }, ...layers.slice(index)] };
}

export function withLayerRemoved(draft: Draft, index: number): Draft {
  return { ...draft, layers: draft.layers.filter((_, at) => at !== index) };
}

export function withLayerMoved(draft: Draft, from: number, to: number): Draft {
  const layers = [...draft.layers];
  layers.splice(to, 0, ...layers.splice(from, 1));
  return { ...draft, layers };
}
