/** The parts of the NumPy program with the classes of the network, copied from their pages. */

import { type ChosenPart, layersOf, lossOf, optimiserOf } from '../recipe/chosen-parts';
import type { Recipe } from '../recipe/schema';
import { numpyClass } from './parts';
import { heading } from './python-text';

/** A class that others build on. */
const base = (subject: ChosenPart['subject']): ChosenPart => ({ subject, circumstances: {} });

/** The classes of the parts, each once, in the order of their first use. */
function classes(parts: readonly ChosenPart[]): string[] {
  return [...new Set(parts.map(numpyClass))].filter((text) => text !== '');
}

/** Only the classes that this recipe's network, loss and optimiser need. */
export function numpyClasses(recipe: Recipe): string[] {
  const layers = layersOf(recipe);
  return [
    `${heading('The operations: forward keeps what backward needs')}
# Backward takes dL/dO, how the loss changes with the output, and returns dL/dX, how the loss
# changes with the input. The gradient of a parameter is stored in .gradient.`,
    ...classes([base('operation'), base('param-operation'), ...layers.flatMap(({ operations }) => operations)]),
    heading('The layers, the loss and the network'),
    ...classes([base('layer'), ...layers, base('loss'), lossOf(recipe), base('neural-network')]),
    heading('The optimiser'),
    ...classes([base('optimizer'), optimiserOf(recipe)]),
  ];
}
