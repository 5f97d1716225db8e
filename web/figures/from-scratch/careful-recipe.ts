/** The course's run with some of its habits changed for those of a careful practitioner. */
import type { Recipe } from '../../recipe/schema';
import { courseRecipe } from './course-models';

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
