import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../web/datasets/dataset';
import { datasetNamed } from '../../web/datasets/datasets';
import { EngineError } from '../../web/engine/engine-error';
import { numpyScript } from '../../web/export/numpy-script';
import { trainToEnd } from '../../web/library/train-to-end';
import { PRESETS, presetNamed } from '../../web/recipe/presets';
import type { Recipe, RecipeInput } from '../../web/recipe/schema';
import { readEngine } from '../engine/node-worker';
import { smallRecipe, TABLE, tableWith } from '../engine/small-run';
import { expectSameRun, python, runScript } from './export-python';
import { randomRecipe } from './export-recipes';

const engine = await readEngine();
const TIMEOUT = 60_000;

/** Trains by both, holds them to each other, and hands back the engine's result. */
function expectAgreement(recipe: Recipe, dataset: Dataset) {
  const expected = trainToEnd(engine, recipe, dataset);
  const { result, complaint } = runScript(recipe, dataset);
  expectSameRun(result, expected);
  return { expected, complaint };
}

const LINEAR = { units: 1, activation: 'linear' } as const;
const epochs = (count: number) => ({ count, unit: 'epochs' }) as const;
const batches = (count: number) => ({ count, unit: 'batches' }) as const;

describe('the NumPy program of a preset', () => {
  it.each(PRESETS.map(({ id, recipe }) => [id, recipe] as const))(
    '%s trains as the engine does',
    (_, recipe) => {
      expectAgreement(recipe, datasetNamed(recipe.data.source));
    },
    TIMEOUT,
  );

  it(
    'compiles without a warning',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'minifactory-'));
      const files = PRESETS.map(({ id, recipe }) => {
        const file = join(folder, `${id}.py`);
        writeFileSync(file, numpyScript(recipe, datasetNamed(recipe.data.source)));
        return file;
      });
      const { complaint, exitCode } = python(['-m', 'py_compile', ...files]);
      rmSync(folder, { recursive: true });
      expect({ complaint, exitCode }).toEqual({ complaint: '', exitCode: 0 });
    },
    TIMEOUT,
  );

  it(
    'reports the same numbers in words',
    () => {
      const { recipe } = presetNamed('careful-linear') as { recipe: Recipe };
      const dataset = datasetNamed(recipe.data.source);
      const { result } = runScript(recipe, dataset);
      const { output } = python(['-'], numpyScript(recipe, dataset));
      const [first, ...rest] = output.trimEnd().split('\n');
      expect(first).toBe(`Status: stopped-early after ${result.epochs} epochs, ${result.batches} batches`);
      const digits = (number: number | null | undefined) => Number((number as number).toPrecision(15));
      const numbers = rest
        .map((line) => line.trim().split(/ +/))
        .filter(([, number]) => Number.isFinite(Number(number)));
      expect(numbers.map((row) => row.slice(1).map(Number))).toEqual([
        ...result.evaluations.map(({ batch, loss }) => [batch, digits(loss)]),
        ...Object.values(result.metrics).map(({ mae, rmse, r2 }) => [digits(mae), digits(rmse), digits(r2)]),
      ]);
    },
    TIMEOUT,
  );
});

