/** The shapes that the engine describes for a recipe's network, made by hand for tests without an engine. */
import type { Axis, OperationShape, ParameterShape } from '../../web/engine/types';
import { layersOf } from '../../web/recipe/chosen-parts';
import { parseRecipe } from '../../web/recipe/parse';
import type { Recipe, RecipeInput } from '../../web/recipe/schema';

const AXES: Readonly<Record<string, readonly [symbol: string, rows: Axis]>> = {
  weights: ['W', 'input'],
  bias: ['B', 'single'],
};

export function recipeOf(input: RecipeInput): Recipe {
  const parsed = parseRecipe(input);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence);
  return parsed.recipe;
}

export interface NetworkShapes {
  readonly operations: readonly OperationShape[];
  readonly parameters: readonly ParameterShape[];
}

/** For dense layers; the curve of an activation is a straight line. */
export function networkOf(recipe: Recipe): NetworkShapes {
  const parameters: ParameterShape[] = [];
  let offset = 0;
  const operations = layersOf(recipe).flatMap(({ inputs, outputs, operations: chosen }, layer) =>
    chosen.map(({ entry: { name, class: kind, role } }, place): OperationShape => {
      const learned = AXES[role];
      const own: ParameterShape[] = [];
      if (learned !== undefined) {
        const [symbol, axis] = learned;
        const rows = axis === 'input' ? inputs : 1;
        own.push({
          name: `${symbol}${layer + 1}`,
          symbol,
          layer,
          operation: 3 * layer + place,
          rows,
          columns: outputs,
          offset,
          axes: [axis, 'unit'],
        });
        offset += rows * outputs;
      }
      parameters.push(...own);
      const curve = role === 'activation' ? Array.from({ length: 25 }, (_, i) => (i - 12) / 4) : null;
      const columns = role === 'weights' ? inputs : outputs;
      return { layer, name, kind, role, inputs: columns, columns: outputs, parameters: own, curve };
    }),
  );
  return { operations, parameters };
}
