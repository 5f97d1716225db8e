/** What is known of a draft's data set, and of its columns. */
import type { Column, DatasetFacts } from '../../datasets/dataset';
import { datasetFacts } from '../../datasets/dataset-facts';
import { lossNamed } from '../../explanations/parts';
import type { Recipe } from '../../recipe/schema';
import { unitPower } from '../page/format';
import type { Draft } from '../recipe/draft';

export function datasetOf(draft: Draft): DatasetFacts {
  return datasetFacts(draft.data.source);
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

/** What the loss of these runs is, with its unit: “mean squared error, ($1000s)²”; “loss” if they minimise different ones. */
export function lossMeasure(recipes: readonly Recipe[]): string {
  const losses = new Set(recipes.map(({ loss }) => lossNamed(loss.function)));
  const [loss] = losses;
  if (loss === undefined || losses.size > 1) return 'loss';
  const unit = unitPower(sharedTargetUnit(recipes), loss.unitPower);
  const label = loss.label.toLowerCase();
  return unit === '' ? label : `${label}, ${unit}`;
}

/** The index of `name` among the recipe's features; the last feature if the recipe leaves `name` out. */
export function featureIndex(recipe: Recipe, name: string): number {
  const index = recipe.data.features.indexOf(name);
  return index >= 0 ? index : recipe.data.features.length - 1;
}
