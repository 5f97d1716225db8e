/** Checks across fields: whether the parts of a recipe fit each other and the data set. */
import type { DatasetFacts } from '../datasets/dataset';
import { layerTypeNamed } from '../explanations/parts';
import { nearest } from './nearest';
import { joined, type Problem, shown } from './problem';
import type { ParsedRecipe, Recipe } from './schema';
import { splitSizes } from './split';
import { layerWidths } from './widths';

/** The recipe with features and target filled in from the data set; the columns may not exist. */
export function resolved(parsed: ParsedRecipe, dataset: DatasetFacts): Recipe {
  const target = parsed.data.target ?? dataset.defaultTarget;
  const others = dataset.columns.map(({ name }) => name).filter((name) => name !== target);
  return { ...parsed, data: { source: parsed.data.source, features: parsed.data.features ?? others, target } };
}

/** Empty if the recipe can be run on the data set. */
export function crossChecks(recipe: Recipe, dataset: DatasetFacts): Problem[] {
  return [
    ...targetProblems(recipe, dataset),
    ...featureProblems(recipe, dataset),
    ...lastLayerProblems(recipe),
    ...rowProblems(recipe, dataset),
  ];
}

function unknownColumn(path: string, name: string, dataset: DatasetFacts): Problem {
  const names = dataset.columns.map((column) => column.name);
  const similar = nearest(name, names);
  const advice = similar === undefined ? `its columns are ${names.join(', ')}.` : `did you mean ${shown(similar)}?`;
  return {
    path,
    sentence: `${path} is ${shown(name)}, which is not a column of the data set ${dataset.id}; ${advice}`,
  };
}

function isColumn(name: string, dataset: DatasetFacts): boolean {
  return dataset.columns.some((column) => column.name === name);
}

function targetProblems({ data: { target } }: Recipe, dataset: DatasetFacts): Problem[] {
  return isColumn(target, dataset) ? [] : [unknownColumn('data.target', target, dataset)];
}

function featureProblems({ data: { features, target } }: Recipe, dataset: DatasetFacts): Problem[] {
  return features.flatMap((name, index) => {
    const path = joined('data.features', index);
    if (!isColumn(name, dataset)) return [unknownColumn(path, name, dataset)];
    if (name === target) {
      const sentence = `${path} is ${shown(name)}, the target; remove it from the features, because the model must not see what it predicts.`;
      return [{ path, sentence }];
    }
    const first = features.indexOf(name);
    if (first === index) return [];
    const sentence = `${path} is ${shown(name)}, as is ${joined('data.features', first)}; list each feature once.`;
    return [{ path, sentence }];
  });
}

function lastLayerProblems(recipe: Recipe): Problem[] {
  const { layers, data } = recipe;
  const units = layerWidths(recipe).at(-1);
  if (units === 1) return [];
  const last = joined('layers', layers.length - 1);
  const { type = '' } = layers.at(-1) ?? {};
  const shape = layerTypeNamed(type);
  const path = 'width' in shape ? joined(last, shape.width) : last;
  const given = 'width' in shape ? `is ${units}` : `passes on ${units} numbers`;
  const sentence = `${path} ${given}; the last layer must have 1 unit, because the model predicts one number, ${data.target}.`;
  return [{ path, sentence }];
}

function rowProblems({ split, training }: Recipe, dataset: DatasetFacts): Problem[] {
  const sizes = splitSizes(dataset.rows, split);
  if (sizes.training < 1) {
    const path = 'split.testFraction';
    const sentence = `split.testFraction is ${split.testFraction} and split.validationFraction is ${split.validationFraction}, which leaves none of the ${dataset.rows} rows for training; make one of them smaller.`;
    return [{ path, sentence }];
  }
  if (training.batchSize > sizes.training) {
    const path = 'training.batchSize';
    const sentence = `training.batchSize is ${training.batchSize}; it must be at most ${sizes.training}, the number of training rows.`;
    return [{ path, sentence }];
  }
  return [];
}
