/** The part of the NumPy program that makes the network with its first parameters. */

import { layersOf, lossOf } from '../recipe/chosen-parts';
import type { Recipe } from '../recipe/schema';
import { drawnParameters, draws, firstGenerator, parameterNames } from './first-parameters';
import { expression, layerExpression } from './parts';

function denseFunction(recipe: Recipe): string {
  return `def dense(inputs, units, activation):
    """A dense layer with first weights (inputs, units) and biases (1, units)."""
${drawnParameters(recipe)}
    return Dense(weights, bias, activation)`;
}

/** One layer in each line, with its shapes. */
function network(recipe: Recipe): string {
  const lines = layersOf(recipe).map((layer) => {
    const { inputs, outputs } = layer;
    return `    ${layerExpression(layer, 'numpyCall')},  # (rows, ${inputs}) -> (rows, ${outputs})`;
  });
  return `layers = [\n${lines.join('\n')}\n]
network = NeuralNetwork(layers, ${expression(lossOf(recipe), 'numpyCall')})`;
}

const LOSS_ON = `def loss_on(features, targets):
    """The loss of these rows, without training on them."""
    return network.loss_function.forward(network.forward(features), targets)`;

/** The generator, the function that draws a layer, then the network. */
export function networkPart(recipe: Recipe): string[] {
  return [
    firstGenerator(recipe),
    denseFunction(recipe),
    `${draws(recipe, network(recipe))}

# The names of the parameters, in the order of network.learning
${parameterNames(recipe)}`,
    LOSS_ON,
  ];
}
