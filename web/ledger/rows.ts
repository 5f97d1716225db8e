/**
 * How each row of the ledger is obtained: which run or which core function, and what to read from its result.
 * The printed numbers themselves are in tests/golden/ledger.json, under the same ids.
 */
import type { CoreFunctions } from '../engine/core-functions';
import type { Matrix } from '../engine/types';

/** A core function with its arguments, which may be results of other calls, and what to read from its result. */
export interface Call {
  readonly call: keyof CoreFunctions;
  readonly args: readonly Argument[];
  /** As in `dLdX[0,2]` or `[1]`; the whole result when left out. */
  readonly read?: string;
}

export type Argument = number | string | Matrix | readonly Argument[] | Call;

/** A preset trained to its end, and what to read from its TrainResult. */
export interface Reading {
  readonly run: string;
  readonly read: string;
  /** The unit of the printed number: 100 for one in percent. */
  readonly times?: number;
}

export type Source = Call | Reading;

const values = (names: readonly string[], x: number, index: number): Call => ({
  call: 'chainValues',
  args: [names, x],
  read: `[${index}]`,
});

const estimate = (value: Argument, slope: Argument, step: number): Call => ({
  call: 'linearEstimate',
  args: [value, slope, step],
});

const CHAIN_2 = ['square', 'sigmoid'];
const CHAIN_3 = ['leaky-relu', 'square', 'sigmoid'];
/** The course takes every derivative by a central difference, also the factors of its chain rule. */
const STEP = 0.001;

const chain2 = values(CHAIN_2, 2, 1);
const chain2Numeric: Call = { call: 'chainNumericDerivative', args: [CHAIN_2, 2, 0.0001] };
const chain3 = values(CHAIN_3, -4, 2);
const chain3Slope: Call = { call: 'chainDerivative', args: [CHAIN_3, -4, STEP] };

const sum = (x: number, y: number, read: string): Call => ({
  call: 'twoInputs',
  args: ['sum', 'sigmoid', x, y, STEP],
  read,
});

const CHAINS: Readonly<Record<string, Source>> = {
  'lec.deriv.square': { call: 'chainNumericDerivative', args: [['square'], 2, STEP] },
  'lec.chain2.forward': chain2,
  'lec.chain2.backward': { call: 'chainDerivative', args: [CHAIN_2, 2, STEP] },
  'lec.chain2.numeric': chain2Numeric,
  'lec.chain2.nudged': values(CHAIN_2, 2.0001, 1),
  'lec.chain2.predicted': estimate(chain2, chain2Numeric, 0.0001),
  'lec.chain3.forward': chain3,
  'lec.chain3.backward': chain3Slope,
  'lec.chain3.nudged': values(CHAIN_3, -3.9, 2),
  'lec.chain3.predicted': estimate(chain3, chain3Slope, 0.1),
  'lec.sum.forward': sum(3, 4, 'value'),
  'lec.sum.backward': sum(3, 4, 'dx'),
  'lec.sum.nudged.one': sum(3.001, 4, 'value'),
  'lec.sum.predicted.one': estimate(sum(3, 4, 'value'), sum(3, 4, 'dx'), STEP),
  'lec.sum.nudged.both': sum(3.001, 4.001, 'value'),
  'lec.sum.predicted.both': estimate(sum(3, 4, 'value'), sum(3, 4, 'dy'), 2 * STEP),
};

const matrix = (rows: number, columns: number, values: readonly number[]): Matrix => ({
  rows,
  columns,
  values: Float64Array.from(values),
});

const SQUARE = matrix(2, 2, [1, 2, 3, 4]);

/** [1, 2, 3] and [4, 5, 6], element by element. */
const elementWise = (combine: 'sum' | 'product', x: number, y: number): Call => ({
  call: 'twoInputs',
  args: [combine, 'identity', x, y],
  read: 'value',
});

/** A bias reaches every row, so its gradient is the sum of the output gradient over axis 0. */
const overAxis0 = (column: number): Call => ({
  call: 'operationBackward',
  args: ['bias-add', [matrix(1, 2, [0, 0])], SQUARE, SQUARE],
  read: `parameterGradients[0][0,${column}]`,
});

/** A product with a column of ones adds up each row. */
const overAxis1 = (row: number): Call => ({
  call: 'operationForward',
  args: ['weight-multiply', [matrix(2, 1, [1, 1])], SQUARE],
  read: `[${row},0]`,
});

