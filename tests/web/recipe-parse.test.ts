import { describe, expect, it } from 'vitest';
import { ACTIVATION_NAMES } from '../../web/explanations/parts';
import { type Problem, parseRecipe } from '../../web/recipe/parse';
import type { RecipeInput } from '../../web/recipe/schema';

function problemsOf(input: unknown): readonly Problem[] {
  const result = parseRecipe(input);
  return result.ok ? [] : result.problems;
}

/** The only sentence for an invalid recipe. */
function sentenceOf(input: unknown): string {
  const problems = problemsOf(input);
  expect(problems).toHaveLength(1);
  return problems[0]?.sentence ?? '';
}

const ALL_FEATURES = ['CRIM', 'ZN', 'INDUS', 'CHAS', 'NOX', 'RM', 'AGE', 'DIS', 'RAD', 'TAX', 'PTRATIO', 'B', 'LSTAT'];

describe('defaults', () => {
  it('builds a complete recipe from an empty object', () => {
    const result = parseRecipe({});
    expect(result).toMatchObject({
      ok: true,
      recipe: {
        version: 1,
        data: { source: 'boston', features: ALL_FEATURES, target: 'MEDV' },
        split: { testFraction: 0.3, validationFraction: 0 },
        layers: [
          { units: 13, activation: 'sigmoid' },
          { units: 1, activation: 'linear' },
        ],
        training: { stopAfter: { count: 50, unit: 'epochs' }, earlyStopping: false },
        quirks: { summedBiasGradient: false },
      },
    });
  });

  it('takes all columns but the target for features', () => {
    const result = parseRecipe({ data: { target: 'RM' } });
    expect(result).toMatchObject({ ok: true, recipe: { data: { target: 'RM' } } });
    expect(result.ok && result.recipe.data.features).toEqual([...ALL_FEATURES.filter((name) => name !== 'RM'), 'MEDV']);
  });

  it('gives every caller its own copy', () => {
    const first = parseRecipe({});
    if (first.ok) first.recipe.layers.pop();
    expect(parseRecipe({})).toMatchObject({ recipe: { layers: [{ units: 13 }, { units: 1 }] } });
  });
});

