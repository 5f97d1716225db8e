/** What a step of a pass lights in its drawing. */
import type { PassStep } from '../../../state/inside/steps';

/** Boxes and strings that a step is about; string `i` leads into box `i`, the loss is the box after the last operation. */
export interface Lit {
  readonly boxes: readonly number[];
  readonly strings: readonly number[];
  readonly isBackward: boolean;
}

export const NOTHING_LIT: Lit = { boxes: [], strings: [], isBackward: false };

/** `learning`: the operations that an update changes. */
export function litBy(step: PassStep, operations: number, learning: readonly number[]): Lit {
  switch (step.phase) {
    case 'enter':
      return { boxes: [], strings: [0], isBackward: false };
    case 'forward':
      return { boxes: [step.operation], strings: [step.operation, step.operation + 1], isBackward: false };
    case 'loss':
      return { boxes: [operations], strings: [operations, operations + 1], isBackward: false };
    case 'loss-gradient':
      return { boxes: [operations], strings: [operations], isBackward: true };
    case 'backward':
      return { boxes: [step.operation], strings: [step.operation, step.operation + 1], isBackward: true };
    case 'update':
      return { boxes: learning, strings: [], isBackward: false };
  }
}

/** The class names of what is lit, by the way it runs; none for the rest. */
export function litStyle(isLit: boolean, { isBackward }: Lit): string {
  if (!isLit) return '';
  return isBackward ? ' lit back' : ' lit forth';
}
