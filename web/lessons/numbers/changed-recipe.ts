/** A recipe with some fields changed, as in an expression: `'split.seed=7'`, `'batches=5000'`. */
import { parseRecipe } from '../../recipe/parse';
import type { Recipe } from '../../recipe/schema';

export interface Changed {
  readonly recipe: Recipe;
  /** The number of batches after which to stop; infinite for the recipe's own end. */
  readonly batches: number;
}

type Fields = Record<string, unknown>;

/** Throws a RangeError for a change that cannot be read or that the recipe does not allow. */
export function changed(recipe: Recipe, changes: readonly string[]): Changed {
  let batches = Number.POSITIVE_INFINITY;
  const fields = structuredClone(recipe) as unknown as Fields;
  for (const change of changes) {
    const [, path, text] = /^([\w.]+)=(.+)$/.exec(change) ?? [];
    if (path === undefined || text === undefined) throw new RangeError(`“${change}” is not “field=value”.`);
    if (path === 'batches') batches = Number(text);
    else set(fields, path.split('.'), parsed(text));
  }
  const result = parseRecipe(fields);
  if (!result.ok) throw new RangeError(`${changes.join(', ')}: ${result.problems[0]?.sentence}`);
  return { recipe: result.recipe, batches };
}

function set(fields: Fields, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) fields[first] = value;
  else set(fields[first] as Fields, rest, value);
}

/** A number, true, a list, or otherwise a name. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
