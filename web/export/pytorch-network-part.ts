/** The part of the PyTorch program with the network and its first parameters. */

import { layersOf } from '../recipe/chosen-parts';
import type { Recipe } from '../recipe/schema';
import { drawnParameters, draws, firstGenerator, parameterNames } from './first-parameters';
import { expression, layerExpression, pytorchModules } from './parts';
import { heading, indented } from './python-text';
import type { PytorchForm } from './pytorch-form';

const predict = ({ onDevice, offDevice }: PytorchForm) => `def predict(features):
    """Features (rows, in) to predictions (rows, 1), from NumPy arrays to NumPy arrays."""
    network.eval()
    with torch.no_grad():
        predictions = network(torch.from_numpy(features)${onDevice})${offDevice}.numpy()
    network.train()
    return predictions`;

/** The bug of chapter 2. */
const SUMMED_BIAS_GRADIENT = `
    # A bug, kept on purpose: summed over the units as well as the rows, so that every
    # bias of the layer gets the same gradient. A gradient check fails on it.
    layer.bias.register_hook(lambda gradient: torch.full_like(gradient, gradient.sum().item()))`;

function drawFunction(recipe: Recipe): string {
  return `def draw(layer):
    """Gives a layer the first weights and biases that the page draws."""
    inputs, units = layer.in_features, layer.out_features
${drawnParameters(recipe)}
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(weights.T))  # PyTorch keeps them as (units, inputs)
        layer.bias.copy_(torch.from_numpy(bias[0]))${recipe.quirks.summedBiasGradient ? SUMMED_BIAS_GRADIENT : ''}`;
}

/** Modules that PyTorch does not have, with the draws they take. */
function ownModules(recipe: Recipe, { uniform }: PytorchForm): readonly string[] {
  const modules = pytorchModules(layersOf(recipe));
  return modules.some((text) => text.includes('uniform(')) ? [uniform, ...modules] : modules;
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

const namedParameters = ({ offDevice }: PytorchForm) => `def named_parameters():
    """Every parameter by its name on the page: weights (in, out) and biases (1, out)."""
    layers = [layer for layer in network if isinstance(layer, nn.Linear)]
    pairs = [array for layer in layers for array in (layer.weight.T, layer.bias[np.newaxis])]
    return {name: array.detach()${offDevice}.numpy() for name, array in zip(names, pairs)}`;

/** Definitions, then the network. */
export function pytorchNetworkPart(recipe: Recipe, form: PytorchForm): string[] {
  const drawn = `for layer in network:
    if isinstance(layer, nn.Linear):
        draw(layer)`;
  return [
    heading('The network and its loss'),
    predict(form),
    ...form.lossFunctions(recipe),
    firstGenerator(recipe),
    drawFunction(recipe),
    ...ownModules(recipe, form),
    `network = nn.Sequential(
${indented(moduleLines(recipe), '    ')}
)${form.onDevice}
${draws(recipe, drawn)}
${parameterNames(recipe)}`,
    namedParameters(form),
  ];
}
