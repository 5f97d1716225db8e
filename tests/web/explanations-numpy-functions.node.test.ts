/** The NumPy of chapter 1 computes the same as the core. */
import { describe, it } from 'vitest';
import type { Matrix } from '../../web/engine/types';
import { readEngine } from '../engine/node-worker';
import { type Expected, expectAll, matrix, nested } from './explanations-python';

const { functions } = await readEngine();

const pythonName = (name: string): string => name.replace('-', '_');

describe('chapter 1', () => {
  const POINTS = [-2.5, -0.3, 0, 0.7, 3];

  it('has every function of the core, with its derivative', () => {
    expectAll(
      functions.functionNames().flatMap((name) =>
        POINTS.flatMap((x): Expected[] => [
          { expression: `${pythonName(name)}(x)`, given: { x }, expected: functions.chainValues([name], x)[0] ?? null },
          {
            expression: `${pythonName(name)}_derivative(x)`,
            given: { x },
            expected: functions.chainFactors([name], x)[0] ?? null,
          },
        ]),
      ),
    );
  });

  it('takes derivatives, of chains too, by the same step', () => {
    const two = ['square', 'sigmoid'];
    const three = ['leaky-relu', 'square', 'sigmoid'];
    expectAll(
      POINTS.flatMap((x): Expected[] => [
        {
          expression: 'derivative(sigmoid, x)',
          given: { x },
          expected: functions.chainNumericDerivative(['sigmoid'], x, 0.001),
        },
        {
          expression: 'chain_two(square, sigmoid, x)',
          given: { x },
          expected: functions.chainValues(two, x).at(-1) ?? null,
        },
        {
          expression: 'chain_two_derivative(square, sigmoid, x)',
          given: { x },
          expected: functions.chainDerivative(two, x, 0.001),
        },
        {
          expression: 'chain_three(leaky_relu, square, sigmoid, x)',
          given: { x },
          expected: functions.chainValues(three, x).at(-1) ?? null,
        },
        {
          expression: 'chain_three_derivative(leaky_relu, square, sigmoid, x)',
          given: { x },
          expected: functions.chainDerivative(three, x, 0.001),
        },
      ]),
    );
  });

  it('adds along an axis, and a row to every row', () => {
    const A = matrix(2, 3, [1, 2, 3, 4, 5, 6]);
    const b = matrix(1, 3, [10, 20, 30]);
    const dL_dC = matrix(2, 3, [0.5, -1, 2, 0.25, 3, -4]);
    const { inputGradient, parameterGradients } = functions.operationBackward('bias-add', [b], A, dL_dC);
    expectAll([
      { expression: 'sum_down(A)', given: { A: nested(A) }, expected: [5, 7, 9] },
      { expression: 'sum_across(A)', given: { A: nested(A) }, expected: [6, 15] },
      {
        expression: 'add_row(A, b)',
        given: { A: nested(A), b: nested(b) },
        expected: nested(functions.operationForward('bias-add', [b], A)),
      },
      {
        expression: 'add_row_gradients(dL_dC)',
        given: { dL_dC: nested(dL_dC) },
        expected: [nested(inputGradient), nested(parameterGradients[0] as Matrix)],
      },
    ]);
  });

  it('nests functions, and follows a pull through them', () => {
    const dx = 0.5;
    expectAll(
      POINTS.flatMap((x): Expected[] => {
        const names = ['square', 'sigmoid'];
        const [s1 = 0, s2 = 0] = functions.chainFactors(names, x, 0.001);
        const du = functions.linearEstimate(0, s1, dx);
        const dy = functions.linearEstimate(0, s2, du);
        return [
          {
            expression: 'nested(square, sigmoid)(x)',
            given: { x },
            expected: functions.chainValues(names, x).at(-1) ?? null,
          },
          {
            expression: 'follow_pull(square, sigmoid, x, dx)',
            given: { x, dx },
            expected: [du, dy, functions.chainDerivative(names, x, 0.001)],
          },
        ];
      }),
    );
  });

  it('combines two inputs', () => {
    const given = { x: 0.4, y: -1.2 };
    expectAll(
      (['sum', 'product'] as const).flatMap((combine): Expected[] => {
        const { value, dx, dy } = functions.twoInputs(combine, 'sigmoid', given.x, given.y);
        return [
          { expression: `sigmoid_of_${combine}(x, y)`, given, expected: value },
          { expression: `sigmoid_of_${combine}_derivatives(x, y)`, given, expected: [dx, dy] },
        ];
      }),
    );
  });

  it('multiplies matrices, forward and backward', () => {
    const X = matrix(3, 3, [0.5, -1.2, 0.3, 1.7, 0.2, -0.4, -0.8, 0.9, 1.1]);
    const W = matrix(3, 2, [0.3, -0.6, 1.4, 0.2, -0.9, 0.8]);
    const row = matrix(1, 3, [0.5, -1.2, 0.3]);
    const weights = matrix(3, 1, [0.3, 1.4, -0.9]);
    const whole = functions.matrixChain(X, W);
    const single = functions.matrixChain(row, weights);
    const given = { X: nested(X), W: nested(W) };
    const one = { X: nested(row), W: nested(weights) };
    expectAll([
      { expression: 'dot_product(X, W)', given: one, expected: nested(single.N) },
      { expression: 'dot_product_gradients(X, W)', given: one, expected: [[[0.3, 1.4, -0.9]], [[0.5], [-1.2], [0.3]]] },
      { expression: 'sigmoid_of_dot_product(X, W)', given: one, expected: nested(single.S) },
      {
        expression: 'sigmoid_of_dot_product_gradients(X, W)',
        given: one,
        expected: [nested(single.dLdX), nested(single.dLdW)],
      },
      { expression: 'two_matrices(X, W)', given, expected: whole.L },
      { expression: 'two_matrices_gradients(X, W)', given, expected: [nested(whole.dLdX), nested(whole.dLdW)] },
      {
        expression: 'list(partial_matrices(X, W))',
        given,
        expected: functions.partialMatrices(X, W).map(nested),
      },
      {
        expression: 'add_partials(X, W, sigmoid_derivative(X @ W))',
        given,
        expected: nested(whole.dLdX),
      },
    ]);
  });

  it('follows the loss against one element', () => {
    const X = matrix(3, 3, [0.5, -1.2, 0.3, 1.7, 0.2, -0.4, -0.8, 0.9, 1.1]);
    const W = matrix(3, 2, [0.3, -0.6, 1.4, 0.2, -0.9, 0.8]);
    const [x, delta] = [0.7, 0.001];
    const at = (value: number) => functions.matrixChainAt(X, W, 1, 2, value);
    const slope = functions.forwardDifference(at(x), at(x + delta), delta);
    const given = { X: nested(X), W: nested(W), i: 1, j: 2, x, delta };
    expectAll([
      { expression: 'loss_at_element(X, W, i, j, x)', given, expected: at(x) },
      { expression: 'slope_at_element(X, W, i, j, x, delta)', given, expected: slope },
      {
        expression: 'estimated_loss(L, slope, delta)',
        given: { L: at(x), slope, delta: -0.1 },
        expected: functions.linearEstimate(at(x), slope, -0.1),
      },
    ]);
  });
});
