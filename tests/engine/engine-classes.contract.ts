import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../web/engine/types';
import { ACTIVATION_NAMES } from '../../web/explanations/parts';

import type { Stage } from './engine.contract';
import { expectFailure } from './small-run';

const matrix = (rows: number, columns: number, ...values: number[]): Matrix => ({
  rows,
  columns,
  values: Float64Array.from(values),
});

const INPUT = matrix(2, 2, 1, -2, 0.5, 3);
const WEIGHTS = matrix(2, 3, 1, 0, -1, 2, 0.5, 0.25);
const BIAS = matrix(1, 3, 0.5, -1, 2);
const GRADIENT = matrix(2, 3, 1, 2, 3, -1, 0, 1);

/** Chapter 3's classes on numbers handed in; what is expected was multiplied out by hand. */
export function describeClasses(stage: Stage): void {
  describe('an operation on given numbers', () => {
    it('multiplies by weights', () => {
      const { functions } = stage.engine;
      expect(functions.operationForward('weight-multiply', WEIGHTS, INPUT)).toEqual(
        matrix(2, 3, -3, -1, -1.5, 6.5, 1.5, 0.25),
      );
      expect(functions.operationBackward('weight-multiply', WEIGHTS, INPUT, GRADIENT)).toEqual({
        inputGradient: matrix(2, 2, -2, 3.75, -2, -1.75),
        parameterGradient: matrix(2, 3, 0.5, 2, 3.5, -5, -4, -3),
      });
    });

    it('adds a bias to every row', () => {
      const { functions } = stage.engine;
      const input = matrix(2, 3, 1, 2, 3, 4, 5, 6);
      expect(functions.operationForward('bias-add', BIAS, input)).toEqual(matrix(2, 3, 1.5, 1, 5, 4.5, 4, 8));
      expect(functions.operationBackward('bias-add', BIAS, input, GRADIENT)).toEqual({
        inputGradient: GRADIENT,
        parameterGradient: matrix(1, 3, 0, 2, 4),
      });
    });

    it('is any activation, which has nothing to learn', () => {
      const { functions } = stage.engine;
      expect(functions.operationForward('relu', null, INPUT)).toEqual(matrix(2, 2, 1, 0, 0.5, 3));
      const ones = matrix(2, 2, 1, 1, 1, 1);
      for (const activation of ACTIVATION_NAMES) {
        expect(functions.operationBackward(activation, null, INPUT, ones).parameterGradient).toBeNull();
      }
      const { inputGradient } = functions.operationBackward('sigmoid', null, matrix(1, 1, 0), matrix(1, 1, 2));
      expect(inputGradient).toEqual(matrix(1, 1, 0.5));
    });

    it('refuses shapes that do not fit, and says which would', () => {
      const { functions } = stage.engine;
      expectFailure('SHAPE_MISMATCH', ['WeightMultiply', '(2, 3)', '(rows, 2)', '(rows, 3)'], () =>
        functions.operationForward('weight-multiply', WEIGHTS, GRADIENT),
      );
      expectFailure('SHAPE_MISMATCH', ['Sigmoid put out (2, 2)', '(2, 3)'], () =>
        functions.operationBackward('sigmoid', null, INPUT, GRADIENT),
      );
      expectFailure('SHAPE_MISMATCH', ['bias', '(1, 3)', '(2, 3)'], () =>
        functions.operationForward('bias-add', WEIGHTS, GRADIENT),
      );
      expectFailure('UNKNOWN_NAME', ['"zebra"'], () => functions.operationForward('zebra', null, INPUT));
    });
  });

  describe('the loss on given numbers', () => {
    it('is the mean squared error, with its gradient', () => {
      expect(stage.engine.functions.meanSquaredError(matrix(2, 1, 3, 1), matrix(2, 1, 1, 2))).toEqual({
        loss: 2.5,
        gradient: matrix(2, 1, 2, -1),
      });
    });

    it('refuses targets of another shape', () => {
      expectFailure('SHAPE_MISMATCH', ['(2, 1)', '(1, 2)'], () =>
        stage.engine.functions.meanSquaredError(matrix(2, 1, 3, 1), matrix(1, 2, 1, 2)),
      );
    });
  });

  describe('a step on given numbers', () => {
    const layer = { weights: matrix(1, 1, 3), bias: matrix(1, 1, 1), activation: 'linear' };
    const features = matrix(2, 1, 1, 2);
    const targets = matrix(2, 1, 2, 3);

    it('goes forward, backward and down the gradient', () => {
      // P = 3x + 1 = 4, 7; P − y = 2, 4; L = 10; ∂L/∂P = 2, 4; ∂L/∂W = 10; ∂L/∂B = 6.
      const { trace, parameters } = stage.engine.functions.trainStep([layer], features, targets, 0.25);
      expect(trace).toMatchObject({ loss: 10, predictions: matrix(2, 1, 4, 7), lossGradient: matrix(2, 1, 2, 4) });
      expect(trace.operations.map(({ gradient }) => gradient)).toEqual([
        matrix(1, 1, 10),
        matrix(1, 1, 6),
        matrix(0, 0),
      ]);
      expect(parameters).toEqual([matrix(1, 1, 0.5), matrix(1, 1, -0.5)]);
    });

    it('runs through several layers', () => {
      const hidden = { weights: WEIGHTS, bias: BIAS, activation: 'relu' };
      const output = { weights: matrix(3, 1, 1, -1, 2), bias: matrix(1, 1, 0), activation: 'linear' };
      // Before ReLU: (−2.5, −2, 0.5) and (7, 0.5, 2.25).
      const { trace, parameters } = stage.engine.functions.trainStep([hidden, output], INPUT, targets, 0.5);
      expect(trace.predictions).toEqual(matrix(2, 1, 1, 11));
      expect(trace.lossGradient).toEqual(matrix(2, 1, -1, 8));
      expect(trace.operations[1]?.gradient).toEqual(matrix(1, 3, 8, -8, 14));
      expect(parameters.map(({ rows, columns }) => [rows, columns])).toEqual([
        [2, 3],
        [1, 3],
        [3, 1],
        [1, 1],
      ]);
      expect(parameters[1]).toEqual(matrix(1, 3, 0.5 - 4, -1 + 4, 2 - 7));
    });

    it('is refused where it cannot be taken', () => {
      const { functions } = stage.engine;
      expectFailure('SHAPE_MISMATCH', ['bias', '(1, 1)', '(1, 3)'], () =>
        functions.trainStep([{ ...layer, bias: BIAS }], features, targets, 0.1),
      );
      expectFailure('OUT_OF_RANGE', ['learning rate'], () => functions.trainStep([layer], features, targets, 0));
      expectFailure('NOT_FINITE', ['finite'], () => functions.trainStep([layer], features, targets, 1e308));
      expectFailure('OUT_OF_RANGE', ['at least 1 layer'], () => functions.trainStep([], features, targets, 0.1));
    });
  });
}
