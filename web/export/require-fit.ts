import type { Dataset } from '../datasets/dataset';
import { crossChecks } from '../recipe/checks';
import type { Recipe } from '../recipe/schema';

/** Throws an Error if recipe and data set do not fit. */
export function requireFit(recipe: Recipe, dataset: Dataset): void {
  const problems = crossChecks(recipe, dataset);
  if (problems.length > 0) throw new Error(problems.map(({ sentence }) => sentence).join('\n'));
}
