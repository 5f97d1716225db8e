/** The recipes of this chapter's figures: the three models of chapter 3, with or without careful habits. */
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

/** The course's own run of the model: always the same object. */
export function courseRecipe(model: string): Recipe {
  const preset = presetNamed(`chapter-3-${model}`);
  if (preset === undefined)
    throw new RangeError(`Chapter 3 has no model ${model}; it has ${COURSE_MODELS.join(', ')}.`);
  return preset.recipe;
}

export interface Habits {
  /** Each true is the careful way. */
  readonly data: boolean;
  readonly scaling: boolean;
  readonly validation: boolean;
  readonly generator: boolean;
  readonly weights: boolean;
}

/** Share of all rows, as in the careful presets. */
const VALIDATION_FRACTION = 0.1;

/** The course's run with some of its habits replaced by careful ones. */
export function carefulRecipe(model: string, { data, scaling, validation, generator, weights }: Habits): Recipe {
  const course = courseRecipe(model);
  return {
    ...course,
    data: { ...course.data, source: data ? 'boston' : course.data.source },
    scaling: { ...course.scaling, fitOn: scaling ? 'training-rows' : course.scaling.fitOn },
    split: { ...course.split, validationFraction: validation ? VALIDATION_FRACTION : 0 },
    quirks: { ...course.quirks, reseedEachLayer: !generator },
    initialisation: { weights: weights ? 'glorot-normal' : course.initialisation.weights },
  };
}

/** Makes a recipe once for each set of choices, because runs are compared by the identity of their recipe. */
export class MadeRecipes {
  readonly #made = new Map<string, Recipe>();

  /** `key` must contain everything that `make` depends on. */
  get(key: string, make: () => Recipe): Recipe {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const recipe = make();
    this.#made.set(key, recipe);
    return recipe;
  }
}