const rowAdded = (row: number, column: number): Call => ({
  call: 'operationForward',
  args: ['bias-add', [matrix(1, 3, [10, 20, 30])], matrix(2, 3, [1, 2, 3, 4, 5, 6])],
  read: `[${row},${column}]`,
});

const ARRAYS: Readonly<Record<string, Source>> = {
  'ch1.array.sum.1': elementWise('sum', 1, 4),
  'ch1.array.sum.2': elementWise('sum', 2, 5),
  'ch1.array.sum.3': elementWise('sum', 3, 6),
  'ch1.array.product.1': elementWise('product', 1, 4),
  'ch1.array.product.2': elementWise('product', 2, 5),
  'ch1.array.product.3': elementWise('product', 3, 6),
  'ch1.array.axis0.1': overAxis0(0),
  'ch1.array.axis0.2': overAxis0(1),
  'ch1.array.axis1.1': overAxis1(0),
  'ch1.array.axis1.2': overAxis1(1),
  'ch1.array.row-added.11': rowAdded(0, 0),
  'ch1.array.row-added.12': rowAdded(0, 1),
  'ch1.array.row-added.13': rowAdded(0, 2),
  'ch1.array.row-added.21': rowAdded(1, 0),
  'ch1.array.row-added.22': rowAdded(1, 1),
  'ch1.array.row-added.23': rowAdded(1, 2),
};

/** X and W drawn one after the other, and σ(X·W) with its gradients. */
function matrices(seed: number, xShape: readonly [number, number], wShape: readonly [number, number]) {
  const draw = (read: string): Call => ({ call: 'randomNormals', args: [seed, [xShape, wShape]], read });
  const X = draw('[0]');
  const W = draw('[1]');
  const x = (row: number, column: number) => draw(`[0][${row},${column}]`);
  const chain = (read: string): Call => ({ call: 'matrixChain', args: [X, W, STEP], read });
  // x₁₁ nudged is x₁₁ itself, a line of slope 1, one step further on.
  const nudged: Call = { call: 'matrixChainAt', args: [X, W, 0, 0, estimate(x(0, 0), 1, STEP)] };
  return { x, chain, nudged };
}

const vector = matrices(190203, [1, 3], [3, 1]);
const square = matrices(190204, [3, 3], [3, 2]);

const MATRICES: Readonly<Record<string, Source>> = {
  'ch1.vector.x1': vector.x(0, 0),
  'ch1.vector.x2': vector.x(0, 1),
  'ch1.vector.x3': vector.x(0, 2),
  'lec.vector.forward': vector.chain('L'),
  'ch1.vector.grad1': vector.chain('dLdX[0,0]'),
  'ch1.vector.grad2': vector.chain('dLdX[0,1]'),
  'ch1.vector.grad3': vector.chain('dLdX[0,2]'),
  'lec.vector.nudged': vector.nudged,
  'lec.vector.predicted': estimate(vector.chain('L'), vector.chain('dLdX[0,0]'), STEP),
  'ch1.matrix.x11': square.x(0, 0),
  'ch1.matrix.x12': square.x(0, 1),
  'ch1.matrix.x13': square.x(0, 2),
  'ch1.matrix.x21': square.x(1, 0),
  'ch1.matrix.x22': square.x(1, 1),
  'ch1.matrix.x23': square.x(1, 2),
  'ch1.matrix.x31': square.x(2, 0),
  'ch1.matrix.x32': square.x(2, 1),
  'ch1.matrix.x33': square.x(2, 2),
  'ch1.matrix.loss': square.chain('L'),
  'ch1.matrix.grad11': square.chain('dLdX[0,0]'),
  'ch1.matrix.grad12': square.chain('dLdX[0,1]'),
  'ch1.matrix.grad13': square.chain('dLdX[0,2]'),
  'ch1.matrix.grad21': square.chain('dLdX[1,0]'),
  'ch1.matrix.grad22': square.chain('dLdX[1,1]'),
  'ch1.matrix.grad23': square.chain('dLdX[1,2]'),
  'ch1.matrix.grad31': square.chain('dLdX[2,0]'),
  'ch1.matrix.grad32': square.chain('dLdX[2,1]'),
  'ch1.matrix.grad33': square.chain('dLdX[2,2]'),
  'ch1.matrix.numeric': { call: 'forwardDifference', args: [square.chain('L'), square.nudged, STEP] },
};

