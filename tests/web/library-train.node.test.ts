import { beforeAll, describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import type { Engine } from '../../web/engine/engine';
import { loadModel } from '../../web/library/network';
import { datasetFrom } from '../../web/library/table';
import { createRun, loadDataset, train } from '../../web/library/train';
import type { TrainProgress } from '../../web/library/train-in-slices';
import { trainToEnd } from '../../web/library/train-to-end';
import type { RecipeInput } from '../../web/recipe/schema';
import { readEngine } from '../engine/node-worker';

let engine: Engine;
beforeAll(async () => {
  engine = await readEngine();
});

const SHORT = { training: { stopAfter: { count: 3 } } } as const satisfies RecipeInput;
const ENDLESS = { training: { stopAfter: { count: 1_000_000 } } } as const satisfies RecipeInput;

/** The parabola y = x², with columns in an unusual order. */
const PARABOLA = Array.from({ length: 60 }, (_, index) => ({ y: (index / 30 - 1) ** 2, x: index / 30 - 1 }));

describe('train', () => {
  it('gives the same numbers as training without a break, and reports every point of the loss curve', async () => {
    const reports: TrainProgress[] = [];
    const result = await train(SHORT, { engine, onProgress: (progress) => reports.push(progress) });
    expect(JSON.parse(JSON.stringify(result))).toEqual(
      JSON.parse(JSON.stringify(trainToEnd(engine, result.recipe, datasetNamed('boston')))),
    );
    expect(reports.map(({ latest }) => latest)).toEqual(result.losses);
    expect(reports.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3]);
    expect(reports.at(-1)).toMatchObject({ status: 'finished', fraction: 1 });
  });

  it('lets timers fire meanwhile, and stops with the reason when it is aborted', async () => {
    const controller = new AbortController();
    let timers = 0;
    const counting = setInterval(() => {
      timers += 1;
      if (timers === 3) controller.abort(new Error('long enough'));
    }, 1);
    const before = engine.heapBytes();
    await expect(train(ENDLESS, { engine, signal: controller.signal })).rejects.toThrow('long enough');
    clearInterval(counting);
    expect(timers).toBe(3);
    expect(engine.heapBytes()).toBeLessThanOrEqual(before);
    await expect(train(SHORT, { engine, signal: controller.signal })).rejects.toThrow('long enough');
  });

  it('rejects with what onProgress throws', async () => {
    const onProgress = () => {
      throw new RangeError('full');
    };
    await expect(train(ENDLESS, { engine, onProgress })).rejects.toThrow(new RangeError('full'));
  });
});

describe('a table of one’s own', () => {
  it('gives the default features and target, and may be a data set or rows', async () => {
    const dataset = datasetFrom(PARABOLA, { target: 'y', title: 'A parabola' });
    const result = await train(SHORT, { engine, dataset });
    expect(result.recipe.data).toMatchObject({ features: ['x'], target: 'y' });
    const swapped = await train(SHORT, { engine, dataset: PARABOLA });
    expect(swapped.recipe.data).toMatchObject({ features: ['y'], target: 'x' });
    const named = await train({ ...SHORT, data: { target: 'y' } }, { engine, dataset: PARABOLA });
    expect(named.metrics).toEqual(result.metrics);
  });

  it('is what the recipe is checked with', async () => {
    const training = train({ data: { target: 'z' } }, { engine, dataset: PARABOLA });
    await expect(training).rejects.toThrow('data.target is "z", which is not a column of the data set own-table');
  });

  it.each([
    [[], 'The table has no rows.'],
    [[{ x: 1 }, { x: 1, z: 2 }], 'Row 1 has a column “z”, which row 0 does not have.'],
    [[{ x: 1, y: 2 }, { x: 1 }], 'Row 1 has no column “y”, which row 0 has.'],
    [[{ x: 1, y: '2' }], 'Row 0 has "2" in the column “y”; it must be a finite number.'],
    [[{ x: Number.NaN, y: 2 }], 'Row 0 has NaN in the column “x”; it must be a finite number.'],
    [[[1, 2]], 'Row 0 must be an object with the columns as names, such as { x: 1, y: 2 }.'],
  ])('%j is refused: %s', async (rows, sentence) => {
    await expect(train(SHORT, { engine, dataset: rows as never })).rejects.toThrow(sentence);
  });

  it('can be trained on step by step', async () => {
    const run = await createRun({ training: { batchSize: 10 } }, { engine, dataset: PARABOLA });
    expect(run.trainBatches(2).batch).toBe(2);
    expect(run.predict({ rows: 1, columns: 1, values: Float64Array.of(0.25) })).toHaveLength(1);
    run.dispose();
  });
});

it('loadDataset loads what a recipe names', async () => {
  expect(await loadDataset('boston-as-first-printed')).toBe(datasetNamed('boston-as-first-printed'));
});

