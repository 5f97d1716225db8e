/** The recipe that a command works on: a preset, a file, or standard input. */
import { isModelText } from '../export/read-model';
import { parseRecipeText } from '../recipe/parse';
import { PRESETS, presetNamed, similarPreset } from '../recipe/presets';
import type { Recipe } from '../recipe/schema';
import { InputError } from './answer';
import { readText } from './files';

/** The presets' names and descriptions, one in each line. */
export function presetList(): string {
  const width = Math.max(...PRESETS.map(({ id }) => id.length));
  return PRESETS.map(({ id, description }) => `${id.padEnd(width)}  ${description}\n`).join('');
}

/** Throws an InputError for an unknown preset. */
export function presetRecipe(name: string): Recipe {
  const preset = presetNamed(name);
  if (preset) return preset.recipe;
  const similar = similarPreset(name);
  const advice = similar === undefined ? '--list shows all of them.' : `did you mean ${similar}?`;
  throw new InputError(`There is no preset ${JSON.stringify(name)}; ${advice}`);
}

/**
 * From the file at `path`, or standard input for `-`. Rejects with an InputError if it is missing or invalid.
 */
export async function recipeIn(path: string): Promise<Recipe> {
  const text = await readText(path).catch((error: unknown) => {
    throw new InputError((error as Error).message);
  });
  if (isModelText(text)) {
    throw new InputError(
      `${path} is a trained model, but this command needs a recipe. Use the value of its field recipe. The page can open the model itself.`,
    );
  }
  const result = parseRecipeText(text);
  if (!result.ok) throw new InputError(result.problems.map(({ sentence }) => sentence).join('\n'));
  return result.recipe;
}