describe('the NumPy program of a recipe', () => {
  const hidden = (activation: Recipe['layers'][number]['activation']): RecipeInput => ({
    layers: [{ units: 5, activation }, LINEAR],
  });
  const CASES: readonly (readonly [string, RecipeInput])[] = [
    ['a sigmoid layer', hidden('sigmoid')],
    ['a tanh layer', hidden('tanh')],
    ['a ReLU layer', hidden('relu')],
    ['a leaky ReLU layer', hidden('leaky-relu')],
    ['a hidden linear layer', hidden('linear')],
    [
      'a last layer that bends',
      {
        layers: [
          { units: 3, activation: 'tanh' },
          { units: 1, activation: 'leaky-relu' },
        ],
      },
    ],
    ['one layer', { layers: [LINEAR] }],
    [
      'eight layers, with every activation',
      {
        layers: [
          { units: 6, activation: 'tanh' },
          { units: 5, activation: 'leaky-relu' },
          { units: 4, activation: 'linear' },
          { units: 7, activation: 'sigmoid' },
          { units: 3, activation: 'relu' },
          { units: 2, activation: 'tanh' },
          { units: 2, activation: 'tanh' },
          LINEAR,
        ],
      },
    ],
    ['standard normal parameters', { initialisation: { weights: 'standard-normal' } }],
    ['He normal weights', { initialisation: { weights: 'he-normal' } }],
    ['the gradient of the sum', { loss: { gradient: 'sum' }, optimiser: { learningRate: 0.002 } }],
    ['the gradient of half the sum', { loss: { gradient: 'half-sum' }, optimiser: { learningRate: 0.002 } }],
    ['the summed bias gradient', { quirks: { summedBiasGradient: true } }],
    ['the shrinking batch', { quirks: { shrinkingBatch: true } }],
    ['each layer seeded again', { quirks: { reseedEachLayer: true } }],
    [
      'each layer seeded again, with standard normal biases',
      { quirks: { reseedEachLayer: true }, initialisation: { weights: 'standard-normal' } },
    ],
    [
      'every quirk, with validation rows and early stopping',
      {
        quirks: { reseedEachLayer: true, shrinkingBatch: true, summedBiasGradient: true },
        split: { validationFraction: 0.1 },
        training: { earlyStopping: true, stopAfter: epochs(30), evaluateEvery: epochs(1) },
      },
    ],
    ['an end after batches, amid an epoch', { training: { stopAfter: batches(16), evaluateEvery: epochs(1) } }],
    [
      'an end after batches, at the end of an epoch',
      { training: { stopAfter: batches(12), evaluateEvery: epochs(1) } },
    ],
    ['evaluations after batches', { training: { stopAfter: epochs(3), evaluateEvery: batches(5) } }],
    ['batches for both', { training: { stopAfter: batches(20), evaluateEvery: batches(3) } }],
    ['no evaluation at all', { training: { evaluateEvery: epochs(100) } }],
    [
      'early stopping between epochs',
      {
        training: { earlyStopping: true, stopAfter: epochs(100), evaluateEvery: batches(2) },
        optimiser: { learningRate: 0.3 },
      },
    ],
    ['batches of one row', { training: { batchSize: 1, stopAfter: epochs(2) } }],
    ['one batch of all rows', { training: { batchSize: 42 } }],
    ['validation rows', { split: { validationFraction: 0.2, testFraction: 0.25, seed: 3 } }],
    ['scaling by all rows', { scaling: { fitOn: 'all-rows' } }],
    ['no scaling', { scaling: { fitOn: 'none' }, optimiser: { learningRate: 1e-6 } }],
    ['the smallest seeds', { split: { seed: 0 }, training: { seed: 0 } }],
    ['the largest seeds', { split: { seed: 4294967295 }, training: { seed: 4294967295 } }],
  ];
  it.each(CASES)(
    'with %s trains as the engine does',
    (_, input) => {
      const { expected } = expectAgreement(smallRecipe(input), TABLE);
      expect(expected.status).toBe(input.training?.earlyStopping ? 'stopped-early' : 'finished');
    },
    TIMEOUT,
  );

  it(
    'with other columns in another order trains as the engine does',
    () => {
      const recipe: Recipe = {
        ...smallRecipe(),
        data: { source: 'boston', features: ['price', 'size'], target: 'age' },
      };
      expectAgreement(recipe, TABLE);
    },
    TIMEOUT,
  );

  it(
    'with names and words that mean something in Python trains as the engine does',
    () => {
      const name = 'a"""b\\ \' {x}\n# é';
      const columns = TABLE.columns.map((column) => ({
        ...column,
        name: column.name + name,
        meaning: name,
        unit: name,
      }));
      const dataset = { ...TABLE, title: name, source: name, warning: name, columns };
      const data = { source: 'boston', features: [`size${name}`], target: `price${name}` } as const;
      expectAgreement({ ...smallRecipe(), name: `${name}"`, data: { ...data, features: [...data.features] } }, dataset);
    },
    TIMEOUT,
  );
});

