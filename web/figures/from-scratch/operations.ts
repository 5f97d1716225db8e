/** The core's operations as chapter 3 speaks of them. */
import { operationNamed } from '../../explanations/parts';

export interface OperationWords {
  /** The core's class. */
  readonly kind: string;
  /** What its parameter is called; null where it has none. */
  readonly parameter: 'W' | 'B' | null;
}

/** By the name the engine takes. Error RangeError. */
export function operationWords(name: string): OperationWords {
  const operation = operationNamed(name);
  return { kind: operation.class, parameter: 'parameter' in operation ? operation.parameter : null };
}