describe('a trained network', () => {
  const dropout = { type: 'dropout', keep: 0.5, form: 'course' } as const;
  const output = { units: 1, activation: 'linear' } as const;

  it.each([
    ['two hidden layers', { layers: [{ units: 5, activation: 'tanh' }, { units: 4, activation: 'elu' }, output] }],
    ['dropout', { layers: [{ units: 5, activation: 'leaky-relu' }, dropout, output] }],
    ['no scaling', { scaling: { fitOn: 'none' }, optimiser: { learningRate: 1e-9 } }],
    [
      'momentum and columns that may be constant',
      { data: { features: ['RM', 'CHAS'] }, scaling: { constantColumns: 'zero' }, optimiser: { method: 'momentum' } },
    ],
  ] as const satisfies readonly (readonly [string, RecipeInput])[])(
    'with %s predicts the same bits as its run, also after it is saved and loaded',
    async (_, input) => {
      const network = await train({ ...input, ...SHORT }, { engine });
      const dataset = datasetNamed('boston');
      const names = dataset.columns.map(({ name }) => name);
      const rows = network.predictions.map(({ row }) => {
        const values = dataset.values.subarray(row * names.length, (row + 1) * names.length);
        return Object.fromEntries(names.map((name, index) => [name, values[index] as number]));
      });
      const expected = network.predictions.map(({ predicted }) => predicted);
      expect(network.predict(rows)).toEqual(expected);
      const loaded = await loadModel(network.save(), { engine });
      expect(loaded.predict(rows)).toEqual(expected);
      expect(loaded.recipe).toEqual(network.recipe);
      expect(loaded.save()).toBe(network.save());
    },
  );

  it('of a table of one’s own can be saved and loaded', async () => {
    const network = await train({ ...SHORT, training: { batchSize: 40 } }, { engine, dataset: PARABOLA });
    const loaded = await loadModel(network.save(), { engine });
    expect(loaded.predict([[0.5]])).toEqual(network.predict([[0.5]]));
  });

  it('takes rows as lists, as objects by column name, and as a matrix', async () => {
    const network = await train({ ...SHORT, data: { features: ['RM', 'LSTAT'] } }, { engine });
    const values = Float64Array.of(6.5, 8, 5, 20);
    const expected = network.predict({ rows: 2, columns: 2, values });
    expect(network.predict([[6.5, 8], values.subarray(2)])).toEqual(expected);
    expect(
      network.predict([
        { LSTAT: 8, RM: 6.5 },
        { AGE: 50, RM: 5, LSTAT: 20 },
      ]),
    ).toEqual(expected);
    expect(network.predict([])).toEqual([]);
  });

  it.each([
    [
      'SHAPE_MISMATCH',
      [
        [1, 2],
        [1, 2, 3],
      ],
      'Row 1 has 3 numbers; the network needs 2: RM, LSTAT.',
    ],
    ['SHAPE_MISMATCH', 7, 'The rows to predict must be a list of rows or a matrix, not 7.'],
    ['UNKNOWN_COLUMN', [{ RM: 5, lstat: 20 }], 'Row 0 has no LSTAT.'],
    ['UNKNOWN_COLUMN', [5, 20], 'Row 0 has no RM.'],
    ['NOT_FINITE', [[5, Number.NaN]], 'Row 0 has NaN for LSTAT; it must be a finite number.'],
    ['NOT_FINITE', [['5', 20]], 'Row 0 has "5" for RM; it must be a finite number.'],
  ])('answers rows that do not fit with %s: %j', async (code, rows, message) => {
    const network = await train({ ...SHORT, data: { features: ['RM', 'LSTAT'] } }, { engine });
    expect(() => network.predict(rows as never)).toThrow(expect.objectContaining({ code, message }));
  });

  it.each([
    ['{}', 'Its format is not "minifactory-model".'],
    ['no JSON', 'The model is not JSON: at line 1, column 1'],
    [{ features: [] }, 'features is a list of 0; it must be a list of 1, one for each feature of its recipe.'],
    [{ features: [{ mean: 1 }] }, 'features[0].deviation is missing; it must be a finite number.'],
    [{ trained: null }, 'trained.epochs is missing; it must be a finite number.'],
    [{ layers: [] }, 'layers is a list of 0'],
  ])('cannot be loaded from %j', async (change, sentence) => {
    const network = await train(SHORT, { engine, dataset: PARABOLA });
    const text = typeof change === 'string' ? change : JSON.stringify({ ...JSON.parse(network.save()), ...change });
    await expect(loadModel(text, { engine })).rejects.toMatchObject({
      code: 'BAD_MODEL',
      message: expect.stringContaining(sentence),
    });
  });
});
