/** The core's operations as chapter 3 speaks of them. */

export interface OperationWords {
  /** The core's class. */
  readonly kind: string;
  /** What its parameter is called; null where it has none. */
  readonly parameter: 'W' | 'B' | null;
}

const words = (kind: string, parameter: 'W' | 'B' | null = null): OperationWords => ({
  kind,
  parameter,
});

const OPERATIONS: Readonly<Record<string, OperationWords>> = {
  'weight-multiply': words('WeightMultiply', 'W'),
  'bias-add': words('BiasAdd', 'B'),
  sigmoid: words('Sigmoid'),
  tanh: words('Tanh'),
  relu: words('ReLU'),
  'leaky-relu': words('LeakyReLU'),
  linear: words('Linear'),
};

/** By the name the engine takes. */
export function operationWords(name: string): OperationWords {
  const found = OPERATIONS[name];
  if (found === undefined) throw new RangeError(`There is no operation ${name}.`);
  return found;
}
