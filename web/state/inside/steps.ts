/** A pass through the network, one box at a time: forward to the loss, backward to the features, then the update. */
import { isFinal, type RunState } from '../run/run-state';
import type { PassSource } from './inside-state';

export type PassStep =
  /** The features enter. */
  | { readonly phase: 'enter' }
  /** `operation` counts from 0, in forward order. */
  | { readonly phase: 'forward'; readonly operation: number }
  | { readonly phase: 'loss' }
  | { readonly phase: 'loss-gradient' }
  | { readonly phase: 'backward'; readonly operation: number }
  | { readonly phase: 'update' };

/** The steps of a pass through so many operations; `withUpdate` where training would follow it. */
export function passSteps(operations: number, withUpdate: boolean): readonly PassStep[] {
  const forward = Array.from({ length: operations }, (_, operation): PassStep => ({ phase: 'forward', operation }));
  const backward = Array.from(
    { length: operations },
    (_, i): PassStep => ({ phase: 'backward', operation: operations - 1 - i }),
  );
  const update: readonly PassStep[] = withUpdate ? [{ phase: 'update' }] : [];
  return [{ phase: 'enter' }, ...forward, { phase: 'loss' }, { phase: 'loss-gradient' }, ...backward, ...update];
}

/** Where a key leads in a walk of `count` steps; null for keys that mean nothing here. */
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
 * The step that is at work in a box, counted as in a network of `operations`, the loss after the last. It is reached on the
 * way one is going: back again once the loss is behind. Null where the walk does not pass it.
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

/** An update follows where training would do the very same: with the next batch, of a run that goes on. */
export function stepsOf(run: RunState, source: PassSource): readonly PassStep[] {
  return passSteps(run.description.operations.length, source === 'next' && !isFinal(run));
}
