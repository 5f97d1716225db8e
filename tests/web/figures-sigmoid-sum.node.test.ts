/** Curves as sums of sigmoids: by hand and of the trained network, checked against plain arithmetic. */
import { describe, expect, it } from 'vitest';
import { FIGURES } from '../../web/figures/descriptions.js';
import type { FigureValue } from '../../web/figures/fields.js';
import {
  builtCurve,
  builtError,
  builtNetwork,
  groundOf,
  toRaw,
  toScaled,
} from '../../web/figures/fundamentals/curve-builder';
import { priceModel } from '../../web/figures/fundamentals/price-models';
import {
  bySwing,
  contributionOf,
  hiddenLayerOf,
  partialSum,
  swingOf,
  takeApart,
} from '../../web/figures/fundamentals/sigmoid-sum';
import { sweepOf } from '../../web/figures/fundamentals/sweep';
import { withRun } from '../../web/figures/with-run';
import { readEngine } from '../engine/node-worker';
import { PRICES, scaledRows } from './housing';
import { leastSquares, predicted, rmse } from './least-squares';

const engine = await readEngine();
const { functions } = engine;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

const START = Object.fromEntries(
  Object.entries(FIGURES['curve-builder']?.fields ?? {}).map(([name, field]): [string, FigureValue] => [
    name,
    field.default,
  ]),
);

describe('a curve built by hand', () => {
  const ground = groundOf(engine);
  const values = { ...START, units: 3, weights: [-1.5, 0, 4, 9], biases: [0.5, 1, -2, 9], outputs: [20, -3, 7, 9] };
  const price = (z: number) => 10 + 20 * sigmoid(-1.5 * z + 0.5) - 3 * sigmoid(1) + 7 * sigmoid(4 * z - 2);

  it('is the bias and the sum of the units that are there', () => {
    expect(builtNetwork(values).weights).toMatchObject({ rows: 1, columns: 3 });
    const { total, contributions, bias } = builtCurve(engine, values, ground);
    expect(bias).toBe(10);
    expect([contributions.rows, contributions.columns]).toEqual([ground.sweep.scaled.length, 3]);
    ground.sweep.scaled.forEach((z, i) => {
      expect(total[i]).toBeCloseTo(price(z), 10);
    });
  });

  it('is as far off as its errors say', () => {
    const rows = scaledRows(['LSTAT']);
    const { training, fit } = withRun(engine, { ...priceModel('linear') }, (run) => {
      const training = [...run.rows('training')];
      const of = <Value>(all: readonly Value[]) => training.map((row) => all[row] as Value);
      return { training, fit: leastSquares(of(rows), of(PRICES)) };
    });
    const errors = (model: (row: readonly number[]) => number) =>
      training.map((row) => model(rows[row] as readonly number[]) - (PRICES[row] as number));
    expect(builtError(engine, values, ground)).toBeCloseTo(rmse(errors(([z]) => price(z as number))), 9);
    expect(ground.line).toBeCloseTo(rmse(errors((row) => predicted(fit, row))), 9);
    expect(ground.raw.length).toBe(training.length);
  });

  it('says its places in both units', () => {
    for (const z of [-1.5, 0, 2.25]) expect(toScaled(ground.sweep, toRaw(ground.sweep, z))).toBeCloseTo(z, 12);
    expect(toRaw(ground.sweep, ground.sweep.scaled[20] as number)).toBeCloseTo(ground.sweep.raw[20] as number, 10);
  });
});

describe.each(['network', 'network-corrected'])('the trained %s, taken apart', (model) => {
  const recipe = priceModel(model);
  const feature = recipe.data.features.indexOf('LSTAT');
  const sweep = sweepOf(engine, recipe, feature);
  const { taken, response } = withRun(engine, recipe, (run) => {
    while (run.progress().status === 'training') run.trainBatches(10_000);
    const network = hiddenLayerOf(run.parameterShapes, run.parameters());
    return {
      taken: takeApart(functions, network, sweep.features),
      response: run.response(feature, sweep.scaled[0], sweep.scaled.at(-1), sweep.scaled.length),
    };
  });
  const curves = Array.from({ length: 13 }, (_, unit) => contributionOf(taken, unit));

  it('adds up to the response of the engine', () => {
    response.predictions.forEach((prediction, i) => {
      const sum = curves.reduce((total, curve) => total + (curve[i] as number), taken.bias);
      expect(sum).toBeCloseTo(prediction, 10);
      expect(taken.total[i]).toBeCloseTo(prediction, 10);
    });
    expect([...response.raw]).toEqual([...sweep.raw]);
  });

  it('is added up unit by unit', () => {
    const order = bySwing(taken);
    expect([...order].sort((a, b) => a - b)).toEqual([...curves.keys()]);
    const sizes = order.map((unit) => Math.abs(swingOf(curves[unit] as Float64Array)));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(partialSum(functions, taken, [])).toEqual(new Float64Array(sweep.raw.length).fill(taken.bias));
    const [first, second] = order as [number, number];
    partialSum(functions, taken, [first, second]).forEach((value, i) => {
      const expected = taken.bias + (curves[first]?.[i] as number) + (curves[second]?.[i] as number);
      expect(value).toBeCloseTo(expected, 10);
    });
    partialSum(functions, taken, order).forEach((value, i) => {
      expect(value).toBeCloseTo(taken.total[i] as number, 10);
    });
  });
});
