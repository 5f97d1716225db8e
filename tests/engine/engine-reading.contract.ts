import { describe, expect, it } from 'vitest';
import type { Matrix, Metrics, Run } from '../../web/engine/types';
import type { Stage } from './engine.contract';
import { bits, expectFailure, smallRecipe, valueAt } from './small-run';

const FEATURES = ['size', 'age', 'light'];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Raw features of these rows. */
function rawFeatures(rows: Int32Array): Matrix {
  const values = Float64Array.from([...rows].flatMap((row) => FEATURES.map((name) => valueAt(row, name))));
  return { rows: rows.length, columns: FEATURES.length, values };
}

/** As the network sees a row: (x − mean) / deviation, computed from the training rows. */
function scaler(run: Run): (row: number) => number[] {
  const training = [...run.rows('training')];
  const learned = FEATURES.map((name) => {
    const values = training.map((row) => valueAt(row, name));
    const centre = mean(values);
    return { name, centre, deviation: Math.sqrt(mean(values.map((value) => (value - centre) ** 2))) };
  });
  return (row) => learned.map(({ name, centre, deviation }) => (valueAt(row, name) - centre) / deviation);
}

/** Every operation's output for one scaled row, written out by hand: 3 → 4 tanh → 1 linear. */
function forward(run: Run, row: readonly number[]): number[][] {
  const all = run.parameters();
  const [w1, b1, w2, b2] = run.parameterShapes.map(({ rows, columns, offset }) =>
    all.subarray(offset, offset + rows * columns),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const m1 = Array.from(b1, (_, unit) => row.reduce((sum, x, i) => sum + x * (w1[i * b1.length + unit] as number), 0));
  const n1 = m1.map((m, unit) => m + (b1[unit] as number));
  const o1 = n1.map(Math.tanh);
  const m2 = o1.reduce((sum, o, unit) => sum + o * (w2[unit] as number), 0);
  const p = m2 + (b2[0] as number);
  return [m1, n1, o1, [m2], [p], [p]];
}

function metricsOf(predictions: readonly number[], targets: readonly number[]): Omit<Metrics, 'rows'> {
  const errors = targets.map((target, i) => target - (predictions[i] as number));
  const targetMean = mean(targets);
  const mse = mean(errors.map((error) => error ** 2));
  const spread = mean(targets.map((target) => (target - targetMean) ** 2));
  const rmse = Math.sqrt(mse);
  return {
    targetMean,
    mae: mean(errors.map(Math.abs)),
    mse,
    rmse,
    relativeRmse: rmse / targetMean,
    r2: 1 - mse / spread,
  };
}

function expectNear(actual: Iterable<number>, expected: readonly number[]): void {
  const numbers = [...actual];
  expect(numbers).toHaveLength(expected.length);
  numbers.forEach((number, i) => {
    expect(number).toBeCloseTo(expected[i] as number, 12);
  });
}

function expectMetrics(actual: Metrics, predictions: readonly number[], targets: readonly number[]): void {
  const { rows, ...others } = actual;
  expect(rows).toBe(targets.length);
  const expected = metricsOf(predictions, targets);
  for (const name of Object.keys(expected) as (keyof typeof expected)[]) {
    expect(others[name], name).toBeCloseTo(expected[name], 11);
  }
}

/** Everything that can be read from a run, compared with arithmetic written out here. */
export function describeReading(stage: Stage): void {
  const trained = (): Run => {
    const run = stage.createRun(smallRecipe({ split: { validationFraction: 0.2 } }));
    run.trainBatches(3);
    return run;
  };

  describe('reading', () => {
    it('predictions and metrics of each set of rows', () => {
      const run = trained();
      const scale = scaler(run);
      for (const set of ['training', 'validation', 'test'] as const) {
        const expected = [...run.rows(set)].map((row) => forward(run, scale(row))[5]?.[0] as number);
        expectNear(run.predictions(set), expected);
        expectMetrics(run.metrics(set), expected, [...run.targets(set)]);
      }
    });

    it('predictions for raw rows are those of the same rows', () => {
      const run = trained();
      expect(bits(run.predict(rawFeatures(run.rows('test'))))).toEqual(bits(run.predictions('test')));
      expect(run.predict({ rows: 0, columns: 3, values: new Float64Array() })).toHaveLength(0);
      const narrow = { rows: 2, columns: 2, values: new Float64Array(4) };
      expectFailure('SHAPE_MISMATCH', ['(2, 3)', '(2, 2)'], () => run.predict(narrow));
      expectFailure('SHAPE_MISMATCH', ['(2, 3)', '4'], () => run.predict({ ...narrow, columns: 3 }));
    });

    it('a list instead of a matrix to predict is refused', () => {
      const run = trained();
      const list = [[1, 2, 3]] as unknown as Parameters<Run['predict']>[0];
      expectFailure('SHAPE_MISMATCH', ['a matrix { rows, columns: 3, values }, not a list'], () => run.predict(list));
    });

    it('every operation’s output', () => {
      const run = trained();
      const scale = scaler(run);
      const rows = Int32Array.of(59, 0, 0, 17);
      const outputs = run.activations(rows);
      expect(outputs.map(({ rows, columns }) => [rows, columns])).toEqual(
        run.operations.map(({ columns }) => [4, columns]),
      );
      const expected = [...rows].map((row) => forward(run, scale(row)));
      outputs.forEach(({ values }, operation) => {
        expectNear(
          values,
          expected.flatMap((outputsOfRow) => outputsOfRow[operation] as number[]),
        );
      });
      for (const row of [-1, 60]) {
        expectFailure('OUT_OF_RANGE', [`row ${row}`, '60'], () => run.activations(Int32Array.of(row)));
      }
    });

    it('the answer to one feature, the others at their mean over the test rows', () => {
      const run = trained();
      const scale = scaler(run);
      const test = [...run.rows('test')].map(scale);
      const means = FEATURES.map((_, feature) => mean(test.map((row) => row[feature] as number)));
      const response = run.response(0);
      expect(response.feature).toBe(0);
      expectNear(
        response.scaled,
        Array.from({ length: 40 }, (_, i) => -1.5 + (5 * i) / 39),
      );
      expectNear(
        response.predictions,
        [...response.scaled].map((x) => forward(run, means.with(0, x))[5]?.[0] as number),
      );
      // Scaling is linear: two points determine all others.
      const [first, last] = [response.raw[0] as number, response.raw[39] as number];
      expectNear(
        response.raw,
        Array.from({ length: 40 }, (_, i) => first + ((last - first) * i) / 39),
      );
      const sizes = [...run.rows('training')].map((row) => valueAt(row, 'size'));
      expect(first + 0.3 * (last - first)).toBeCloseTo(mean(sizes), 10);
      expect(run.response(2, 0, 1, 2).scaled).toEqual(Float64Array.of(0, 1));
      expectFailure('OUT_OF_RANGE', ['feature 3'], () => run.response(3));
      expectFailure('OUT_OF_RANGE', ['2 steps'], () => run.response(0, 0, 1, 1));
    });

    it('gradients that are the slope of the batch’s loss', () => {
      // One batch of all rows, so that the loss can be computed again with slightly different parameters.
      const recipe = smallRecipe({ training: { batchSize: 42, stopAfter: { count: 2, unit: 'batches' } } });
      const run = stage.createRun(recipe);
      expect(run.gradients()).toEqual(new Float64Array(21));
      const loss = () => run.loss('training');
      run.setLearningRate(1e-7);
      const before = loss();
      run.trainBatches(1);
      const gradients = run.gradients();
      const squared = gradients.reduce((sum, gradient) => sum + gradient ** 2, 0);
      expect((before - loss()) / 1e-7 / squared).toBeCloseTo(1, 5);
    });

    it('the mean of the training targets and the exact fit as baselines', () => {
      const run = trained();
      const { meanTarget, leastSquares } = run.baselines;
      const training = [...run.targets('training')];
      const scale = scaler(run);
      const fitted = (row: number) =>
        scale(row).reduce((sum, x, i) => sum + x * (leastSquares.coefficients[i] as number), leastSquares.intercept);
      for (const set of ['training', 'validation', 'test'] as const) {
        const targets = [...run.targets(set)];
        expectMetrics(
          meanTarget[set] as Metrics,
          targets.map(() => mean(training)),
          targets,
        );
        expectMetrics(leastSquares[set] as Metrics, [...run.rows(set)].map(fitted), targets);
        for (const baseline of [meanTarget, leastSquares]) {
          expect(baseline.loss[set]).toBeCloseTo((baseline[set] as Metrics).mse, 12);
        }
      }
      // No fit with the same columns is better: its errors are orthogonal to each of them.
      const rows = [...run.rows('training')];
      for (const feature of [0, 1, 2]) {
        const along = rows.map((row, i) => ((training[i] as number) - fitted(row)) * (scale(row)[feature] as number));
        expect(mean(along)).toBeCloseTo(0, 12);
      }
    });

    it('the loss that training makes small, which evaluations watch', () => {
      const run = trained();
      while (run.progress().status === 'training') run.trainBatches(1_000_000);
      for (const set of ['training', 'validation', 'test'] as const) {
        expect(run.loss(set)).toBeCloseTo(run.metrics(set).mse, 12);
      }
      expect(run.evaluations().at(-1)?.loss).toBe(run.loss('validation'));
    });

    it('nothing of rows there are not', () => {
      const run = stage.createRun();
      expect(run.predictions('validation')).toHaveLength(0);
      expectFailure('TOO_FEW_ROWS', ['1 row'], () => run.metrics('validation'));
      expectFailure('TOO_FEW_ROWS', ['no rows'], () => run.loss('validation'));
    });

    it('changes nothing of the training', () => {
      const [looked, left] = [stage.createRun(), stage.createRun()];
      for (let batch = 0; batch < 10; ++batch) {
        looked.trainBatches(1);
        left.trainBatches(1);
        looked.predictions('test');
        looked.metrics('training');
        looked.loss('test');
        looked.trace(looked.nextRows(), 'training');
        looked.compareGradients(Int32Array.of(3, 4), 0, 0, 2, 1e-5);
        looked.objectiveAround(Int32Array.of(3), 1, 0, [-1, 1]);
        looked.activations(Int32Array.of(3));
        looked.response(1);
      }
      expect(looked.capture()).toEqual(left.capture());
    });
  });
}
