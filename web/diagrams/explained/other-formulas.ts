/** Which formulas of an explanation do not apply to the current recipe. */
import type { SubjectId } from '../../explanations/explanations';
import type { Recipe } from '../../recipe/schema';

const NONE: readonly string[] = [];
const RIGHT_BIAS = ['For the bias, summed over the rows'] as const;
const SUMMED_BIAS = ["Chapter 2's slip: summed over the units too"] as const;

const MEAN = 'Of the mean, as in chapter 3';
const SUM = "Of the sum, as in chapter 2's regression";
const HALF_SUM = "Of half the sum, as in chapter 2's network";
const OTHER_SCALES: Readonly<Record<Recipe['loss']['gradient'], readonly string[]>> = {
  mean: [SUM, HALF_SUM],
  sum: [MEAN, HALF_SUM],
  'half-sum': [MEAN, SUM],
};

/** The labels of formulas to leave out: this network's numbers would contradict them. */
export function otherFormulas(subject: SubjectId, { quirks, loss }: Recipe): readonly string[] {
  switch (subject) {
    case 'bias-add':
      return quirks.summedBiasGradient ? RIGHT_BIAS : SUMMED_BIAS;
    case 'mean-squared-error':
      return OTHER_SCALES[loss.gradient];
    default:
      return NONE;
  }
}
