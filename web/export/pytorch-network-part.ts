/** The part of the PyTorch program with the network and its first parameters. */

import { layersOf, lossOf } from '../recipe/chosen-parts';
import type { Recipe } from '../recipe/schema';
import { drawnParameters, draws, firstGenerator, parameterNames } from './first-parameters';
import { expression, layerExpression, pytorchModules } from './parts';
import { heading, indented } from './python-text';

const PREDICT = `def predict(features):
    """Features (rows, in) to predictions (rows, 1), from NumPy arrays to NumPy arrays."""
    network.eval()
    with torch.no_grad():
        predictions = network(torch.from_numpy(features).to(device)).cpu().numpy()
    network.train()
    return predictions`;

/** The bug of chapter 2. */
const SUMMED_BIAS_GRADIENT = `
    # A bug, kept on purpose: summed over the units as well as the rows, so that every
    # bias of the layer gets the same gradient. A gradient check fails on it.
    layer.bias.register_hook(lambda gradient: torch.full_like(gradient, gradient.sum().item()))`;

const lossFunctions = (recipe: Recipe): string[] => [
  `def loss_sum(predictions, targets):
    """The losses of all rows, added up."""
    return ${expression(lossOf(recipe), 'pytorchSum', { predictions: 'predictions', targets: 'targets' })}`,
  `def loss_on(features, targets):
    """The loss of these rows, given as NumPy arrays, without training on them."""
    predictions = torch.from_numpy(predict(features))
    return loss_sum(predictions, torch.from_numpy(targets)).item() / len(targets)`,
];

function drawFunction(recipe: Recipe): string {
  return `def draw(layer):
    """Gives a layer the first weights and biases that the page draws."""
    inputs, units = layer.in_features, layer.out_features
${drawnParameters(recipe)}
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(weights.T))  # PyTorch keeps them as (units, inputs)
        layer.bias.copy_(torch.from_numpy(bias[0]))${recipe.quirks.summedBiasGradient ? SUMMED_BIAS_GRADIENT : ''}`;
}

/** How this program draws uniform numbers for a module. */
const UNIFORM = `def uniform(like):
    """A number from 0 to 1 for each element: the page's draws for the whole batch, of which
    this process takes its share."""
    drawn = rng.random_sample((len(rows), like.shape[1]))
    return torch.from_numpy(drawn[rank::processes]).to(like.device)`;

/** Modules that PyTorch does not have, with the draws they take. */
function ownModules(recipe: Recipe): readonly string[] {
  const modules = pytorchModules(layersOf(recipe));
  return modules.some((text) => text.includes('uniform(')) ? [UNIFORM, ...modules] : modules;
}

/** The modules of all layers, one a line. */
export function moduleLines(recipe: Recipe): string[] {
  return layersOf(recipe).flatMap((layer) => {
    const { inputs, outputs, operations } = layer;
    const whole = layerExpression(layer, 'pytorchCall');
    const modules = operations.flatMap((operation) => expression(operation, 'pytorchCall') ?? []);
    return [
      ...(whole === undefined ? [] : [`${whole},  # (rows, ${inputs}) -> (rows, ${outputs})`]),
      ...modules.map((module) => `${module},`),
    ];
  });
}

const NAMED_PARAMETERS = `def named_parameters():
    """Every parameter by its name on the page: weights (in, out) and biases (1, out)."""
    layers = [layer for layer in network if isinstance(layer, nn.Linear)]
    pairs = [array for layer in layers for array in (layer.weight.T, layer.bias[np.newaxis])]
    return {name: array.detach().cpu().numpy() for name, array in zip(names, pairs)}`;

/** Definitions, then the network. */
export function pytorchNetworkPart(recipe: Recipe): string[] {
  const drawn = `for layer in network:
    if isinstance(layer, nn.Linear):
        draw(layer)`;
  return [
    heading('The network and its loss'),
    PREDICT,
    ...lossFunctions(recipe),
    firstGenerator(recipe),
    drawFunction(recipe),
    ...ownModules(recipe),
    `network = nn.Sequential(
${indented(moduleLines(recipe), '    ')}
).to(device)
${draws(recipe, drawn)}
${parameterNames(recipe)}`,
    NAMED_PARAMETERS,
  ];
}
