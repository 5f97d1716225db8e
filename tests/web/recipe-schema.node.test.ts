import { expect, test } from 'vitest';
import { recipeJsonSchema } from '../../web/recipe/json-schema';

// After a change of the schema, write the file anew with
// `npx vitest run --project node tests/web/recipe-schema.node.test.ts --update`.
test('recipe.schema.json is what the schema says now', async () => {
  const text = `${JSON.stringify(recipeJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../web/recipe/recipe.schema.json');
});
