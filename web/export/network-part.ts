/** The part of the NumPy program with the network, its loss and its first parameters. */
import type { Recipe } from '../recipe/schema';
import { drawnParameters, draws, firstGenerator, MEAN_SQUARED_ERROR, parameterNames } from './first-parameters';
import { activationClass } from './operations-part';
import { heading } from './python-text';

const FORWARD_AND_BACKWARD = [
  `def forward(network, values):
    """Features (rows, in) to predictions (rows, 1), through every operation in turn."""
    for operation in network:
        values = operation.forward(values)
    return values`,
  `def backward(network, gradient):
    """The loss's slope at the predictions (rows, 1), back through every operation."""
    for operation in reversed(network):
        gradient = operation.backward(gradient)`,
];

const LOSS_GRADIENTS: Readonly<Record<Recipe['loss']['gradient'], string>> = {
  mean: `def loss_gradient(predictions, targets):
    """How the loss moves with each prediction: dL/dP."""
    return 2 / len(targets) * (predictions - targets)  # (rows, 1)`,
  sum: `def loss_gradient(predictions, targets):
    """How the sum (not the mean) of the squared errors moves with each prediction."""
    return 2 * (predictions - targets)  # (rows, 1)`,
  'half-sum': `def loss_gradient(predictions, targets):
    """How half the sum of the squared errors moves with each prediction."""
    return predictions - targets  # (rows, 1)`,
};

function denseFunction(recipe: Recipe): string {
  return `def dense(inputs, units):
    """The sums of one layer, with first weights (inputs, units) and biases (1, units)."""
${drawnParameters(recipe)}
    return [WeightMultiply(weights), BiasAdd(bias)]`;
}

/** One layer a line, with its shapes. */
function networkList({ data, layers }: Recipe): string {
  const lines = layers.map(({ units, activation }, index) => {
    const inputs = layers[index - 1]?.units ?? data.features.length;
    const bent = activationClass(activation);
    return `    *dense(${inputs}, ${units}),${bent ? ` ${bent}(),` : ''}  # (rows, ${inputs}) -> (rows, ${units})`;
  });
  return `network = [\n${lines.join('\n')}\n]`;
}

/** Definitions, then the network itself. */
export function networkPart(recipe: Recipe): string[] {
  return [
    heading('The network and its loss'),
    ...FORWARD_AND_BACKWARD,
    MEAN_SQUARED_ERROR,
    LOSS_GRADIENTS[recipe.loss.gradient],
    firstGenerator(recipe),
    denseFunction(recipe),
    `${draws(recipe, networkList(recipe))}

# The operations that learn, and the names of their parameters
learning = [operation for operation in network if hasattr(operation, "parameter")]
${parameterNames(recipe)}`,
  ];
}
