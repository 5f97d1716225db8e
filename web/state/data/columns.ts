/** The data set of a draft, and its columns. */
import type { Column, Dataset } from '../../datasets/dataset';
import { datasetNamed } from '../../datasets/datasets';
import type { Recipe } from '../../recipe/schema';
import type { Draft } from '../recipe/draft';

export function datasetOf(draft: Draft): Dataset {
  return datasetNamed(draft.data.source);
}

/** The columns a model may use: all but the target, in the order of the file. */
export function featureColumns(draft: Draft): readonly Column[] {
  return datasetOf(draft).columns.filter((column) => column.name !== draft.data.target);
}

export function columnNames(draft: Draft): readonly string[] {
  return featureColumns(draft).map((column) => column.name);
}

export function columnNamed(draft: Draft, name: string): Column | undefined {
  return datasetOf(draft).columns.find((column) => column.name === name);
}

/** The unit of the target of these runs; empty if they do not share one. */
export function sharedTargetUnit(recipes: readonly Recipe[]): string {
  const units = new Set(recipes.map((recipe) => columnNamed(recipe, recipe.data.target)?.unit ?? ''));
  const [unit = ''] = units;
  return units.size === 1 ? unit : '';
}

/** The index of `name` among the recipe's features; the last feature if the recipe leaves `name` out. */
export function featureIndex(recipe: Recipe, name: string): number {
  const index = recipe.data.features.indexOf(name);
  return index >= 0 ? index : recipe.data.features.length - 1;
}