const chapter2Linear = (read: string): Reading => ({ run: 'chapter-2-linear', read });
const chapter2Network = (read: string): Reading => ({ run: 'chapter-2-network', read });

const CHAPTER_2: Readonly<Record<string, Source>> = {
  'ch2.exact.mae': chapter2Linear('baselines.leastSquares.test.mae'),
  'ch2.exact.rmse': chapter2Linear('baselines.leastSquares.test.rmse'),
  ...Object.fromEntries(
    Array.from({ length: 13 }, (_, feature) => [
      `ch2.exact.w${feature}`,
      chapter2Linear(`baselines.leastSquares.coefficients[${feature}]`),
    ]),
  ),
  'ch2.linear.mae': chapter2Linear('metrics.test.mae'),
  'ch2.linear.rmse': chapter2Linear('metrics.test.rmse'),
  'ch2.target.mean': chapter2Linear('metrics.test.targetMean'),
  'ch2.linear.relative': { ...chapter2Linear('metrics.test.relativeRmse'), times: 100 },
  'ch2.network.mae': chapter2Network('metrics.test.mae'),
  'ch2.network.rmse': chapter2Network('metrics.test.rmse'),
  'ch2.network.w1.7.5': chapter2Network('parameters.W1.values[7][5]'),
  'ch2.network.w1.7.0': chapter2Network('parameters.W1.values[7][0]'),
  'ch2.network.w1.7.6': chapter2Network('parameters.W1.values[7][6]'),
  'ch2.network.w1.9.1': chapter2Network('parameters.W1.values[9][1]'),
  'ch2.network.w1.9.3': chapter2Network('parameters.W1.values[9][3]'),
  'ch2.network.w1.9.0': chapter2Network('parameters.W1.values[9][0]'),
};

const lectureLinear = (read: string): Reading => ({ run: 'lecture-linear', read });
const lectureNetwork = (read: string): Reading => ({ run: 'lecture-network', read });

const LECTURE: Readonly<Record<string, Source>> = {
  'lec.exact.mse': lectureLinear('baselines.leastSquares.test.mse'),
  'lec.exact.r2': lectureLinear('baselines.leastSquares.test.r2'),
  'lec.linear.mse': lectureLinear('metrics.test.mse'),
  'lec.linear.r2': lectureLinear('metrics.test.r2'),
  'lec.linear.w5': lectureLinear('parameters.W1.values[5][0]'),
  'lec.linear.w6': lectureLinear('parameters.W1.values[6][0]'),
  'lec.linear.w7': lectureLinear('parameters.W1.values[7][0]'),
  'lec.linear.w8': lectureLinear('parameters.W1.values[8][0]'),
  'lec.linear.w9': lectureLinear('parameters.W1.values[9][0]'),
  'lec.linear.w10': lectureLinear('parameters.W1.values[10][0]'),
  'lec.linear.w11': lectureLinear('parameters.W1.values[11][0]'),
  'lec.linear.w12': lectureLinear('parameters.W1.values[12][0]'),
  'lec.network.mse': lectureNetwork('metrics.test.mse'),
  'lec.network.r2': lectureNetwork('metrics.test.r2'),
};

/** Each model of chapter 3 is printed the same way: five evaluations, ten epochs apart, and two errors at the end. */
function chapter3(model: string): Record<string, Source> {
  const run = `chapter-3-${model}`;
  return {
    [`ch3.${model}.epoch10`]: { run, read: 'evaluations[0].loss' },
    [`ch3.${model}.epoch20`]: { run, read: 'evaluations[1].loss' },
    [`ch3.${model}.epoch30`]: { run, read: 'evaluations[2].loss' },
    [`ch3.${model}.epoch40`]: { run, read: 'evaluations[3].loss' },
    [`ch3.${model}.epoch50`]: { run, read: 'evaluations[4].loss' },
    [`ch3.${model}.mae`]: { run, read: 'metrics.test.mae' },
    [`ch3.${model}.rmse`]: { run, read: 'metrics.test.rmse' },
  };
}

/** By the ids of the ledger. */
export const SOURCES: Readonly<Record<string, Source>> = {
  ...CHAINS,
  ...ARRAYS,
  ...MATRICES,
  ...CHAPTER_2,
  ...LECTURE,
  ...chapter3('linear'),
  ...chapter3('one-hidden'),
  ...chapter3('two-hidden'),
};
