/** The exported PyTorch programs train as the engine does. */
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../web/datasets/dataset';
import { datasetNamed } from '../../web/datasets/datasets';
import { type PytorchOptions, pytorchScript } from '../../web/export/pytorch-script';
import { trainToEnd } from '../../web/library/train-to-end';
import { PRESETS, presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import { readEngine } from '../engine/node-worker';
import { smallRecipe, TABLE } from '../engine/small-run';
import { batches, epochs, LINEAR, PARAMETER_OVERFLOW, RECIPE_CASES } from './export-cases';
import { expectSameRun, python, resultOf, type ScriptResult } from './export-python';
import { runDistributed, runPrograms } from './export-pytorch';
import { randomRecipe } from './export-recipes';

const engine = await readEngine();
const TIMEOUT = 300_000;
const TOLERANCE = 1e-9;
const PLAIN = { distributed: false };
const DISTRIBUTED = { distributed: true };

type Pair = readonly [recipe: Recipe, dataset: Dataset];

const bundled = (recipe: Recipe): Pair => [recipe, datasetNamed(recipe.data.source)];

/** Trains each recipe with both and compares the results; returns the messages of the programs. */
function expectAgreement(pairs: readonly Pair[], options: PytorchOptions): string[] {
  const finished = runPrograms(pairs.map(([recipe, dataset]) => pytorchScript(recipe, dataset, options)));
  expect(finished).toHaveLength(pairs.length);
  return finished.map((each, index) => {
    const { result, complaint } = resultOf(each);
    expectSameRun(result, trainToEnd(engine, ...(pairs[index] as Pair)), TOLERANCE);
    return complaint;
  });
}

describe.each([
  ['plain', PLAIN],
  ['distributed', DISTRIBUTED],
])('the %s PyTorch program', (_, options) => {
  it(
    'of every preset trains as the engine does',
    () => {
      expectAgreement(
        PRESETS.map(({ recipe }) => bundled(recipe)),
        options,
      );
    },
    TIMEOUT,
  );

  it(
    'of whatever a recipe can ask for trains as the engine does',
    () => {
      expectAgreement(
        RECIPE_CASES.map(([, input]) => [smallRecipe(input), TABLE]),
        options,
      );
    },
    TIMEOUT,
  );

  it(
    'of recipes drawn by a seed trains as the engine does',
    () => {
      expectAgreement(
        Array.from({ length: 12 }, (_, index) => bundled(randomRecipe(index + 1))),
        options,
      );
    },
    TIMEOUT,
  );

  it(
    'of a run that diverges stops at the same batch with the same parameters',
    () => {
      const recipes = (['relu', 'leaky-relu', 'linear'] as const).map((activation) =>
        smallRecipe({
          layers: [{ units: 4, activation }, LINEAR],
          loss: { gradient: 'sum' },
          optimiser: { learningRate: 100 },
          training: { stopAfter: epochs(200), evaluateEvery: batches(1) },
        }),
      );
      const complaints = expectAgreement(
        recipes.map((recipe) => [recipe, TABLE]),
        options,
      );
      for (const complaint of complaints) expect(complaint).toMatch(/^Training diverged after \d+ batches: /);
    },
    TIMEOUT,
  );

  it(
    'of a loss that stays finite where a parameter does not keeps the parameters before',
    () => {
      const [complaint] = expectAgreement([PARAMETER_OVERFLOW], options);
      expect(complaint).toContain('Training diverged after 0 batches: ');
    },
    TIMEOUT,
  );

  it(
    'says how it is used',
    () => {
      const { recipe } = presetNamed('chapter-3-linear') as { recipe: Recipe };
      const { output, exitCode } = python(['-', '--help'], pytorchScript(...bundled(recipe), options));
      expect(exitCode).toBe(0);
      expect(output.includes('--device DEVICE')).toBe(options === DISTRIBUTED);
      expect(output).toContain('--data FILE');
    },
    TIMEOUT,
  );
});

// A process of PyTorch 1.13 sometimes aborts (“terminate called without an active exception”), and torchrun with it.
describe('under torchrun, two processes', { retry: 1 }, () => {
  it(
    'train chapter 3 as one does',
    () => {
      const { recipe } = presetNamed('chapter-3-two-hidden') as { recipe: Recipe };
      const program = pytorchScript(...bundled(recipe), DISTRIBUTED);
      const [alone] = runPrograms([program]).map((finished) => resultOf(finished).result);
      const together = resultOf(runDistributed(program, 2)).result;
      expectSameRun(together, trainToEnd(engine, ...bundled(recipe)), TOLERANCE);
      expectSameRun(together, alone as ScriptResult, TOLERANCE);
    },
    TIMEOUT,
  );

  it(
    'share batches of one row, sum biases by the slip, and stop early together',
    () => {
      const recipe = smallRecipe({
        split: { validationFraction: 0.1 },
        layers: [{ units: 5, activation: 'sigmoid' }, { type: 'dropout', keep: 0.9 }, LINEAR],
        loss: { gradient: 'half-sum' },
        optimiser: { learningRate: 0.2 },
        training: { batchSize: 9, earlyStopping: true, stopAfter: epochs(100), evaluateEvery: batches(2) },
        quirks: { summedBiasGradient: true, shrinkingBatch: true },
      });
      const expected = trainToEnd(engine, recipe, TABLE);
      expect(expected.status).toBe('stopped-early');
      expectSameRun(resultOf(runDistributed(pytorchScript(recipe, TABLE, DISTRIBUTED), 2)).result, expected, TOLERANCE);
    },
    TIMEOUT,
  );
});
