/** The columns of a recipe's data set in texts about runs. */
import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../../web/recipe/parse';
import type { Recipe, RecipeInput } from '../../web/recipe/schema';
import { sharedTargetUnit } from '../../web/state/data/columns';

function recipe(data: RecipeInput['data'] = {}): Recipe {
  const parsed = parseRecipe({ data });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence);
  return parsed.recipe;
}

describe('the unit of the targets', () => {
  it('is that of all runs', () => {
    expect(sharedTargetUnit([recipe(), recipe({ source: 'boston-as-first-printed' })])).toBe('$1000s');
    expect(sharedTargetUnit([recipe({ target: 'RM' })])).toBe('rooms');
  });

  it('is empty if runs differ, or if there is no run', () => {
    expect(sharedTargetUnit([recipe(), recipe({ target: 'RM' })])).toBe('');
    expect(sharedTargetUnit([])).toBe('');
  });
});
