/** Where else in a walk an array is met: the step that makes it, and the next one that uses it. */
import type { ArrayKey } from '../../state/inside/inside-state';
import type { PassStep } from '../../state/inside/steps';
import { learningOperations, type PassArray, passArrays } from './arrays';
import type { PassContext } from './names';

export interface Meeting {
  /** Index of the step. */
  readonly at: number;
  /** What the array is to that step. */
  readonly key: ArrayKey;
  /** For the update: whose, counted among the parameter operations; 0 for the other steps. */
  readonly updated: number;
}

/** The step before `at` that makes the array; null where it is given or made by this very step. */
export function madeAt(context: PassContext, steps: readonly PassStep[], at: number, array: PassArray): Meeting | null {
  if (array.isResult) return null;
  for (let before = at - 1; before >= 0; before--) {
    const found = meeting(context, steps, before, array.name, true);
    if (found) return found;
  }
  return null;
}

/** The first step after `at` that uses the array; null where none does. */
export function usedAt(context: PassContext, steps: readonly PassStep[], at: number, array: PassArray): Meeting | null {
  for (let after = at + 1; after < steps.length; after++) {
    const found = meeting(context, steps, after, array.name, false);
    if (found) return found;
  }
  return null;
}

function meeting(
  context: PassContext,
  steps: readonly PassStep[],
  at: number,
  name: string,
  isResult: boolean,
): Meeting | null {
  const step = steps[at] as PassStep;
  const updates = step.phase === 'update' ? learningOperations(context).map((_, updated) => updated) : [0];
  for (const updated of updates) {
    const found = passArrays(context, step, updated).find((one) => one.name === name && one.isResult === isResult);
    if (found) return { at, key: found.key, updated };
  }
  return null;
}