describe('a number', () => {
  it.each([
    [300, '300'],
    [0, '0'],
    [-1, '-1'],
    [2.5, '2.5'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [null, 'null'],
    [true, 'true'],
    [[], 'an empty list'],
    [{ a: 1 }, 'an object'],
  ])('of units that is %s is refused with its range', (units, text) => {
    expect(sentenceOf({ layers: [{ units }, { units: 1 }] })).toBe(
      `layers[0].units is ${text}; it must be a whole number from 1 to 256.`,
    );
  });

  it.each([0, -0.1, 1e30, Number.NaN, Number.NEGATIVE_INFINITY, 1e-10])('of learning rate %s is refused', (rate) => {
    expect(sentenceOf({ optimiser: { learningRate: rate } })).toBe(
      `optimiser.learningRate is ${rate}; it must be a number from 1e-9 to 100.`,
    );
  });

  it('in quotes gets the advice to remove them', () => {
    expect(sentenceOf({ optimiser: { learningRate: '0.1' } })).toMatch(/is "0\.1"; .* Remove the quotes\.$/);
  });

  it('on the edge of its range is allowed', () => {
    expect(problemsOf({ layers: [{ units: 256 }, { units: 1 }], optimiser: { learningRate: 100 } })).toEqual([]);
  });

  it.each([0, 4294967295])('may seed a generator: %s', (seed) => {
    expect(problemsOf({ split: { seed }, training: { seed } })).toEqual([]);
  });

  it.each([-1, 4294967296])('may not seed a generator: %s', (seed) => {
    expect(problemsOf({ split: { seed }, training: { seed } }).map(({ path }) => path)).toEqual([
      'split.seed',
      'training.seed',
    ]);
  });

  it.each(['stopAfter', 'evaluateEvery'])('of training.%s is at least 1', (name) => {
    expect(sentenceOf({ training: { [name]: { count: 0 } } })).toBe(
      `training.${name}.count is 0; it must be a whole number from 1 to 1000000.`,
    );
  });
});

describe('other values', () => {
  it('names the choices, and the likely one', () => {
    const names = ACTIVATION_NAMES.map((name) => `"${name}"`);
    expect(sentenceOf({ layers: [{ units: 1, activation: 'Sigmod' }] })).toBe(
      `layers[0].activation is "Sigmod"; it must be one of ${names.join(', ')}. Did you mean "sigmoid"?`,
    );
  });

  it('says that a loss is for another task', () => {
    expect(sentenceOf({ loss: { function: 'softmax-cross-entropy' } })).toBe(
      'loss.function is "softmax-cross-entropy", a loss for classification; this recipe predicts a number, so it must be "mean-squared-error".',
    );
  });

  it('suggests nothing for an unknown name without a similar one', () => {
    expect(sentenceOf({ data: { source: 'mnist' } })).toBe(
      'data.source is "mnist"; it must be one of "boston", "boston-as-first-printed".',
    );
  });

  it('wants true or false for a flag', () => {
    expect(sentenceOf({ training: { earlyStopping: 'yes' } })).toBe(
      'training.earlyStopping is "yes"; it must be true or false.',
    );
  });

  it('shortens values that are too long to repeat', () => {
    expect(sentenceOf({ name: 'x'.repeat(10_000) })).toBe(
      `name is "${'x'.repeat(40)}…"; it must be a text of at most 80 characters.`,
    );
  });

  it.each([[[]], [null], [7], ['{}']])('refuses %j for a recipe', (input) => {
    expect(sentenceOf(input)).toMatch(/^The recipe is .*; it must be an object/);
  });

  it('refuses a list for a group of fields', () => {
    expect(sentenceOf({ training: [] })).toMatch(/^training is an empty list; it must be an object/);
    expect(sentenceOf({ layers: [[]] })).toMatch(/^layers\[0\] is an empty list; it must be an object/);
  });
});

describe('a field no recipe has', () => {
  it.each([
    [{ layer: [] }, 'layer is not a field of a recipe; did you mean layers?'],
    [{ Optimizer: {} }, 'Optimizer is not a field of a recipe; did you mean optimiser?'],
    [{ learningRate: 1 }, 'learningRate is not a field of a recipe; did you mean optimiser.learningRate?'],
    [
      { split: { testfraction: 0.2 } },
      'split.testfraction is not a field of a recipe; did you mean split.testFraction?',
    ],
    [{ loss: { zebra: 1 } }, 'loss.zebra is not a field of a recipe; loss has the fields function, gradient.'],
    [{ 'a b': 1 }, /^"a b" is not a field of a recipe; a recipe has the fields \$schema, version,/],
    [JSON.parse('{"__proto__": {}}'), /^__proto__ is not a field/],
    [{ constructor: 1 }, /^constructor is not a field/],
  ])('%j is named, with the nearest one', (input, sentence) => {
    expect(sentenceOf(input)).toMatch(sentence);
  });

  it('does not hide the other problems', () => {
    expect(
      problemsOf({ layers: [{ units: 0, unit: 3 }], optimiser: { learningRate: 0 } }).map(({ path }) => path),
    ).toEqual(['layers[0].units', 'layers[0].unit', 'optimiser.learningRate']);
  });
});

describe('the version', () => {
  it.each([2, 0, '1', null])('%j is the only problem told', (version) => {
    expect(sentenceOf({ version, zebra: 1, layers: [] })).toBe(
      `version is ${JSON.stringify(version)}; the supported version is 1.`,
    );
  });
});

describe('parts that do not fit each other', () => {
  const cases: readonly (readonly [string, RecipeInput, string | RegExp])[] = [
    ['no layers', { layers: [] }, 'layers is an empty list; it must be a list of 1 to 8 entries.'],
    [
      'a last layer of the wrong width',
      { layers: [{ units: 1 }, { units: 13 }] },
      'layers[1].units is 13; the last layer must have 1 unit, because the model predicts one number, MEDV.',
    ],
    [
      'no training rows',
      { split: { testFraction: 0.6, validationFraction: 0.4 } },
      /^split\.testFraction is 0\.6 and split\.validationFraction is 0\.4, which leaves none of the 506 rows for training/,
    ],
    [
      'a batch larger than the training rows',
      { training: { batchSize: 355 } },
      'training.batchSize is 355; it must be at most 354, the number of training rows.',
    ],
    [
      'no features',
      { data: { features: [] } },
      'data.features is an empty list; it must be a list of at least 1 entry.',
    ],
    [
      'the same feature twice',
      { data: { features: ['RM', 'TAX', 'RM'] } },
      'data.features[2] is "RM", as is data.features[0]; list each feature once.',
    ],
    ['the target as a feature', { data: { features: ['RM', 'MEDV'] } }, /^data\.features\[1\] is "MEDV", the target/],
    [
      'an unknown feature',
      { data: { features: ['lstat'] } },
      'data.features[0] is "lstat", which is not a column of the data set boston; did you mean "LSTAT"?',
    ],
    [
      'an unknown target',
      { data: { target: 'PRICE' } },
      /^data\.target is "PRICE", which is not a column of the data set boston; its columns are CRIM, .*MEDV\.$/,
    ],
  ];

  it.each(cases)('%s', (_, input, sentence) => {
    const problems = problemsOf(input);
    expect(problems[0]?.sentence).toMatch(sentence);
    expect(problems).toHaveLength(1);
  });

  it('allows a batch of exactly all training rows, and one training row', () => {
    expect(problemsOf({ training: { batchSize: 354 } })).toEqual([]);
    expect(problemsOf({ split: { testFraction: 0.9, validationFraction: 0.096 }, training: { batchSize: 1 } })).toEqual(
      [],
    );
  });
});
