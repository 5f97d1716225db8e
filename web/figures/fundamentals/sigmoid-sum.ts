/**
 * Splits the output of a hidden layer of sigmoids into the contributions of its units. The engine computes all
 * products.
 */
import type { CoreFunctions } from '../../engine/core-functions';
import type { Matrix, ParameterShape } from '../../engine/types';

type Operations = Pick<CoreFunctions, 'operationForward'>;

/** A network with one hidden layer and one output. */
export interface HiddenLayer {
  /** Shape (features, units): into the units. */
  readonly weights: Matrix;
  /** Shape (1, units). */
  readonly biases: Matrix;
  /** Shape (units, 1): out of the units. */
  readonly outputs: Matrix;
  /** Shape (1, 1): of the output. */
  readonly bias: Matrix;
}

export interface TakenApart {
  /** Shape (rows, units): each unit’s output times its output weight. */
  readonly contributions: Matrix;
  /** Of the output. */
  readonly bias: number;
  /** Shape (rows): the sum of the contributions and the bias. */
  readonly total: Float64Array;
}

/** `parameters` is flat, laid out by `shapes`: W1, B1, W2, B2. */
export function hiddenLayerOf(shapes: readonly ParameterShape[], parameters: Float64Array): HiddenLayer {
  const [weights, biases, outputs, bias] = shapes.map(({ rows, columns, offset }) => ({
    rows,
    columns,
    values: parameters.slice(offset, offset + rows * columns),
  })) as [Matrix, Matrix, Matrix, Matrix];
  return { weights, biases, outputs, bias };
}

/** `features`: as scaled, shape (rows, features). */
export function takeApart(functions: Operations, network: HiddenLayer, features: Matrix): TakenApart {
  const { operationForward } = functions;
  const { weights, biases, outputs, bias } = network;
  const sums = operationForward('bias-add', [biases], operationForward('weight-multiply', [weights], features));
  const units = operationForward('sigmoid', [], sums);
  const weighed = operationForward('weight-multiply', [outputs], units);
  return {
    contributions: operationForward('weight-multiply', [diagonal(outputs.values)], units),
    bias: bias.values[0] as number,
    total: operationForward('bias-add', [bias], weighed).values,
  };
}

/** The bias and the contributions of some units added up, shape (rows). */
export function partialSum(
  { operationForward }: Operations,
  { contributions, bias }: TakenApart,
  units: readonly number[],
): Float64Array {
  const chosen = Float64Array.from({ length: contributions.columns }, (_, unit) => (units.includes(unit) ? 1 : 0));
  const weights = { rows: chosen.length, columns: 1, values: chosen };
  const sums = operationForward('weight-multiply', [weights], contributions);
  return operationForward('bias-add', [{ rows: 1, columns: 1, values: Float64Array.of(bias) }], sums).values;
}

/** What one unit adds in each row, shape (rows). */
export function contributionOf({ contributions: { rows, columns, values } }: TakenApart, unit: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => values[row * columns + unit] as number);
}

/** How much a unit changes the prediction: its contribution at the last row minus that at the first. */
export function swingOf(contribution: Float64Array): number {
  return (contribution.at(-1) as number) - (contribution[0] as number);
}

/** Units sorted by the size of that change, largest first. */
export function bySwing(taken: TakenApart): readonly number[] {
  const swings = Array.from({ length: taken.contributions.columns }, (_, unit) => swingOf(contributionOf(taken, unit)));
  const size = (unit: number) => Math.abs(swings[unit] as number);
  return [...swings.keys()].sort((a, b) => size(b) - size(a));
}

function diagonal(values: Float64Array): Matrix {
  const size = values.length;
  const square = new Float64Array(size * size);
  values.forEach((value, i) => {
    square[i * size + i] = value;
  });
  return { rows: size, columns: size, values: square };
}
