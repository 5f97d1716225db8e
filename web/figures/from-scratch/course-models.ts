/** The three models of chapter 3, as recipes. */
import { presetNamed } from '../../recipe/presets';
import type { Recipe } from '../../recipe/schema';
import { COURSE_MODELS } from './descriptions.js';

const TITLES: Readonly<Record<string, string>> = {
  linear: 'Linear',
  'one-hidden': 'One hidden layer',
  'two-hidden': 'Two hidden layers',
};

/** For people. */
export function modelTitle(model: string): string {
  return TITLES[model] ?? model;
}

/** The course's own run of it: always the same object. */
export function courseRecipe(model: string): Recipe {
  const preset = presetNamed(`chapter-3-${model}`);
  if (preset === undefined)
    throw new RangeError(`Chapter 3 has no model ${model}; it has ${COURSE_MODELS.join(', ')}.`);
  return preset.recipe;
}
