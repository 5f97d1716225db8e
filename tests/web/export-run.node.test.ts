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
import type { Recipe } from '../../web/recipe/schema';
import { readEngine } from '../engine/node-worker';
import { smallRecipe, TABLE, tableWith } from '../engine/small-run';
import { batches, epochs, LINEAR, PARAMETER_OVERFLOW, RECIPE_CASES } from './export-cases';
import { expectSameRun, python, runScript } from './export-python';
import { randomRecipe } from './export-recipes';

const engine = await readEngine();
const TIMEOUT = 60_000;

/** Trains with both, compares the results, and returns the engine's. */
function expectAgreement(recipe: Recipe, dataset: Dataset) {
  const expected = trainToEnd(engine, recipe, dataset);
  const { result, complaint } = runScript(recipe, dataset);
  expectSameRun(result, expected);
  return { expected, complaint };
}

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
        ...Object.values(result.metrics).map((measured) => [measured?.mae, measured?.rmse, measured?.r2].map(digits)),
      ]);
    },
    TIMEOUT,
  );
});

describe('the NumPy program of a recipe', () => {
  it.each(RECIPE_CASES)(
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
      expect(expectSameEnd(...PARAMETER_OVERFLOW)).toMatchObject({
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
