/** The published JSON Schema of a recipe, from the same source as its types; `recipe.schema.json` holds its text. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { RECIPE_VERSION, RecipeSchema } from './schema';

/** What a person writes (draft-07): defaults are filled in by the reader, so nothing is required. */
export function recipeJsonSchema() {
  const schema = toJsonSchema(RecipeSchema, {
    typeMode: 'input',
    // Units and labels are for the page; strict validators refuse keywords they do not know.
    ignoreActions: ['metadata'],
  });
  return {
    ...schema,
    title: `Minifactory recipe, version ${RECIPE_VERSION}`,
    description: 'A whole training run: data, split, scaling, layers, loss, optimiser, training and seeds.',
  };
}
