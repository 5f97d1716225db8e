import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../web/recipe/json-fault';
import { parseRecipe, parseRecipeText } from '../../web/recipe/parse';
import { PRESETS, presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import { minimalRecipe, recipeEquals, serialiseRecipe } from '../../web/recipe/serialise';

function recipeFrom(text: string): Recipe {
  const result = parseRecipeText(text);
  if (!result.ok) throw new Error(result.problems[0]?.sentence);
  return result.recipe;
}

function sentenceFor(text: string): string {
  const result = parseRecipeText(text);
  return result.ok ? '' : (result.problems[0]?.sentence ?? '');
}

describe('a text that is not JSON', () => {
  it.each([
    ['', 1, 1, 'a value', 'the end of the text'],
    ['{"layers": [', 1, 13, 'a value', 'the end of the text'],
    ['{\n  "name": nope\n}', 2, 11, 'a value', '"nope"'],
    ['{"name": "a",}', 1, 14, 'a field name in double quotes', '"}"'],
    ["{'name': 1}", 1, 2, 'a field name in double quotes', '"\'"'],
    ['{"a" 1}', 1, 6, 'a colon', '"1"'],
    ['[1\r\n2]', 2, 1, 'a comma or ]', '"2"'],
    ['{"name": "two\nlines"}', 1, 14, 'a closing double quote', 'the end of the line'],
    ['{"name": "\\q"}', 1, 11, 'an escape that JSON knows', '"\\\\"'],
    ['{"a": 01}', 1, 8, 'a comma or }', '"1"'],
    ['{"a": .5}', 1, 7, 'a value', '".5"'],
    ['{"a": NaN}', 1, 7, 'a value', '"NaN"'],
    ['{} {}', 1, 4, 'the end of the text', '"{"'],
    ['// mine\n{}', 1, 1, 'a value', '"/"'],
    ['{"a": "é", 😀}', 1, 12, 'a field name in double quotes', '"😀"'],
  ])('%j', (text, line, column, expected, found) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonFault(text)).toEqual({ line, column, expected, found });
    expect(sentenceFor(text)).toBe(
      `The recipe is not JSON: at line ${line}, column ${column}, expected ${expected}, but found ${found}.`,
    );
  });

  it('may be nested deeper than any call stack', () => {
    expect(sentenceFor('['.repeat(1_000_000))).toContain('less nesting');
  });
});

describe('a text that is JSON', () => {
  it.each(['null', ' [1, -0.5e+3, true, false] ', '{"a": {"b": []}, "c": "\\u00e9\\n\\"\u2028"}', '"\u007f"', '0'])(
    'has no fault: %s',
    (text) => {
      expect(() => JSON.parse(text)).not.toThrow();
      expect(jsonFault(text)).toBeUndefined();
    },
  );

  it('may start with a byte order mark', () => {
    expect(parseRecipeText('\uFEFF{}').ok).toBe(true);
  });

  it('is checked as a recipe', () => {
    expect(sentenceFor('{"layers": []}')).toContain('layers is an empty list');
  });
});

describe('serialising', () => {
  it.each(PRESETS.map(({ id, recipe }) => [id, recipe] as const))(
    '%s comes back the same, whole and minimal',
    (_, recipe) => {
      expect(recipeFrom(serialiseRecipe(recipe))).toEqual(recipe);
      expect(recipeFrom(serialiseRecipe(minimalRecipe(recipe)))).toEqual(recipe);
    },
  );

  it('keeps only fields that differ from the defaults', () => {
    const input = {
      version: 1,
      data: { source: 'boston-as-first-printed', features: ['RM', 'MEDV'], target: 'LSTAT' },
      optimiser: { learningRate: 0.5 },
    } as const;
    const result = parseRecipe({ ...input, training: { batchSize: 32 } });
    expect(result.ok && minimalRecipe(result.recipe)).toEqual(input);
  });

  it('leaves out the features if they are all columns except a chosen target', () => {
    const result = parseRecipe({ data: { target: 'RM' } });
    expect(result.ok && minimalRecipe(result.recipe)).toEqual({ version: 1, data: { target: 'RM' } });
  });

  it('is a text a person can read', () => {
    const text = serialiseRecipe({ version: 1, split: { testFraction: 0.2, seed: 3 }, layers: [{ units: 1 }] });
    expect(text).toBe(
      '{\n  "version": 1,\n  "split": { "testFraction": 0.2, "seed": 3 },\n  "layers": [{ "units": 1 }]\n}\n',
    );
    for (const { recipe } of PRESETS) {
      for (const line of serialiseRecipe(recipe).split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    }
  });
});

describe('equality', () => {
  const recipe = recipeFrom('{}');

  it('looks past the name and the order of fields', () => {
    const { data, ...rest } = recipe;
    expect(recipeEquals(recipe, { ...rest, name: 'mine', $schema: './recipe.schema.json', data })).toBe(true);
  });

  it('sees every other difference', () => {
    expect(recipeEquals(recipe, { ...recipe, layers: recipe.layers.slice(1) })).toBe(false);
    expect(recipeEquals(recipe, { ...recipe, training: { ...recipe.training, seed: 1 } })).toBe(false);
    const features = [...recipe.data.features].reverse();
    expect(recipeEquals(recipe, { ...recipe, data: { ...recipe.data, features } })).toBe(false);
  });
});

describe('presets', () => {
  it('have ids and titles of their own', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
    expect(new Set(PRESETS.map(({ title }) => title)).size).toBe(PRESETS.length);
  });

  it('are found by id', () => {
    expect(presetNamed('lecture-network')?.title).toBe('Lecture: neural network');
    expect(presetNamed('lecture')).toBeUndefined();
  });

  it('without quirks are exactly the careful and corrected ones', () => {
    const plain = PRESETS.filter(({ recipe }) => !Object.values(recipe.quirks).includes(true)).map(({ id }) => id);
    expect(plain).toEqual([
      'chapter-2-linear',
      'chapter-2-network-corrected',
      'careful-linear',
      'careful-one-hidden',
      'careful-two-hidden',
    ]);
    for (const { id, recipe } of PRESETS.filter((preset) => preset.id.startsWith('careful'))) {
      expect(recipe.scaling.fitOn, id).toBe('training-rows');
      expect(recipe.split.validationFraction, id).toBeGreaterThan(0);
      expect(recipe.training.earlyStopping, id).toBe(true);
      expect(recipe.initialisation.weights, id).toBe('glorot-normal');
    }
  });
});
