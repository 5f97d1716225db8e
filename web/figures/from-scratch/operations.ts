/** The core's operations as chapter 3 speaks of them. */

export interface OperationWords {
  /** The core's class. */
  readonly kind: string;
  /** The letter on its box. */
  readonly letter: string;
  /** What its parameter is called; null where it has none. */
  readonly parameter: 'W' | 'B' | null;
}

const words = (kind: string, letter: string, parameter: 'W' | 'B' | null = null): OperationWords => ({
  kind,
  letter,
  parameter,
});

const OPERATIONS: Readonly<Record<string, OperationWords>> = {
  'weight-multiply': words('WeightMultiply', 'ν', 'W'),
  'bias-add': words('BiasAdd', '+B', 'B'),
  sigmoid: words('Sigmoid', 'σ'),
  tanh: words('Tanh', 'tanh'),
  relu: words('ReLU', 'ReLU'),
  'leaky-relu': words('LeakyReLU', 'leaky'),
  linear: words('Linear', 'linear'),
};

/** By the name the engine takes. */
export function operationWords(name: string): OperationWords {
  const found = OPERATIONS[name];
  if (found === undefined) throw new RangeError(`There is no operation ${name}.`);
  return found;
}
