/** A recipe for each set of choices, made once: runs are told apart by the object. */
import type { Recipe } from '../../recipe/schema';

export class MadeRecipes {
  readonly #made = new Map<string, Recipe>();

  /** `key` must say all that `make` depends on. */
  get(key: string, make: () => Recipe): Recipe {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const recipe = make();
    this.#made.set(key, recipe);
    return recipe;
  }
}
