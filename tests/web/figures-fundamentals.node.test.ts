/** The results that the figures of chapter 2 compute from the engine's numbers, compared with plain arithmetic. */
import { describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import type { PassContext } from '../../web/diagrams/pass/names';
import type { Matrix, Run } from '../../web/engine/types';
import { collapsed, largestDifference, oneLayer } from '../../web/figures/fundamentals/collapse';
import { type GraphStep, graphSteps, withoutLastLinear } from '../../web/figures/fundamentals/graph-steps';
import { priceModel } from '../../web/figures/fundamentals/price-models';
import type { Recipe } from '../../web/recipe/schema';
import { readEngine } from '../engine/node-worker';
import { FEATURES, PRICES, scaledRows } from './housing';
import { leastSquares, predicted, rmse } from './least-squares';
import { snapshot } from './state-fixtures';

const engine = await readEngine();

function withRun<Result>(recipe: Recipe, use: (run: Run) => Result): Result {
  const run = engine.createRun(recipe, datasetNamed(recipe.data.source));
  try {
    return use(run);
  } finally {
    run.dispose();
  }
}

/** The steps of the batch that training uses after this many. */
function stepsOf(model: string, batches: number): readonly GraphStep[] {
  const recipe = priceModel(model);
  return withRun(recipe, (run) => {
    for (let left = batches; left > 0; left = batches - run.progress().batch) run.trainBatches(left);
    const rows = run.nextRows();
    const pass = {
      runId: 1,
      source: 'next',
      rows,
      trace: run.trace(rows),
      progress: run.progress(),
      asked: snapshot(),
    } as const;
    const context: PassContext = { recipe, operations: run.operations, pass };
    return graphSteps(withoutLastLinear(context));
  });
}

const at = ({ columns, values }: Matrix, row: number, column: number) => values[row * columns + column] as number;

function product(a: Matrix, b: Matrix): number[] {
  expect(a.columns).toBe(b.rows);
  return Array.from({ length: a.rows * b.columns }, (_, i) => {
    const [row, column] = [Math.floor(i / b.columns), i % b.columns];
    return Array.from({ length: a.columns }, (_, k) => at(a, row, k) * at(b, k, column)).reduce((x, y) => x + y, 0);
  });
}

const elementwise = (a: Matrix, b: Matrix) => Array.from(a.values, (value, i) => value * (b.values[i] as number));

function columnSums(matrix: Matrix): number[] {
  return Array.from({ length: matrix.columns }, (_, column) =>
    Array.from({ length: matrix.rows }, (_, row) => at(matrix, row, column)).reduce((x, y) => x + y, 0),
  );
}

function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  const size = Math.max(...expected.map(Math.abs), 1);
  Array.from(actual).forEach((value, i) => {
    expect(Math.abs(value - (expected[i] as number))).toBeLessThan(1e-9 * size);
  });
}

