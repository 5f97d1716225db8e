/** The path of a pulse through L = Λ(σ(X·W)): forward to L, then backward to X and W. */
import type { GraphPulse } from '../box-graph';

/** An array of the two passes, by the name of its table. */
export type PassArray = 'X' | 'W' | 'N' | 'S' | '∂L/∂S' | 'σ′(N)' | '∂L/∂N' | '∂L/∂X' | '∂L/∂W';

interface Stage {
  /** Indices of the graph’s edges: X and W into ν, N, S, L. */
  readonly edges: readonly number[];
  readonly isBackward: boolean;
  /** The arrays that the step needs or computes. */
  readonly arrays: readonly PassArray[];
  readonly says: string;
}

const STAGES: readonly Stage[] = [
  { edges: [0, 1], isBackward: false, arrays: ['X', 'W'], says: 'X and W go into ν.' },
  { edges: [2], isBackward: false, arrays: ['N'], says: 'ν multiplies them: N = X·W goes on to σ.' },
  { edges: [3], isBackward: false, arrays: ['S'], says: 'σ works on each element: S = σ(N) goes on to Λ.' },
  { edges: [4], isBackward: false, arrays: [], says: 'Λ adds all elements up: L comes out.' },
  {
    edges: [4],
    isBackward: true,
    arrays: [],
    says: 'The backward pass starts with the derivative of L with respect to itself, 1.',
  },
  {
    edges: [3],
    isBackward: true,
    arrays: ['∂L/∂S'],
    says: 'Through a sum each element counts once: ∂L/∂S is all ones.',
  },
  {
    edges: [2],
    isBackward: true,
    arrays: ['∂L/∂S', 'σ′(N)', '∂L/∂N'],
    says: 'σ multiplies each element by its slope: ∂L/∂N = ∂L/∂S ∘ σ′(N).',
  },
  {
    edges: [0, 1],
    isBackward: true,
    arrays: ['∂L/∂X', '∂L/∂W'],
    says: 'ν multiplies by Wᵀ for X, and by Xᵀ for W: both gradients arrive.',
  },
];

export const LAST_STAGE = STAGES.length;

/** `at`: the number of steps done, with a fraction between two steps. Null before the start. */
export function pulseAt(at: number): GraphPulse | null {
  const done = Math.ceil(at);
  const stage = STAGES[done - 1];
  if (stage === undefined) return null;
  const { edges, isBackward } = stage;
  return { edges, isBackward, share: at - (done - 1) };
}

/** The arrays to highlight after this many steps. */
export function arraysAt(stage: number): readonly PassArray[] {
  return STAGES[stage - 1]?.arrays ?? [];
}

/** `Step 3 of 8, forward: …`; empty before the first. */
export function stageWords(stage: number): string {
  const found = STAGES[stage - 1];
  if (found === undefined) return '';
  return `Step ${stage} of ${LAST_STAGE}, ${found.isBackward ? 'backward' : 'forward'}: ${found.says}`;
}
