/**
 * The steps of a pass through the network, one operation at a time: forward to the loss, backward to the features, then
 * the update.
 */
import { isFinal, type RunState } from '../run/run-state';
import type { PassSource } from './inside-state';

export type PassStep =
  /** The step before the first operation: it shows the features. */
  | { readonly phase: 'enter' }
  /** `operation` counts from 0, in forward order. */
  | { readonly phase: 'forward'; readonly operation: number }
  | { readonly phase: 'loss' }
  | { readonly phase: 'loss-gradient' }
  | { readonly phase: 'backward'; readonly operation: number }
  | { readonly phase: 'update' };

/** The steps of a pass through this many operations; `withUpdate` if training would follow. */
export function passSteps(operations: number, withUpdate: boolean): readonly PassStep[] {
  const forward = Array.from({ length: operations }, (_, operation): PassStep => ({ phase: 'forward', operation }));
  const backward = Array.from(
    { length: operations },
    (_, i): PassStep => ({ phase: 'backward', operation: operations - 1 - i }),
  );
  const update: readonly PassStep[] = withUpdate ? [{ phase: 'update' }] : [];
  return [{ phase: 'enter' }, ...forward, { phase: 'loss' }, { phase: 'loss-gradient' }, ...backward, ...update];
}

/** The step that a key moves to, among `count` steps; null for other keys. */
export function stepByKey(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return Math.min(at + 1, count - 1);
    case 'ArrowLeft':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/**
 * The step at which a box is active; boxes are the `operations`, then the loss. It is the forward step, or the backward
 * step if the current step is after the loss. Null if there is no such step.
 */
export function stepOfBox(steps: readonly PassStep[], operations: number, box: number, from: PassStep): number | null {
  const isBackward = from.phase === 'loss-gradient' || from.phase === 'backward' || from.phase === 'update';
  const found = steps.findIndex((step) => {
    if (step.phase === 'forward' || step.phase === 'backward') {
      return step.operation === box && (step.phase === 'backward') === isBackward;
    }
    return box === operations && step.phase === (isBackward ? 'loss-gradient' : 'loss');
  });
  return found < 0 ? null : found;
}

/**
 * The steps for a run. The update is included if training would do the same: for the next batch of a run that has not
 * ended.
 */
export function stepsOf(run: RunState, source: PassSource): readonly PassStep[] {
  return passSteps(run.description.operations.length, source === 'next' && !isFinal(run));
}