describe('where a column has one value', () => {
  const constant = tableWith((name) => (name === 'age' ? 0.1 : undefined));
  const fits = ['all-rows', 'training-rows'] as const;

  it.each(fits)(
    'the program makes it 0 by %s, as the engine does',
    (fitOn) => {
      expectAgreement(smallRecipe({ scaling: { fitOn, constantColumns: 'zero' } }), constant);
    },
    TIMEOUT,
  );

  it.each(fits)(
    'the program refuses it by %s, in the engine’s words',
    (fitOn) => {
      const recipe = smallRecipe({ scaling: { fitOn } });
      const { output, complaint, exitCode } = python(['-', '--json'], numpyScript(recipe, constant));
      expect({ output, exitCode }).toEqual({ output: '', exitCode: 1 });
      expect(() => trainToEnd(engine, recipe, constant)).toThrow(
        new EngineError('CONSTANT_COLUMN', complaint.trimEnd()),
      );
    },
    TIMEOUT,
  );

  it(
    'only among the training rows, the program makes it 0 everywhere, as the engine does',
    () => {
      const recipe = smallRecipe({ scaling: { constantColumns: 'zero' } });
      const run = engine.createRun(recipe, TABLE);
      const kept = new Set(run.rows('test'));
      run.dispose();
      expectAgreement(
        recipe,
        tableWith((name, row) => (name === 'age' && !kept.has(row) ? 0.5 : undefined)),
      );
    },
    TIMEOUT,
  );

  it(
    'and it is the target, R² is no number for either',
    () => {
      const recipe = smallRecipe({ split: { validationFraction: 0.01 } });
      const { expected } = expectAgreement(recipe, TABLE);
      expect(expected.metrics.validation).toMatchObject({ rows: 1, r2: Number.NaN });
    },
    TIMEOUT,
  );
});

describe('where training diverges', () => {
  function expectSameEnd(recipe: Recipe, dataset: Dataset) {
    const { expected, complaint } = expectAgreement(recipe, dataset);
    expect(expected.status).toBe('diverged');
    expect(complaint).toContain(`Training diverged after ${expected.batches} batches: `);
    return expected;
  }

  it.each([
    ['a ReLU layer', 100, { activation: 'relu', gradient: 'sum' }],
    ['a leaky ReLU layer', 3, { activation: 'leaky-relu', gradient: 'mean' }],
    ['a linear layer', 1, { activation: 'linear', gradient: 'sum' }],
  ] as const)(
    'with %s, the program stops at the same batch with the same parameters',
    (_, learningRate, { activation, gradient }) => {
      const recipe = smallRecipe({
        layers: [{ units: 4, activation }, LINEAR],
        loss: { gradient },
        optimiser: { learningRate },
        training: { stopAfter: epochs(200), evaluateEvery: batches(1) },
      });
      expect(expectSameEnd(recipe, TABLE).batches).toBeGreaterThan(0);
    },
    TIMEOUT,
  );

  it(
    'in a parameter, though the loss is finite, the program keeps the first parameters as the engine does',
    () => {
      const recipe = smallRecipe({
        layers: [LINEAR],
        scaling: { fitOn: 'none' },
        loss: { gradient: 'sum' },
        optimiser: { learningRate: 100 },
        training: { batchSize: 42 },
      });
      const huge = tableWith((name, row) => (name === 'light' ? undefined : 4e152 * (1 + (row % 5))));
      expect(expectSameEnd(recipe, huge)).toMatchObject({
        batches: 0,
        metrics: { training: { r2: expect.any(Number) } },
      });
    },
    TIMEOUT,
  );
});

describe('any small recipe', () => {
  it.each(Array.from({ length: 12 }, (_, index) => [index + 1]))(
    'drawn with seed %i trains in NumPy as in the engine',
    (seed) => {
      const recipe = randomRecipe(seed);
      expectAgreement(recipe, datasetNamed(recipe.data.source));
    },
    TIMEOUT,
  );
});
