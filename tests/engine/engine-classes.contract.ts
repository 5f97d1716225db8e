import { describe, expect, it } from 'vitest';
import type { StandaloneNetwork } from '../../web/engine/core-functions';
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

/** The registered parts on given numbers; the expected results were computed by hand. */
export function describeClasses(stage: Stage): void {
  describe('an operation on given numbers', () => {
    it('multiplies by weights', () => {
      const { functions } = stage.engine;
      expect(functions.operationForward('weight-multiply', [WEIGHTS], INPUT)).toEqual(
        matrix(2, 3, -3, -1, -1.5, 6.5, 1.5, 0.25),
      );
      expect(functions.operationBackward('weight-multiply', [WEIGHTS], INPUT, GRADIENT)).toEqual({
        inputGradient: matrix(2, 2, -2, 3.75, -2, -1.75),
        parameterGradients: [matrix(2, 3, 0.5, 2, 3.5, -5, -4, -3)],
      });
    });

    it('adds a bias to every row', () => {
      const { functions } = stage.engine;
      const input = matrix(2, 3, 1, 2, 3, 4, 5, 6);
      expect(functions.operationForward('bias-add', [BIAS], input)).toEqual(matrix(2, 3, 1.5, 1, 5, 4.5, 4, 8));
      expect(functions.operationBackward('bias-add', [BIAS], input, GRADIENT)).toEqual({
        inputGradient: GRADIENT,
        parameterGradients: [matrix(1, 3, 0, 2, 4)],
      });
    });

    it('is any activation, which has nothing to learn', () => {
      const { functions } = stage.engine;
      expect(functions.operationForward('relu', [], INPUT)).toEqual(matrix(2, 2, 1, 0, 0.5, 3));
      const ones = matrix(2, 2, 1, 1, 1, 1);
      for (const activation of ACTIVATION_NAMES) {
        expect(functions.operationBackward(activation, [], INPUT, ones).parameterGradients).toEqual([]);
      }
      const { inputGradient } = functions.operationBackward('sigmoid', [], matrix(1, 1, 0), matrix(1, 1, 2));
      expect(inputGradient).toEqual(matrix(1, 1, 0.5));
    });

    it('refuses shapes that do not fit, and says which would', () => {
      const { functions } = stage.engine;
      expectFailure('SHAPE_MISMATCH', ['WeightMultiply', '(2, 3)', '(rows, 2)', '(rows, 3)'], () =>
        functions.operationForward('weight-multiply', [WEIGHTS], GRADIENT),
      );
      expectFailure('SHAPE_MISMATCH', ['Sigmoid put out (2, 2)', '(2, 3)'], () =>
        functions.operationBackward('sigmoid', [], INPUT, GRADIENT),
      );
      expectFailure('SHAPE_MISMATCH', ['BiasAdd, B', '(1, 3)', '(2, 3)'], () =>
        functions.operationForward('bias-add', [WEIGHTS], GRADIENT),
      );
      expectFailure('SHAPE_MISMATCH', ['WeightMultiply is 1, not 0'], () =>
        functions.operationForward('weight-multiply', [], INPUT),
      );
      expectFailure('UNKNOWN_NAME', ['"zebra"', 'weight-multiply', 'leaky-relu'], () =>
        functions.operationForward('zebra', [], INPUT),
      );
    });
  });

  describe('an activation over a range', () => {
    it('is a curve of so many points, both ends included', () => {
      const { functions } = stage.engine;
      expect(functions.activationCurve('relu', -1, 1, 5)).toEqual(Float64Array.of(0, 0, 0, 0.5, 1));
      for (const activation of ACTIVATION_NAMES) {
        const input = matrix(3, 1, -2, 0.5, 3);
        expect(functions.activationCurve(activation, -2, 3, 3)).toEqual(
          functions.operationForward(activation, [], input).values,
        );
      }
    });

    it('is refused for other operations and for ranges without two ends', () => {
      const { functions } = stage.engine;
      expectFailure('UNKNOWN_NAME', ['"bias-add"', 'there are sigmoid'], () =>
        functions.activationCurve('bias-add', -1, 1, 5),
      );
      expectFailure('OUT_OF_RANGE', ['2 to'], () => functions.activationCurve('relu', -1, 1, 1));
    });
  });

  describe('a loss on given numbers', () => {
    const [predictions, targets] = [matrix(2, 1, 3, 1), matrix(2, 1, 1, 2)];

    it('is the mean squared error, with its gradient scaled as the settings say', () => {
      const { functions } = stage.engine;
      const mean = { loss: 2.5, gradient: matrix(2, 1, 2, -1) };
      expect(functions.lossOf('mean-squared-error', {}, predictions, targets)).toEqual(mean);
      expect(functions.lossOf('mean-squared-error', { gradient: 'mean' }, predictions, targets)).toEqual(mean);
      expect(functions.lossOf('mean-squared-error', { gradient: 'sum' }, predictions, targets)).toEqual({
        loss: 2.5,
        gradient: matrix(2, 1, 4, -2),
      });
    });

    it('is the softmax cross-entropy, in both forms', () => {
      const { functions } = stage.engine;
      // p = 1/4, 3/4 and 1/2, 1/2.
      const scores = matrix(2, 2, 0, Math.log(3), 5, 5);
      const classes = matrix(2, 2, 1, 0, 0, 1);
      const usual = functions.lossOf('softmax-cross-entropy', {}, scores, classes);
      const course = functions.lossOf('softmax-cross-entropy', { form: 'as-in-the-course' }, scores, classes);
      expect(usual.loss).toBeCloseTo((Math.log(4) + Math.log(2)) / 2, 14);
      expect(course.loss).toBeCloseTo(Math.log(4) + Math.log(2), 14);
      for (const { gradient } of [usual, course]) {
        for (const [place, expected] of [-0.375, 0.375, 0.25, -0.25].entries()) {
          expect(gradient.values[place]).toBeCloseTo(expected, 14);
        }
      }
    });

    it('may be any loss of the registry', () => {
      const { functions } = stage.engine;
      for (const name of functions.lossNames()) {
        const { gradient } = functions.lossOf(name, {}, predictions, targets);
        expect([gradient.rows, gradient.columns]).toEqual([2, 1]);
      }
    });

    it('is refused for targets of another shape, and for names and settings there are not', () => {
      const { functions } = stage.engine;
      expectFailure('SHAPE_MISMATCH', ['(2, 1)', '(1, 2)'], () =>
        functions.lossOf('mean-squared-error', {}, predictions, matrix(1, 2, 1, 2)),
      );
      expectFailure('UNKNOWN_NAME', ['loss "hinge"', 'mean-squared-error'], () =>
        functions.lossOf('hinge', {}, predictions, targets),
      );
      expectFailure('UNKNOWN_NAME', ['"total"', 'half-sum'], () =>
        functions.lossOf('mean-squared-error', { gradient: 'total' }, predictions, targets),
      );
    });
  });

  describe('a step on given numbers', () => {
    const features = matrix(2, 1, 1, 2);
    const targets = matrix(2, 1, 2, 3);
    const network = (layers: StandaloneNetwork['layers'], learningRate = 0.25): StandaloneNetwork => ({
      layers,
      loss: { function: 'mean-squared-error' },
      optimiser: { method: 'sgd', learningRate },
    });
    const LINE = [{ units: 1, activation: 'linear' }];
    const parameters = [matrix(1, 1, 3), matrix(1, 1, 1)];

    it('goes forward, backward and down the gradient', () => {
      // P = 3x + 1 = 4, 7; P − y = 2, 4; L = 10; ∂L/∂P = 2, 4; ∂L/∂W = 10; ∂L/∂B = 6.
      const trace = stage.engine.functions.trainStep(network(LINE), parameters, features, targets);
      expect(trace).toMatchObject({ loss: 10, predictions: matrix(2, 1, 4, 7), lossGradient: matrix(2, 1, 2, 4) });
      expect(trace.operations.map((operation) => operation.parameters)).toEqual([
        [{ value: matrix(1, 1, 3), gradient: matrix(1, 1, 10), updated: matrix(1, 1, 0.5), state: [] }],
        [{ value: matrix(1, 1, 1), gradient: matrix(1, 1, 6), updated: matrix(1, 1, -0.5), state: [] }],
        [],
      ]);
      expect(trace.operations.map(({ internals }) => internals)).toEqual([[], [], []]);
    });

    it('runs through several layers', () => {
      const layers = [{ type: 'dense', units: 3, activation: 'relu' }, ...LINE];
      const given = [WEIGHTS, BIAS, matrix(3, 1, 1, -1, 2), matrix(1, 1, 0)];
      // Before ReLU: (−2.5, −2, 0.5) and (7, 0.5, 2.25).
      const trace = stage.engine.functions.trainStep(network(layers, 0.5), given, INPUT, targets);
      expect(trace.predictions).toEqual(matrix(2, 1, 1, 11));
      expect(trace.lossGradient).toEqual(matrix(2, 1, -1, 8));
      const learned = trace.operations.flatMap((operation) => operation.parameters);
      expect(learned.map(({ value }) => value)).toEqual(given);
      expect(learned[1]?.gradient).toEqual(matrix(1, 3, 8, -8, 14));
      expect(learned[1]?.updated).toEqual(matrix(1, 3, 0.5 - 4, -1 + 4, 2 - 7));
    });

    it('is rejected if it is not possible', () => {
      const { functions } = stage.engine;
      const step = (of: StandaloneNetwork, given = parameters) => functions.trainStep(of, given, features, targets);
      expectFailure('SHAPE_MISMATCH', ['Parameter 2', 'B', '(1, 1)', '(1, 3)'], () =>
        step(network(LINE), [matrix(1, 1, 3), BIAS]),
      );
      expectFailure('SHAPE_MISMATCH', ['2, not 1'], () => step(network(LINE), [matrix(1, 1, 3)]));
      expectFailure('OUT_OF_RANGE', ['learning rate'], () => step(network(LINE, 0)));
      expectFailure('NOT_FINITE', ['finite'], () => step(network(LINE, 1e308)));
      expectFailure('OUT_OF_RANGE', ['at least 1 layer'], () => step(network([]), []));
      expectFailure('UNKNOWN_NAME', ['optimiser "adam"', 'sgd'], () =>
        step({ ...network(LINE), optimiser: { method: 'adam' } }),
      );
      expectFailure('UNKNOWN_NAME', ['layer type "conv"', 'dense'], () => step(network([{ type: 'conv' }])));
      expectFailure('MISSING_SETTING', ['"learningRate"'], () =>
        step({ ...network(LINE), optimiser: { method: 'sgd' } }),
      );
    });
  });
}
