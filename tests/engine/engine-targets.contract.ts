import { describe, expect, it } from 'vitest';
import type { Matrix, RowSet } from '../../web/engine/types';
import type { Stage } from './engine.contract';
import { bits, expectFailure, smallRecipe, TABLE, valueAt } from './small-run';

const FEATURES = ['size', 'age', 'light'];
const SETS: readonly RowSet[] = ['training', 'validation', 'test'];

const table = (of: (row: number) => readonly number[]): Matrix => {
  const rows = Array.from({ length: TABLE.rows }, (_, row) => of(row));
  return { rows: rows.length, columns: rows[0]?.length ?? 0, values: Float64Array.from(rows.flat()) };
};
const features = table((row) => FEATURES.map((name) => valueAt(row, name)));

/** What each target is in a row of the table. */
const TARGETS = [
  (row: number) => valueAt(row, 'price'),
  (row: number) => valueAt(row, 'age') * valueAt(row, 'price'),
  (row: number) => 10 - valueAt(row, 'size'),
];

const recipeFor = (outputs: number) => ({
  ...smallRecipe({ split: { validationFraction: 0.2 } }),
  layers: [
    { type: 'dense' as const, units: 4, activation: 'tanh' as const },
    { type: 'dense' as const, units: outputs, activation: 'linear' as const },
  ],
});

/** Runs with several targets, and what is the same for each target alone. */
export function describeTargets(stage: Stage): void {
  const withRun = <Result>(
    targets: readonly ((row: number) => number)[],
    use: (run: ReturnType<Stage['engine']['createRunOn']>) => Result,
  ): Result => {
    const all = table((row) => targets.map((target) => target(row)));
    const run = stage.engine.createRunOn(recipeFor(targets.length), features, all);
    try {
      return use(run);
    } finally {
      run.dispose();
    }
  };

  describe('a run with several targets', () => {
    it('has a column for each in targets, predictions and traces', () => {
      withRun(TARGETS, (run) => {
        const rows = run.rows('test');
        expect([...run.targets('test')]).toEqual([...rows].flatMap((row) => TARGETS.map((target) => target(row))));
        run.trainBatches(3);
        expect(run.predictions('test')).toHaveLength(3 * rows.length);
        const { predictions, targets, lossGradient, operations } = run.trace(rows);
        for (const { rows: height, columns } of [predictions, targets, lossGradient]) {
          expect([height, columns]).toEqual([rows.length, 3]);
        }
        expect(operations.at(-1)?.output.columns).toBe(3);
        expect(bits(predictions.values)).toEqual(bits(run.predictions('test')));
      });
    });

    it('has the metrics of each target', () => {
      withRun(TARGETS, (run) => {
        run.trainBatches(3);
        for (const set of SETS) {
          const [predictions, targets] = [run.predictions(set), run.targets(set)];
          const errors = TARGETS.map((_, target) => {
            const own = predictions.filter((_, place) => place % 3 === target);
            const squares = own.map((p, row) => (p - (targets[3 * row + target] as number)) ** 2);
            return squares.reduce((sum, square) => sum + square, 0) / own.length;
          });
          errors.forEach((error, target) => {
            expect(run.metrics(set, target).mse).toBeCloseTo(error, 11);
          });
          const sum = errors.reduce((total, error) => total + error, 0);
          expect(run.loss(set)).toBeCloseTo(sum, 11);
        }
        expect(run.metrics('test')).toEqual(run.metrics('test', 0));
      });
    });

    it('has the baselines of a run on each target alone, bit for bit', () => {
      withRun(TARGETS, (run) => {
        TARGETS.forEach((target, place) => {
          const together = run.baselinesOf(place);
          const alone = withRun([target], ({ baselines }) => baselines);
          expect(together.leastSquares.coefficients).toEqual(alone.leastSquares.coefficients);
          expect(together.leastSquares.intercept).toBe(alone.leastSquares.intercept);
          expect(together.leastSquares.test).toEqual(alone.leastSquares.test);
          expect(together.meanTarget.training).toEqual(alone.meanTarget.training);
        });
      });
    });

    it('has the response of each target', () => {
      withRun(TARGETS, (run) => {
        run.trainBatches(3);
        const responses = TARGETS.map((_, target) => run.response(1, -1, 1, 5, target).predictions);
        expect(responses.map(({ length }) => length)).toEqual([5, 5, 5]);
        expect(new Set(responses.map(String)).size).toBe(3);
        expect(run.response(1, -1, 1, 5).predictions).toEqual(responses[0]);
      });
    });

    it('has gradients that agree with nudging', () => {
      withRun(TARGETS, (run) => {
        for (const { rows, columns, name } of run.parameterShapes) {
          const place = run.parameterShapes.findIndex((shape) => shape.name === name);
          const { analytic, numeric } = run.compareGradients(run.rows('test'), place, 0, rows * columns, 1e-5);
          analytic.forEach((gradient, element) => {
            expect(numeric[element], name).toBeCloseTo(gradient, 5);
          });
        }
      });
    });

    it('refuses a target that is not there, and a network of other outputs', () => {
      withRun(TARGETS, (run) => {
        expectFailure('OUT_OF_RANGE', ['target 3', 'there are 3'], () => run.metrics('test', 3));
        expectFailure('OUT_OF_RANGE', ['target -1'], () => run.response(0, 0, 1, 2, -1));
        expectFailure('OUT_OF_RANGE', ['target 3'], () => run.baselinesOf(3));
      });
      const two = table((row) => [row, -row]);
      expectFailure('SHAPE_MISMATCH', ['2 units', '2 targets', 'not 3'], () =>
        stage.engine.createRunOn(recipeFor(3), features, two),
      );
      expectFailure('SHAPE_MISMATCH', ['(60, 3)', '(60, 0)'], () =>
        stage.engine.createRunOn(
          recipeFor(1),
          features,
          table(() => []),
        ),
      );
    });
  });
}
