import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../web/engine/types';
import type { Stage } from './engine.contract';
import { expectFailure } from './small-run';

const matrix = (rows: readonly (readonly number[])[]): Matrix => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

const oneHot = (classes: readonly number[], count: number): Matrix =>
  matrix(classes.map((actual) => Array.from({ length: count }, (_, place) => (place === actual ? 1 : 0))));

/** Metrics, baselines and splits of classes on plain numbers. */
export function describeClassification(stage: Stage): void {
  describe('the classification', () => {
    it('has metrics, which say what is never predicted', () => {
      const { functions } = stage.engine;
      const actual = oneHot([0, 0, 0, 1, 1, 2], 3);
      const metrics = functions.classMetrics(oneHot([0, 0, 1, 1, 0, 0], 3), actual);
      expect(metrics).toMatchObject({ rows: 6, accuracy: 0.5 });
      const sum = Math.E + 2;
      expect(metrics.crossEntropy).toBeCloseTo((3 * (Math.log(sum) - 1) + 3 * Math.log(sum)) / 6, 14);
      expect(metrics.confusion).toEqual(
        matrix([
          [2, 1, 0],
          [1, 1, 0],
          [1, 0, 0],
        ]),
      );
      expect([...metrics.precision]).toEqual([0.5, 0.5, Number.NaN]);
      expect([...metrics.recall]).toEqual([2 / 3, 0.5, 0]);
    });

    it('has probabilities, and the shares of the classes as a baseline', () => {
      const { functions } = stage.engine;
      const scores = functions.frequencyScores(oneHot([1, 1, 0, 1], 3));
      const { values } = functions.classProbabilities(scores);
      expect(values[0]).toBeCloseTo(0.25, 14);
      expect(values[1]).toBeCloseTo(0.75, 14);
      expect(values[2]).toBeLessThan(1e-300);
      expect(functions.classMetrics(scores, oneHot([1], 3)).accuracy).toBe(1);
      expect(functions.classMetrics(scores, oneHot([2], 3)).crossEntropy).toBe(Number.POSITIVE_INFINITY);
    });

    it('has a split that keeps the proportions of the classes', () => {
      const { functions } = stage.engine;
      const classes = Array.from({ length: 50 }, (_, row) => (row % 5 === 0 ? 1 : 0));
      const split = functions.stratifiedSplit(oneHot(classes, 2), 0.3, 0.1, 7);
      const ofClass1 = (rows: Int32Array) => rows.filter((row) => classes[row] === 1).length;
      const sets = [split.training, split.validation, split.test];
      expect(sets.map(({ length }) => length)).toEqual([30, 5, 15]);
      expect(sets.map(ofClass1)).toEqual([6, 1, 3]);
      expect(new Set(sets.flatMap((rows) => [...rows])).size).toBe(50);
    });

    it('refuses targets that are not one-hot, and shapes that do not fit', () => {
      const { functions } = stage.engine;
      const half = matrix([
        [1, 0],
        [0.5, 0.5],
      ]);
      const scores = matrix([
        [1, 2],
        [3, 4],
      ]);
      expectFailure('NOT_ONE_HOT', ['Row 1'], () => functions.classMetrics(scores, half));
      expectFailure('NOT_ONE_HOT', ['Row 1'], () => functions.stratifiedSplit(half, 0.5, 0, 1));
      expectFailure('SHAPE_MISMATCH', ['(2, 2)', '(1, 2)'], () => functions.classMetrics(scores, oneHot([0], 2)));
      expectFailure('OUT_OF_RANGE', ['test fraction'], () => functions.stratifiedSplit(oneHot([0, 1], 2), 1, 0, 1));
    });
  });
}
