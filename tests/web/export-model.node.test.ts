/**
 * Models and tables of a trained run: predicting by hand gives the engine's numbers, reading back the same parameters.
 */
import { describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import { CurveRecorder } from '../../web/engine/curve';
import { historyCsv, predictionsCsv } from '../../web/export/csv';
import { modelJson } from '../../web/export/model-json';
import { isModelText, readModel } from '../../web/export/read-model';
import { trainedModel } from '../../web/export/trained-model';
import { testPredictions } from '../../web/library/train-result';
import { PRESETS, presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import { readEngine } from '../engine/node-worker';

const engine = await readEngine();

function trained(recipe: Recipe) {
  const dataset = datasetNamed(recipe.data.source);
  const run = engine.createRun(recipe, dataset);
  const curve = new CurveRecorder(run, recipe);
  for (let epoch = 0; epoch < 3; epoch += 1) curve.trainBatches(Number.MAX_SAFE_INTEGER);
  const [parameters, trainingRows] = [run.parameters(), run.rows('training')];
  const model = trainedModel({ recipe, progress: run.progress(), parameters, trainingRows }, dataset);
  const predictions = testPredictions(run);
  const { points } = curve;
  run.dispose();
  return { dataset, parameters, predictions, points, text: modelJson(model) };
}

const CAREFUL = trained(presetNamed('careful-two-hidden')?.recipe as Recipe);

/** Predicts with a model as docs/model.md describes. */
interface Model {
  readonly features: readonly { readonly name: string; readonly mean?: number; readonly deviation?: number }[];
  readonly layers: readonly { readonly activation: string; readonly weights: number[][]; readonly bias: number[] }[];
}

const ACTIVATIONS: Readonly<Record<string, (value: number) => number>> = {
  sigmoid: (value) => 1 / (1 + Math.exp(-value)),
  linear: (value) => value,
};

function predictedByHand({ features, layers }: Model, raw: Readonly<Record<string, number>>): number {
  const scaled = features.map(({ name, mean = 0, deviation = 1 }) => ((raw[name] as number) - mean) / deviation);
  const [prediction] = layers.reduce(
    (inputs, { activation, weights, bias }) =>
      bias.map((first, unit) =>
        (ACTIVATIONS[activation] as (value: number) => number)(
          inputs.reduce((sum, input, index) => sum + input * (weights[index]?.[unit] as number), first),
        ),
      ),
    scaled,
  );
  return prediction as number;
}

describe('a model as JSON', () => {
  it('gives the engine’s predictions when computed by hand', () => {
    const { dataset, predictions, text } = CAREFUL;
    const model: Model = JSON.parse(text);
    for (const { row, predicted } of predictions) {
      const raw = Object.fromEntries(
        dataset.columns.map(({ name }, column) => [name, dataset.values[row * dataset.columns.length + column] ?? 0]),
      );
      expect(predictedByHand(model, raw) / predicted).toBeCloseTo(1, 12);
    }
  });

  it.each(PRESETS)('of $id gives back its recipe and its parameters to the last bit', ({ recipe }) => {
    const { parameters, text } = trained(recipe);
    expect(isModelText(text)).toBe(true);
    const result = readModel(text);
    expect(result).toEqual({ ok: true, shared: { recipe, parameters } });
  });

  it('says how far it was trained', () => {
    expect(JSON.parse(CAREFUL.text).trained).toEqual({ epochs: 3, batches: CAREFUL.points.at(-1)?.batch });
  });

  type Layer = Readonly<Record<string, unknown>>;
  const withFields = (fields: Layer) => JSON.stringify({ ...JSON.parse(CAREFUL.text), ...fields });
  const withLayer = (index: number, layer: unknown) =>
    withFields({ layers: JSON.parse(CAREFUL.text).layers.with(index, layer) });
  const layer = (index: number): Layer => JSON.parse(CAREFUL.text).layers[index];

  it.each([
    ['no JSON', '{"format": }', 'not JSON: at line 1, column 12'],
    ['another format', '{"format": "other"}', 'Its format is not "minifactory-model".'],
    ['another version', withFields({ version: 2 }), 'version 2; this page reads version 1'],
    ['no recipe', withFields({ recipe: { layers: 3 } }), 'layers is 3'],
    ['layers too few', withFields({ layers: [layer(0)] }), 'layers is a list of 1; it must be a list of 3'],
    [
      'rows too few',
      withLayer(1, { ...layer(1), weights: [] }),
      'layers[1].weights is a list of 0; it must be a list of 13',
    ],
    [
      'no number',
      withLayer(2, { ...layer(2), bias: [null] }),
      'layers[2].bias[0] is null; it must be a finite number.',
    ],
    ['no layer', withLayer(0, []), 'layers[0] is an empty list'],
  ])('with %s is refused with a sentence', (_, text, sentence) => {
    const result = readModel(text);
    expect(result.ok ? '' : result.sentence).toContain(sentence);
  });

  it('is distinguished from a recipe', () => {
    expect(['{}', '[]', 'null', 'no JSON', '{"layers": []}'].map(isModelText)).toEqual(Array(5).fill(false));
  });
});

describe('tables', () => {
  const cells = (csv: string) =>
    csv
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));

  it('contain the loss curve with all digits', () => {
    const [names, ...rows] = cells(historyCsv(CAREFUL.points));
    expect(names).toEqual(['epoch', 'batch', 'training_loss', 'validation_loss', 'test_loss']);
    expect(rows.map((row) => row.map(Number))).toEqual(
      CAREFUL.points.map(({ epoch, batch, training, validation, test }) => [epoch, batch, training, validation, test]),
    );
  });

  it('leave the validation column empty for a split without validation rows', () => {
    const csv = historyCsv([{ epoch: 1, batch: 12, training: 0.1 + 0.2, validation: null, test: 5 }]);
    expect(csv).toBe('epoch,batch,training_loss,validation_loss,test_loss\n1,12,0.30000000000000004,,5\n');
  });

  it('contain the prediction for each test row', () => {
    const [names, ...rows] = cells(predictionsCsv(CAREFUL.predictions));
    expect(names).toEqual(['row', 'actual', 'predicted']);
    expect(rows.map((row) => row.map(Number))).toEqual(
      CAREFUL.predictions.map(({ row, actual, predicted }) => [row, actual, predicted]),
    );
  });
});
