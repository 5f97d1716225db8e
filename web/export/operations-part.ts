/** The part of the script with the operations a network is built of: each forwards, and backwards. */
import type { LayerRecipe, Recipe } from '../recipe/schema';
import { heading } from './python-text';

type Activation = LayerRecipe['activation'];

const WEIGHT_MULTIPLY = `class WeightMultiply:
    """Each unit's weighted sum of the inputs, for every row: N = X W."""

    def __init__(self, weights):
        self.parameter = weights  # (in, out)

    def forward(self, inputs):
        self.inputs = inputs  # (rows, in), kept for the way back
        return inputs @ self.parameter  # (rows, in) @ (in, out) -> (rows, out)

    def backward(self, gradient):
        self.gradient = self.inputs.T @ gradient  # (in, rows) @ (rows, out) -> (in, out)
        return gradient @ self.parameter.T  # (rows, out) @ (out, in) -> (rows, in)`;

const BIAS_GRADIENT = '        self.gradient = gradient.sum(axis=0, keepdims=True)  # (rows, out) -> (1, out)';

/** Chapter 2's slip. */
const SUMMED_BIAS_GRADIENT = `        # A slip, kept on purpose: summed over the units as well as the rows, so that one number
        # moves every bias of the layer. A gradient check fails on it.
        self.gradient = np.full_like(self.parameter, gradient.sum())  # (rows, out) -> (1, out)`;

const biasAdd = (gradient: string) => `class BiasAdd:
    """One number for each unit, added in every row: N + B."""

    def __init__(self, bias):
        self.parameter = bias  # (1, out)

    def forward(self, inputs):
        return inputs + self.parameter  # (rows, out) + (1, out) -> (rows, out)

    def backward(self, gradient):
${gradient}
        return gradient  # (rows, out)`;

interface Written {
  /** The name of its class. */
  readonly name: string;
  readonly code: string;
}

/** A linear layer ends with its sum: it needs no operation more. */
const ACTIVATION_CLASSES: Readonly<Record<Exclude<Activation, 'linear'>, Written>> = {
  sigmoid: {
    name: 'Sigmoid',
    code: `class Sigmoid:
    """Squeezes every number to between 0 and 1: 1 / (1 + e^-x)."""

    def forward(self, inputs):
        self.outputs = 1 / (1 + np.exp(-inputs))
        return self.outputs

    def backward(self, gradient):
        return gradient * (self.outputs * (1 - self.outputs))  # its slope is s (1 - s)`,
  },
  tanh: {
    name: 'Tanh',
    code: `class Tanh:
    """Squeezes every number to between -1 and 1."""

    def forward(self, inputs):
        self.outputs = np.tanh(inputs)
        return self.outputs

    def backward(self, gradient):
        return gradient * (1 - self.outputs * self.outputs)  # its slope is 1 - t^2`,
  },
  relu: {
    name: 'ReLU',
    code: `class ReLU:
    """Lets numbers above 0 pass and makes all others 0."""

    def forward(self, inputs):
        self.inputs = inputs
        return np.maximum(inputs, 0)

    def backward(self, gradient):
        return np.where(self.inputs > 0, gradient, 0)  # its slope is 1 or 0`,
  },
  'leaky-relu': {
    name: 'LeakyReLU',
    code: `class LeakyReLU:
    """Lets numbers above 0 pass and a fifth of all others."""

    def forward(self, inputs):
        self.inputs = inputs
        return np.where(inputs > 0, inputs, 0.2 * inputs)

    def backward(self, gradient):
        return np.where(self.inputs > 0, gradient, 0.2 * gradient)  # its slope is 1 or 0.2`,
  },
};

/** The operation that ends a layer: `Sigmoid`; undefined for a linear layer. */
export function activationClass(activation: Activation): string | undefined {
  return activation === 'linear' ? undefined : ACTIVATION_CLASSES[activation].name;
}

/** The classes of the operations this recipe's network has. */
export function operationClasses({ layers, quirks }: Recipe): string[] {
  const activations = new Set(layers.map(({ activation }) => activation));
  return [
    `${heading('The operations: each keeps on its way forward what it needs on its way back')}
# Backward takes dL/d(outputs), how much the loss moves with each output, and gives dL/d(inputs).
# A parameter's own gradient, dL/d(parameter), is left in .gradient.`,
    WEIGHT_MULTIPLY,
    biasAdd(quirks.summedBiasGradient ? SUMMED_BIAS_GRADIENT : BIAS_GRADIENT),
    ...[...activations].flatMap((activation) => (activation === 'linear' ? [] : [ACTIVATION_CLASSES[activation].code])),
  ];
}
