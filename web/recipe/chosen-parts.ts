/**
 * The parts that a recipe names, each with the subject that explains it and the values for the conditions on its page.
 */
import type { Circumstances } from '../explanations/explanation';
import { layerTypeNamed, lossNamed, type OperationEntry, operationNamed, optimiserNamed } from '../explanations/parts';
import type { SubjectId } from '../explanations/subject-ids.js';
import type { LayerRecipe, Recipe } from './schema';
import { layerWidths } from './widths';

/** A part with its settings and the recipe's quirks. */
export interface ChosenPart {
  readonly subject: SubjectId;
  readonly circumstances: Circumstances;
}

export function lossOf({ loss, quirks }: Recipe): ChosenPart {
  return { subject: lossNamed(loss.function).subject, circumstances: { ...quirks, ...loss } };
}

export function optimiserOf({ optimiser, quirks }: Recipe): ChosenPart {
  return { subject: optimiserNamed(optimiser.method).subject, circumstances: { ...quirks, ...optimiser } };
}

/** One of the operations that a layer is made of. */
export interface ChosenOperation extends ChosenPart {
  readonly entry: OperationEntry;
}

/** A layer, the widths of its input and output, and its operations. */
export interface ChosenLayer extends ChosenPart {
  readonly layer: LayerRecipe;
  readonly inputs: number;
  readonly outputs: number;
  readonly operations: readonly ChosenOperation[];
}

/** The layers of a recipe, from the features on. */
export function layersOf(recipe: Recipe): readonly ChosenLayer[] {
  const widths = layerWidths(recipe) as readonly number[];
  return recipe.layers.map((layer, index) => {
    const type = layerTypeNamed(layer.type);
    const circumstances: Circumstances = { ...recipe.quirks, ...layer };
    // A setting's name among a type's operations, such as `activation`, stands for the operation that the setting
    // names.
    const operations = type.operations.map((name): ChosenOperation => {
      const setting = circumstances[name];
      const entry = operationNamed(typeof setting === 'string' ? setting : name);
      return { entry, subject: entry.subject, circumstances };
    });
    const [inputs, outputs] = [widths[index] as number, widths[index + 1] as number];
    return { layer, inputs, outputs, operations, subject: type.subject, circumstances };
  });
}
