/** The part of the PyTorch program with the network and its first parameters. */
import type { Recipe } from '../recipe/schema';
import { drawnParameters, draws, firstGenerator, MEAN_SQUARED_ERROR, parameterNames } from './first-parameters';
import { heading } from './python-text';
import { ACTIVATION_MODULES } from './pytorch-modules';

const FORWARD = `def forward(network, features):
    """Features (rows, in) to predictions (rows, 1), from NumPy arrays to NumPy arrays."""
    with torch.no_grad():
        return network(torch.from_numpy(features).to(device)).cpu().numpy()`;

/** Chapter 2's slip. */
const SUMMED_BIAS_GRADIENT = `
    # A slip, kept on purpose: summed over the units as well as the rows, so that one number
    # moves every bias of the layer. A gradient check fails on it.
    layer.bias.register_hook(lambda gradient: torch.full_like(gradient, gradient.sum().item()))`;

function denseFunction(recipe: Recipe): string {
  return `def dense(inputs, units):
    """The sums of one layer: its first weights and biases are those that the page draws."""
${drawnParameters(recipe)}
    layer = nn.Linear(inputs, units, device=device)
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(weights.T))  # PyTorch keeps them as (units, inputs)
        layer.bias.copy_(torch.from_numpy(bias[0]))${recipe.quirks.summedBiasGradient ? SUMMED_BIAS_GRADIENT : ''}
    return layer`;
}

/** One module a line. */
function sequential({ data, layers }: Recipe): string {
  const lines = layers.flatMap(({ units, activation }, index) => {
    const inputs = layers[index - 1]?.units ?? data.features.length;
    const bent = ACTIVATION_MODULES[activation];
    const sums = `    dense(${inputs}, ${units}),  # (rows, ${inputs}) -> (rows, ${units})`;
    return bent === null ? [sums] : [sums, `    ${bent},`];
  });
  return `network = nn.Sequential(\n${lines.join('\n')}\n)`;
}

const NAMED_PARAMETERS = `def named_parameters():
    """Every parameter by its name on the page: weights (in, out) and biases (1, out)."""
    layers = [layer for layer in network if isinstance(layer, nn.Linear)]
    pairs = [array for layer in layers for array in (layer.weight.T, layer.bias[np.newaxis])]
    return {name: array.detach().cpu().numpy() for name, array in zip(names, pairs)}`;

/** Definitions, then the network itself. */
export function pytorchNetworkPart(recipe: Recipe): string[] {
  return [
    heading('The network and its loss'),
    FORWARD,
    MEAN_SQUARED_ERROR,
    firstGenerator(recipe),
    denseFunction(recipe),
    `${draws(recipe, sequential(recipe))}
${parameterNames(recipe)}`,
    NAMED_PARAMETERS,
  ];
}
