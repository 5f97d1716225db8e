/** The part of the script with the network, its loss and its first parameters. */
import type { Recipe } from '../recipe/schema';
import { activationClass } from './operations-part';
import { heading, listOfStrings } from './python-text';

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

const LOSS = `def mean_squared_error(predictions, targets):
    return ((predictions - targets) ** 2).mean()  # (rows, 1) - (rows, 1) -> one number`;

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

/** How a layer's first weights and biases are drawn. */
const FIRST_PARAMETERS: Readonly<Record<Recipe['initialisation']['weights'], readonly [string, string]>> = {
  'standard-normal': ['rng.randn(inputs, units)', 'rng.randn(1, units)'],
  'glorot-normal': ['rng.randn(inputs, units) * np.sqrt(2 / (inputs + units))', 'np.zeros((1, units))'],
  'he-normal': ['rng.randn(inputs, units) * np.sqrt(2 / inputs)', 'np.zeros((1, units))'],
};

function denseFunction({ initialisation, quirks }: Recipe): string {
  const [weights, bias] = FIRST_PARAMETERS[initialisation.weights];
  const seeding = quirks.reseedEachLayer
    ? '    rng.seed(SEED)  # a slip, kept on purpose: layers of one shape start out identical\n'
    : '';
  return `def dense(inputs, units):
    """The sums of one layer, with first weights (inputs, units) and biases (1, units)."""
${seeding}    weights = ${weights}
    bias = ${bias}
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

const ORDER = 'order = rng.permutation(len(rows_of["training"]))  # in which the first epoch takes the rows';

/** All draws come from one generator, so that which comes first matters. */
function draws(recipe: Recipe): string {
  const network = networkList(recipe);
  return (recipe.quirks.reseedEachLayer ? [ORDER, network] : [network, ORDER]).join('\n');
}

/** Definitions, then the network itself. */
export function networkPart(recipe: Recipe): string[] {
  const names = recipe.layers.flatMap((_, index) => [`W${index + 1}`, `B${index + 1}`]);
  return [
    heading('The network and its loss'),
    ...FORWARD_AND_BACKWARD,
    LOSS,
    LOSS_GRADIENTS[recipe.loss.gradient],
    `${heading('The first parameters')}
SEED = ${recipe.training.seed}
rng = np.random.RandomState(SEED)`,
    denseFunction(recipe),
    `${draws(recipe)}

# The operations that learn, and the names of their parameters
learning = [operation for operation in network if hasattr(operation, "parameter")]
${listOfStrings('names', names)}`,
  ];
}
