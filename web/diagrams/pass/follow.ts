/** Where else in the walk an array appears: the step that computes it, and the next one that uses it. */
import type { ArrayKey } from '../../state/inside/inside-state';
import type { PassStep } from '../../state/inside/steps';
import { learnedParameters, type PassArray, passArrays } from './arrays';
import type { PassContext } from './names';

export interface Meeting {
  /** Index of the step. */
  readonly at: number;
  /** The role of the array in that step. */
  readonly key: ArrayKey;
  /** For the update: whose, counted among the parameters; 0 for the other steps. */
  readonly updated: number;
}

/** The step before `at` that computes the array; null if it is an input or this step computes it. */
export function madeAt(context: PassContext, steps: readonly PassStep[], at: number, array: PassArray): Meeting | null {
  if (array.isResult) return null;
  for (let before = at - 1; before >= 0; before--) {
    const found = meeting(context, steps, before, array.name, true);
    if (found) return found;
  }
  return null;
}

/** The first step after `at` that uses the array; null if none does. */
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
  const updates = step.phase === 'update' ? learnedParameters(context).map((_, updated) => updated) : [0];
  for (const updated of updates) {
    const found = passArrays(context, step, updated).find((one) => one.name === name && one.isResult === isResult);
    if (found) return { at, key: found.key, updated };
  }
  return null;
}
