import type { Recipe } from '../recipe/schema';
import type { Goal } from './goal';

/**
 * Whether a goal asks the same of both recipes: the same target, predicted for the same rows. Otherwise a luckier split
 * or an easier column would do. Validation rows are taken from those for training; the test rows stay what they are.
 */
export function judgesSameRows({ conditions }: Goal, one: Recipe, other: Recipe): boolean {
  const isOnTestRows = conditions.every(({ quantity }) => quantity.kind !== 'result' || quantity.set === 'test');
  return (
    one.data.source === other.data.source &&
    one.data.target === other.data.target &&
    one.split.seed === other.split.seed &&
    one.split.testFraction === other.split.testFraction &&
    (isOnTestRows || one.split.validationFraction === other.split.validationFraction)
  );
}
