/** The random draws before training, in the engine's order: they come from one generator, so the order matters. */
import type { Recipe } from '../recipe/schema';
import { layerParameters } from '../recipe/widths';
import { heading, listOfStrings } from './python-text';

/** How a layer's first weights and biases are drawn. */
const FIRST_PARAMETERS: Readonly<Record<Recipe['initialisation']['weights'], readonly [string, string]>> = {
  'standard-normal': ['rng.randn(inputs, units)', 'rng.randn(1, units)'],
  'glorot-normal': ['rng.randn(inputs, units) * np.sqrt(2 / (inputs + units))', 'np.zeros((1, units))'],
  'he-normal': ['rng.randn(inputs, units) * np.sqrt(2 / inputs)', 'np.zeros((1, units))'],
};

/** The generator of all draws. */
export function firstGenerator({ training }: Recipe): string {
  return `${heading('The first parameters')}
SEED = ${training.seed}
rng = np.random.RandomState(SEED)`;
}

/** Code in a function of `inputs` and `units`: `weights` (inputs, units) and `bias` (1, units). */
export function drawnParameters({ initialisation, quirks }: Recipe): string {
  const [weights, bias] = FIRST_PARAMETERS[initialisation.weights];
  const seeding = quirks.reseedEachLayer
    ? '    rng.seed(SEED)  # a bug, kept on purpose: layers of one shape start out identical\n'
    : '';
  return `${seeding}    weights = ${weights}
    bias = ${bias}`;
}

const ORDER = 'order = rng.permutation(len(rows_of["training"]))  # in which the first epoch takes the rows';

/** The statement that draws the `network`, with the first order of the rows before or after it. */
export function draws({ quirks }: Recipe, network: string): string {
  return (quirks.reseedEachLayer ? [ORDER, network] : [network, ORDER]).join('\n');
}

/** `W1`, `B1`, `W2`, … as on the page. */
export function parameterNames(recipe: Recipe): string {
  const names = layerParameters(recipe).flatMap((parameters) => parameters.map(({ name }) => name));
  return listOfStrings('names', names);
}
