/** A recipe as text, complete or as short as possible, and whether two recipes describe the same run. */
import { parseRecipe } from './parse';
import { RECIPE_VERSION, type Recipe, type RecipeInput } from './schema';
import { tidyJson } from './tidy-json';

/** Readable JSON text with every field, ending in a line break; `parseRecipeText` reads it back to an equal recipe. */
export function serialiseRecipe(recipe: RecipeInput): string {
  return tidyJson(recipe);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((entry, index) => isSame(entry, other[index]));
  }
  if (isObject(one) && isObject(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => isSame(one[name], other[name]));
  }
  return Object.is(one, other);
}

/**
 * The part of `value` that differs from `defaults`: groups field by field, lists as a whole; undefined if none does.
 */
function difference(value: unknown, defaults: unknown): unknown {
  if (!isObject(value) || !isObject(defaults)) return isSame(value, defaults) ? undefined : value;
  const entries = Object.entries(value)
    .map(([name, entry]) => [name, difference(entry, defaults[name])] as const)
    .filter(([, entry]) => entry !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function filledIn(input: RecipeInput): Recipe {
  const result = parseRecipe(input);
  if (!result.ok) throw new Error(result.problems[0]?.sentence);
  return result.recipe;
}

/** The recipe without the defaults, which parsing fills in again; the version stays, to identify the format. */
export function minimalRecipe(recipe: Recipe): RecipeInput {
  const { source, target } = recipe.data;
  const plain = filledIn({});
  // The defaults of the data depend on the data: the target on the source, the features on both.
  const data = {
    source: plain.data.source,
    target: filledIn({ data: { source } }).data.target,
    features: filledIn({ data: { source, target } }).data.features,
  };
  // The settings of a part depend on the part.
  const parts = filledIn({
    loss: { function: recipe.loss.function },
    optimiser: { method: recipe.optimiser.method },
  } as RecipeInput);
  const loss = { ...parts.loss, function: plain.loss.function };
  const optimiser = { ...parts.optimiser, method: plain.optimiser.method };
  const rest = difference(recipe, { ...plain, data, loss, optimiser }) as RecipeInput | undefined;
  const layers = rest?.layers?.map((layer) => (layer.type === plain.layers[0]?.type ? withoutType(layer) : layer));
  return { version: RECIPE_VERSION, ...rest, ...(layers === undefined ? {} : { layers }) };
}

const withoutType = <Layer extends { readonly type?: unknown }>({ type, ...layer }: Layer): Omit<Layer, 'type'> =>
  layer;

/** Whether two recipes describe the same run: all fields are equal except the name and `$schema`. */
export function recipeEquals(one: Recipe, other: Recipe): boolean {
  const nameless = ({ name, $schema, ...run }: Recipe) => run;
  return isSame(nameless(one), nameless(other));
}
