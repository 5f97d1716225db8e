/** The core's operations in the words of chapter 3. */
import { operationNamed } from '../../explanations/parts';

export interface OperationWords {
  /** The core's class. */
  readonly kind: string;
  /** The name of its parameter; null if it has none. */
  readonly parameter: 'W' | 'B' | null;
  /** What goes into it and comes out within a layer: `X` and `M`, `M` and `N`, `N` and `O`, or `O` and `D`. */
  readonly input: 'X' | 'M' | 'N' | 'O';
  readonly output: string;
}

const INPUTS = { weights: 'X', bias: 'M', activation: 'N', regulariser: 'O' } as const;

/** By its name in the engine. Error RangeError. */
export function operationWords(name: string): OperationWords {
  const operation = operationNamed(name);
  const parameter = 'parameter' in operation ? operation.parameter : null;
  const { class: kind, role, output } = operation;
  return { kind, parameter, input: INPUTS[role], output };
}
