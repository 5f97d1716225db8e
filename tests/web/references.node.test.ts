/**
 * The generated references. After a change to the schema, the presets or a part, `npm run references` rewrites them.
 */
import { expect, test } from 'vitest';
import { partsReference } from '../../web/explanations/reference';
import { recipeJsonSchema } from '../../web/recipe/json-schema';
import { recipeReference } from '../../web/recipe/reference';

test('recipe.schema.json matches the schema', async () => {
  const text = `${JSON.stringify(recipeJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../web/recipe/recipe.schema.json');
});

test('docs/recipe.md matches the schema and the presets', async () => {
  await expect(recipeReference()).toMatchFileSnapshot('../../docs/recipe.md');
});

test('docs/parts.md matches the pages of the parts', async () => {
  await expect(partsReference()).toMatchFileSnapshot('../../docs/parts.md');
});
