/** Which feature's response is drawn. */
import type { Recipe } from '../../recipe/schema';

/** The place of `name` among the recipe's features; of the last one where the recipe leaves `name` out. */
export function responseIndex(recipe: Recipe, name: string): number {
  const index = recipe.data.features.indexOf(name);
  return index >= 0 ? index : recipe.data.features.length - 1;
}
