/** onnxruntime predicts with exported ONNX models what the engine predicts. */
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../web/datasets/dataset';
import { datasetNamed } from '../../web/datasets/datasets';
import type { Matrix } from '../../web/engine/types';
import type { Precision } from '../../web/export/onnx/onnx-format';
import { onnxModel } from '../../web/export/onnx/onnx-model';
import { type TrainedModel, trainedModel } from '../../web/export/trained-model';
import { parseRecipeText } from '../../web/recipe/parse';
import { PRESETS, presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import { readEngine } from '../engine/node-worker';
import { smallRecipe, TABLE, tableWith } from '../engine/small-run';
import { RECIPE_CASES } from './export-cases';
import { fieldsOf, metadataOf, predicted, rawFeatures } from './export-onnx';
import { randomRecipe } from './export-recipes';

const engine = await readEngine();

/** Relative to the largest prediction. */
const TOLERANCES: Readonly<Record<Precision, number>> = { float64: 1e-12, float32: 1e-6 };

interface Trained {
  readonly model: TrainedModel;
  /** Every raw row of the data set, and the engine's prediction for it. */
  readonly features: Matrix;
  readonly predictions: Float64Array;
}

/** Trained for some batches, so that the parameters have changed. */
function trained(recipe: Recipe, dataset: Dataset): Trained {
  const run = engine.createRun(recipe, dataset);
  for (let call = 0; call < 20; call += 1) run.trainBatches(20);
  const features = rawFeatures(recipe, dataset);
  const soFar = {
    recipe,
    progress: run.progress(),
    parameters: run.parameters(),
    trainingRows: run.rows('training'),
  };
  const predictions = run.predict(features);
  run.dispose();
  return { model: trainedModel(soFar, dataset), features, predictions };
}

async function expectAgreement(recipe: Recipe, dataset: Dataset): Promise<void> {
  const { model, features, predictions } = trained(recipe, dataset);
  const scale = Math.max(...predictions.map(Math.abs));
  for (const precision of ['float64', 'float32'] as const) {
    const numbers = await predicted(onnxModel(model, dataset, precision), features, precision);
    const differences = predictions.map((expected, row) => Math.abs((numbers[row] ?? Number.NaN) - expected));
    const worst = Math.max(...differences);
    expect(worst / scale, `${recipe.name} in ${precision}`).toBeLessThanOrEqual(TOLERANCES[precision]);
  }
}

describe('the ONNX model', () => {
  it.each(PRESETS.map(({ id, recipe }) => [id, recipe] as const))('of %s predicts as the engine does', (_, recipe) =>
    expectAgreement(recipe, datasetNamed(recipe.data.source)),
  );

  it.each(RECIPE_CASES)('of a recipe with %s predicts as the engine does', (_, input) =>
    expectAgreement(smallRecipe(input), TABLE),
  );

  it.each(Array.from({ length: 8 }, (_, index) => [index + 1]))(
    'of the recipe drawn with seed %i predicts as the engine does',
    (seed) => {
      const recipe = randomRecipe(seed);
      return expectAgreement(recipe, datasetNamed(recipe.data.source));
    },
  );

  it('gives no say to a feature with one value, whatever it is later', async () => {
    const constant = tableWith((name) => (name === 'age' ? 0.1 : undefined));
    const recipe = smallRecipe({ scaling: { fitOn: 'all-rows', constantColumns: 'zero' } });
    await expectAgreement(recipe, constant);
    const { model, features, predictions } = trained(recipe, constant);
    const other = { ...features, values: features.values.map((value, i) => (i % 3 === 1 ? value + 5 : value)) };
    const numbers = await predicted(onnxModel(model, constant, 'float64'), other, 'float64');
    for (const [row, number] of numbers.entries()) expect(number).toBeCloseTo(predictions[row] as number, 10);
  });

  it('takes any number of rows', async () => {
    const { model, features, predictions } = trained(smallRecipe(), TABLE);
    const one = { rows: 1, columns: 3, values: features.values.slice(0, 3) };
    const [number] = await predicted(onnxModel(model, TABLE, 'float64'), one, 'float64');
    expect(number).toBeCloseTo(predictions[0] as number, 12);
  });

  it('says what it is, what it takes, and of which recipe it is', () => {
    const { recipe } = presetNamed('chapter-3-one-hidden') as { recipe: Recipe };
    const dataset = datasetNamed(recipe.data.source);
    const { model } = trained(recipe, dataset);
    const bytes = onnxModel(model, dataset, 'float32');
    const metadata = metadataOf(bytes);
    expect(metadata).toMatchObject({
      name: 'Chapter 3: one hidden layer',
      features: JSON.stringify(recipe.data.features),
      target: 'MEDV',
      batches: `${model.batches}`,
    });
    expect(parseRecipeText(metadata.recipe ?? '')).toEqual({ ok: true, recipe });
    const [description] = fieldsOf(bytes, 6).map((text) => new TextDecoder().decode(text));
    expect(description).toContain('computes in float32');
    expect(description).toContain('This data has an ethical flaw.');
  });
});
