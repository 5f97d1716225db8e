/** What a step of a pass highlights in its drawing. */
import type { PassStep } from '../../../state/inside/steps';

/** The boxes and edges of a step; edge `i` leads into box `i`, the loss is the box after the last operation. */
export interface Lit {
  readonly boxes: readonly number[];
  readonly edges: readonly number[];
  readonly isBackward: boolean;
}

export const NOTHING_LIT: Lit = { boxes: [], edges: [], isBackward: false };

/** `learning`: the operations that an update changes. */
export function litBy(step: PassStep, operations: number, learning: readonly number[]): Lit {
  switch (step.phase) {
    case 'enter':
      return { boxes: [], edges: [0], isBackward: false };
    case 'forward':
      return { boxes: [step.operation], edges: [step.operation, step.operation + 1], isBackward: false };
    case 'loss':
      return { boxes: [operations], edges: [operations, operations + 1], isBackward: false };
    case 'loss-gradient':
      return { boxes: [operations], edges: [operations], isBackward: true };
    case 'backward':
      return { boxes: [step.operation], edges: [step.operation, step.operation + 1], isBackward: true };
    case 'update':
      return { boxes: learning, edges: [], isBackward: false };
  }
}

/** The class names of a highlighted part, by direction; empty for other parts. */
export function litStyle(isLit: boolean, { isBackward }: Lit): string {
  if (!isLit) return '';
  return isBackward ? ' lit back' : ' lit forth';
}
