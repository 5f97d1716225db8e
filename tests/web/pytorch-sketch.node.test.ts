/** The PyTorch beside the formulas: Python that says what the recipe says. */
import programs from 'virtual:part-programs';
import { describe, expect, it } from 'vitest';
import { type ActivationName, operationNamed } from '../../web/explanations/parts';
import { pytorchSketch } from '../../web/export/pytorch-sketch';
import { parseRecipe } from '../../web/recipe/parse';
import { PRESETS } from '../../web/recipe/presets';
import type { Recipe, RecipeInput } from '../../web/recipe/schema';
import { layerWidths } from '../../web/recipe/widths';
import { python } from './export-python';
import { randomRecipe } from './export-recipes';

/** Prints the names that a program calls and the numbers that it passes to layers, read with Python's own parser. */
const READ = `
import ast, json, sys
def name(node):
    return name(node.value) + "." + node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
calls = [each for each in ast.walk(ast.parse(sys.stdin.read())) if isinstance(each, ast.Call)]
print(json.dumps({
    "calls": [name(each.func) for each in calls],
    "linear": [[a.value for a in each.args] for each in calls if name(each.func) == "nn.Linear"],
}))
`;

function read(recipe: Recipe): { calls: string[]; linear: number[][] } {
  const { output, complaint } = python(['-c', READ], pytorchSketch(recipe));
  expect(complaint).toBe('');
  return JSON.parse(output);
}

function sketch(input: RecipeInput): string {
  const parsed = parseRecipe(input);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence);
  return pytorchSketch(parsed.recipe);
}

/** The modules of an activation, as its page has them: one, or none for one that passes everything on. */
const modulesOf = (activation: ActivationName): readonly string[] => {
  const { subject } = operationNamed(activation);
  const calls = programs[subject]?.pytorchCall.map(({ text }) => text) ?? [];
  return calls.flatMap((call) => /^nn\.\w+/.exec(call) ?? []);
};

const recipes: readonly (readonly [string, Recipe])[] = [
  ...PRESETS.map(({ id, recipe }) => [id, recipe] as const),
  ...[1, 2, 3, 4].map((seed) => [`recipe ${seed}`, randomRecipe(seed)] as const),
];

describe.each(recipes)('the PyTorch of %s', (_, recipe) => {
  it('is Python with the recipe’s layers', () => {
    const { calls, linear } = read(recipe);
    const widths = layerWidths(recipe);
    expect(linear).toEqual(
      recipe.layers.flatMap(({ type }, i) => (type === 'dense' ? [[widths[i], widths[i + 1]]] : [])),
    );
    const modules = calls.filter((call) => /^nn\.[A-Z]/.test(call) && !/Linear|Sequential/.test(call));
    expect(modules).toEqual(
      recipe.layers.flatMap((layer) => (layer.type === 'dense' ? modulesOf(layer.activation) : [])),
    );
    expect(pytorchSketch(recipe)).toMatch(new RegExp(`lr=${recipe.optimiser.learningRate}[,)]`));
    expect(pytorchSketch(recipe)).toContain(`BATCH_SIZE = ${recipe.training.batchSize}\n`);
  });
});

describe('a PyTorch program', () => {
  it('has the recipe’s loss, first weights and end', () => {
    expect(sketch({ loss: { gradient: 'mean' } })).toContain('return nn.functional.mse_loss(predictions, targets)\n');
    expect(sketch({ loss: { gradient: 'sum' } })).toContain('targets, reduction="sum")');
    expect(sketch({ loss: { gradient: 'half-sum' } })).toContain('return 0.5 * nn.functional.mse_loss(');
    expect(sketch({ initialisation: { weights: 'standard-normal' } })).toContain('nn.init.normal_(layer.bias)');
    expect(sketch({ initialisation: { weights: 'glorot-normal' } })).toContain('xavier_normal_(layer.weight)');
    expect(sketch({ initialisation: { weights: 'he-normal' } })).toContain('kaiming_normal_(layer.weight)');
    expect(sketch({ training: { stopAfter: { count: 7, unit: 'epochs' } } })).toContain('in range(7):');
    expect(sketch({ training: { stopAfter: { count: 9, unit: 'batches' } } })).toContain('while batch < 9:');
  });

  it('names the differences from the page', () => {
    const plain = sketch({}).replaceAll('\n# ', ' ');
    expect(plain).toContain('the random draws are PyTorch’s own');
    expect(plain).not.toContain('early stopping');
    const all = sketch({
      quirks: { summedBiasGradient: true, shrinkingBatch: true, reseedEachLayer: true },
      training: { earlyStopping: true, evaluateEvery: { count: 10, unit: 'epochs' } },
    }).replaceAll('\n# ', ' ');
    for (const words of ['bug of chapter 2', 'short batch', 'without a new seed', 'early stopping every 10 epochs']) {
      expect(all).toContain(words);
    }
  });
});
