/** The core's operations in the words of chapter 3. */
import { operationNamed } from '../../explanations/parts';

export interface OperationWords {
  /** The core's class. */
  readonly kind: string;
  /** The name of its parameter; null if it has none. */
  readonly parameter: 'W' | 'B' | null;
}

/** By its name in the engine. Error RangeError. */
export function operationWords(name: string): OperationWords {
  const operation = operationNamed(name);
  return { kind: operation.class, parameter: 'parameter' in operation ? operation.parameter : null };
}
