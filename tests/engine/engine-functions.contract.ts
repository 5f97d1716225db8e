import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../web/engine/types';
import { ACTIVATION_NAMES, LAYER_TYPES, LOSSES, OPTIMISERS } from '../../web/explanations/parts';
import { SCALINGS, WEIGHT_INITIALISATIONS } from '../../web/recipe/schema';
import type { Stage } from './engine.contract';
import { expectFailure, GRADIENT_SCALES } from './small-run';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const slope = (x: number) => sigmoid(x) * (1 - sigmoid(x));

const matrix = (rows: number, columns: number, ...values: number[]): Matrix => ({
  rows,
  columns,
  values: Float64Array.from(values),
});

/** Chapter 1's functions, and the names that a recipe may use. */
export function describeFunctions(stage: Stage): void {
  describe('the names', () => {
    it('of the core are those of the recipe, in its order', () => {
      const { functions } = stage.engine;
      const operations = functions.operationNames();
      expect(operations.filter(({ role }) => role === 'activation').map(({ name }) => name)).toEqual(ACTIVATION_NAMES);
      expect(functions.weightInitialisationNames()).toEqual(WEIGHT_INITIALISATIONS);
      expect(functions.gradientScaleNames()).toEqual(GRADIENT_SCALES);
      expect(functions.scalingNames()).toEqual(SCALINGS);
      expect(functions.lossNames()).toEqual(LOSSES.map(({ name }) => name));
      expect(functions.losses()).toEqual(LOSSES.map(({ name, task }) => ({ name, task })));
      expect(functions.optimiserNames()).toEqual(OPTIMISERS.map(({ name }) => name));
      expect(functions.layerTypeNames()).toEqual(LAYER_TYPES.map(({ name }) => name));
      expect(functions.functionNames()).toEqual(['square', 'relu', 'leaky-relu', 'sigmoid', 'tanh', 'identity']);
    });
  });

  describe('the operations', () => {
    it('each have a name, a class and a role', () => {
      const operations = stage.engine.functions.operationNames();
      expect(operations.slice(0, 3)).toEqual([
        { name: 'weight-multiply', kind: 'WeightMultiply', role: 'weights' },
        { name: 'bias-add', kind: 'BiasAdd', role: 'bias' },
        { name: 'sigmoid', kind: 'Sigmoid', role: 'activation' },
      ]);
      expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
      expect(new Set(operations.map(({ kind }) => kind)).size).toBe(operations.length);
    });
  });

  describe('the functions', () => {
    it('chain', () => {
      const { functions } = stage.engine;
      const names = ['leaky-relu', 'square', 'sigmoid'];
      expect(functions.chainValues(names, -4)).toEqual([
        -0.8,
        expect.closeTo(0.64, 15),
        expect.closeTo(sigmoid(0.64), 15),
      ]);
      expect(functions.chainFactors(names, -4)).toEqual([0.2, -1.6, expect.closeTo(slope(0.64), 15)]);
      const derivative = 0.2 * -1.6 * slope(0.64);
      expect(functions.chainDerivative(names, -4)).toBeCloseTo(derivative, 15);
      // With a step for each factor, as in the course: close to the exact slope, but not equal.
      expect(functions.chainDerivative(names, -4, 0.001)).toBeCloseTo(derivative, 6);
      expect(functions.chainDerivative(names, -4, 0.001)).not.toBe(functions.chainDerivative(names, -4));
      expect(functions.chainNumericDerivative(names, -4, 1e-5)).toBeCloseTo(derivative, 9);
      expectFailure('EMPTY_CHAIN', ['1 function'], () => functions.chainValues([], 3));
    });

    it('take values that are not finite, and 0 with its sign', () => {
      const { functions } = stage.engine;
      const [nan, infinity, minusInfinity, minusZero] = [
        Number.NaN,
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
        -0,
      ];
      for (const x of [nan, infinity, minusInfinity, minusZero, 5e-324, Number.MAX_VALUE, 0.1, 2 ** 53 + 2]) {
        const [value] = functions.chainValues(['identity'], x);
        expect(Object.is(value, x), String(x)).toBe(true);
      }
    });

    it('estimate and nudge', () => {
      const { functions } = stage.engine;
      expect(functions.linearEstimate(2, 3, 0.5)).toBe(3.5);
      expect(functions.forwardDifference(2, 2.5, 0.25)).toBe(2);
    });

    it('of two inputs', () => {
      const { functions } = stage.engine;
      const sum = functions.twoInputs('sum', 'sigmoid', 3, 4);
      expect(sum.value).toBeCloseTo(sigmoid(7), 15);
      expect(sum.dx).toBeCloseTo(slope(7), 15);
      expect(sum.dy).toBe(sum.dx);
      const product = functions.twoInputs('product', 'square', 3, 4, 0.001);
      expect(product.value).toBe(144);
      expect([product.dx, product.dy]).toEqual([expect.closeTo(2 * 12 * 4, 8), expect.closeTo(2 * 12 * 3, 8)]);
    });

    it('of matrices', () => {
      const { functions } = stage.engine;
      const X = matrix(2, 2, 1, -2, 0.5, 3);
      const W = matrix(2, 1, 0.25, -0.5);
      const n = [1.25, -1.375];
      const chain = functions.matrixChain(X, W);
      expect(chain.N).toEqual(matrix(2, 1, ...n));
      expect([...chain.S.values]).toEqual(n.map((x) => expect.closeTo(sigmoid(x), 15)));
      expect(chain.L).toBeCloseTo(sigmoid(1.25) + sigmoid(-1.375), 15);
      expect(chain.dLdS).toEqual(matrix(2, 1, 1, 1));
      const [first = 0, second = 0] = n.map(slope);
      expect([...chain.dSdN.values]).toEqual([expect.closeTo(first, 15), expect.closeTo(second, 15)]);
      expect([...chain.dLdX.values]).toEqual(
        [first * 0.25, first * -0.5, second * 0.25, second * -0.5].map((x) => expect.closeTo(x, 15)),
      );
      expect([...chain.dLdW.values]).toEqual(
        [first * 1 + second * 0.5, first * -2 + second * 3].map((x) => expect.closeTo(x, 15)),
      );
      expect(functions.matrixChainAt(X, W, 0, 1, -2)).toBe(chain.L);
      expect(functions.matrixChainAt(X, W, 1, 0, 0)).toBeCloseTo(sigmoid(1.25) + sigmoid(-1.5), 15);
      expect(functions.partialMatrices(X, W)).toEqual([matrix(2, 2, 0.25, -0.5, 0, 0), matrix(2, 2, 0, 0, 0.25, -0.5)]);
    });

    it('draw from one generator', () => {
      const { functions } = stage.engine;
      const [both] = functions.randomNormals(190203, [[1, 5]]);
      const [first, second] = functions.randomNormals(190203, [
        [1, 3],
        [2, 1],
      ]);
      expect([...(first?.values ?? []), ...(second?.values ?? [])]).toEqual([...(both?.values ?? [])]);
      expect(second).toMatchObject({ rows: 2, columns: 1 });
      // NumPy 1.24.2: numpy.random.seed(190203); numpy.random.randn(1, 3)
      expect(first?.values[0]).toBeCloseTo(0.47231121, 8);
    });

    it('name what they do not know', () => {
      const { functions } = stage.engine;
      expectFailure('UNKNOWN_NAME', ['"zebra"', 'leaky-relu'], () => functions.chainValues(['square', 'zebra'], 1));
      expectFailure('UNKNOWN_NAME', ['"zebra"'], () => functions.twoInputs('sum', 'zebra', 1, 2));
      expectFailure('SHAPE_MISMATCH', ['(2, 2)', '(3, 1)'], () =>
        functions.matrixChain(matrix(2, 2, 1, 2, 3, 4), matrix(3, 1, 1, 2, 3)),
      );
      expectFailure('SHAPE_MISMATCH', ['(2, 2)', '3'], () =>
        functions.matrixChain(matrix(2, 2, 1, 2, 3), matrix(2, 1, 1, 2)),
      );
    });
  });
}
