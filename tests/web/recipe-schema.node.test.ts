import { expect, test } from 'vitest';
import { recipeJsonSchema } from '../../web/recipe/json-schema';
import { recipeReference } from '../../web/recipe/reference';

// After a change of the schema or the presets, write both files anew with
// `npx vitest run --project node tests/web/recipe-schema.node.test.ts --update`.
test('recipe.schema.json is what the schema says now', async () => {
  const text = `${JSON.stringify(recipeJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../web/recipe/recipe.schema.json');
});

test('docs/recipe.md is what the schema and the presets say now', async () => {
  await expect(recipeReference()).toMatchFileSnapshot('../../docs/recipe.md');
});