describe('the steps of a pass', () => {
  it('are counted as the course counts them', () => {
    const ways = (model: string) => {
      const steps = stepsOf(model, 0);
      return [
        steps.filter(({ way }) => way === 'forward').length,
        steps.filter(({ way }) => way === 'backward').length,
      ];
    };
    expect(ways('linear')).toEqual([3, 7]);
    expect(ways('network')).toEqual([6, 17]);
    expect(ways('network-corrected')).toEqual([6, 17]);
  });

  it.each([0, 57])('of the regression are the chain rule’s products after %i batches', (batches) => {
    const named = new Map(stepsOf('linear', batches).map((step) => [step.name, step.matrix]));
    const of = (name: string) => named.get(name) as Matrix;
    expectClose(of('∂L/∂M1').values, elementwise(of('∂L/∂P'), of('∂P/∂M1')));
    expectClose(of('∂L/∂B1').values, columnSums(of('∂L/∂P')));
    expectClose(of('∂L/∂W1').values, product(of('∂M1/∂W1'), of('∂L/∂M1')));
  });

  it.each([0, 57])('of the network are the chain rule’s products after %i batches', (batches) => {
    const named = new Map(stepsOf('network-corrected', batches).map((step) => [step.name, step.matrix]));
    const of = (name: string) => named.get(name) as Matrix;
    expectClose(of('∂L/∂M2').values, elementwise(of('∂L/∂P'), of('∂P/∂M2')));
    expectClose(of('∂L/∂B2').values, columnSums(of('∂L/∂P')));
    expectClose(of('∂L/∂W2').values, product(of('∂M2/∂W2'), of('∂L/∂M2')));
    expectClose(of('∂L/∂O1').values, product(of('∂L/∂M2'), of('∂M2/∂O1')));
    expectClose(of('∂L/∂N1').values, elementwise(of('∂L/∂O1'), of('∂O1/∂N1')));
    expectClose(of('∂L/∂M1').values, elementwise(of('∂L/∂N1'), of('∂N1/∂M1')));
    expectClose(of('∂L/∂B1').values, columnSums(of('∂L/∂N1')));
    expectClose(of('∂L/∂W1').values, product(of('∂M1/∂W1'), of('∂L/∂M1')));
    expectClose(
      of('∂O1/∂N1').values,
      Array.from(of('N1').values, (x) => Math.exp(-x) / (1 + Math.exp(-x)) ** 2),
    );
  });

  it('show the bug if the recipe contains it', () => {
    const steps = stepsOf('network', 0);
    const of = (name: string) => steps.find((step) => step.name === name) as GraphStep;
    const sum = columnSums(of('∂L/∂N1').matrix).reduce((x, y) => x + y, 0);
    expectClose(of('∂L/∂B1').matrix.values, new Array(13).fill(sum));
    expect(of('∂L/∂B1').formula).toContain('the bug');
    expect(of('∂L/∂B2').formula).not.toContain('the bug');
  });

  it('name the rows and features of their arrays', () => {
    const gradient = stepsOf('linear', 0).find(({ name }) => name === '∂L/∂W1');
    expect(gradient?.rowName(12)).toBe('LSTAT');
    const own = stepsOf('network', 0).find(({ name }) => name === '∂M1/∂W1');
    expect([own?.matrix.rows, own?.matrix.columns]).toEqual([13, 23]);
    expect(own?.rowName(5)).toBe('RM');
    expect(own?.columnName(0)).toMatch(/^row \d+$/);
  });
});

describe('two layers without a bend', () => {
  const recipe: Recipe = { ...priceModel('network-corrected'), initialisation: { weights: 'glorot-normal' } };
  const between = (activation: 'linear' | 'sigmoid') =>
    withRun({ ...recipe, layers: [{ type: 'dense', units: 5, activation }, ...recipe.layers.slice(1)] }, (run) => {
      run.trainBatches(16);
      const { matrixChain } = engine.functions;
      const X = run.trace(run.rows('test')).operations[0]?.input as Matrix;
      const layer = collapsed(run.parameterShapes, run.parameters(), matrixChain);
      return largestDifference(run.predictions('test'), oneLayer(X, layer, matrixChain));
    });

  it('predict what the one layer predicts that they multiply out to', () => {
    expect(between('linear')).toBeLessThan(1e-12);
  });

  it('do not, once a sigmoid stands between', () => {
    expect(between('sigmoid')).toBeGreaterThan(1);
  });
});

describe('the best linear fit', () => {
  const fitOn = (features: readonly string[]) => {
    const base = priceModel('linear');
    return withRun({ ...base, data: { ...base.data, features: [...features] } }, (run) => {
      const rows = scaledRows(features);
      const of = <Value>(values: readonly Value[], set: 'training' | 'test') =>
        Array.from(run.rows(set), (row) => values[row] as Value);
      const fit = leastSquares(of(rows, 'training'), of(PRICES, 'training'));
      const prices = of(PRICES, 'test');
      const errors = of(rows, 'test').map((row, i) => predicted(fit, row) - (prices[i] as number));
      return { ours: { ...fit, rmse: rmse(errors) }, theirs: run.baselines.leastSquares };
    });
  };

  it.each([
    ['all features', FEATURES],
    ['all but B', FEATURES.filter((name) => name !== 'B')],
    ['RM alone', ['RM']],
  ])('with %s is the one of the normal equations', (_, features) => {
    const { ours, theirs } = fitOn(features);
    expectClose(theirs.coefficients, ours.coefficients);
    expect(theirs.intercept).toBeCloseTo(ours.intercept, 9);
    expect(theirs.test.rmse).toBeCloseTo(ours.rmse, 9);
  });
});
