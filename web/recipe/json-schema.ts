/**
 * The published JSON Schema of a recipe, made from the same source as its types. `recipe.schema.json` contains its
 * text.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { RECIPE_VERSION, RecipeSchema } from './schema';

/** For recipes as people write them (draft-07): no field is required, because defaults are filled in. */
export function recipeJsonSchema() {
  const schema = toJsonSchema(RecipeSchema, {
    typeMode: 'input',
    // Removes units and labels, because strict validators reject unknown keywords.
    ignoreActions: ['metadata'],
  });
  return {
    ...schema,
    title: `Minifactory recipe, version ${RECIPE_VERSION}`,
    description: 'A whole training run: data, split, scaling, layers, loss, optimiser, training and seeds.',
  };
}
