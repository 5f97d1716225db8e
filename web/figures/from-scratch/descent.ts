/** Steps of SGD on one weight: a linear unit and three rows, whose loss is a parabola of known width. */
import type { EngineFunctions } from '../../engine/core-calls';
import type { Matrix, OperationTrace, ParameterTrace } from '../../engine/types';

const column = (...values: readonly number[]): Matrix => ({
  rows: values.length,
  columns: 1,
  values: Float64Array.from(values),
});

/** Both with mean 0, so that the bias stays at 0. The best weight is 2, and L = 1.5·(w − 2)². */
const FEATURES = column(-1.5, 0, 1.5);
const TARGETS = column(-3, 0, 3);

export interface DescentPoint {
  readonly weight: number;
  readonly loss: number;
  /** ∂L/∂w at this weight. */
  readonly gradient: number;
}

/** Loss and gradient at a weight, and the weight after one step from there. */
function stepFrom(functions: EngineFunctions, weight: number, rate: number): DescentPoint & { readonly next: number } {
  const network = {
    layers: [{ units: 1, activation: 'linear' }],
    loss: { function: 'mean-squared-error' },
    optimiser: { method: 'sgd', learningRate: rate },
  };
  const { loss, operations } = functions.trainStep(network, [column(weight), column(0)], FEATURES, TARGETS);
  const [learned] = (operations[0] as OperationTrace).parameters as [ParameterTrace];
  return {
    weight,
    loss,
    gradient: learned.gradient.values[0] as number,
    next: learned.updated.values[0] as number,
  };
}

/** The start, and the point after each step, so one more than the number of steps. */
export function descent(functions: EngineFunctions, from: number, rate: number, steps: number): DescentPoint[] {
  const points: DescentPoint[] = [];
  let weight = from;
  for (let step = 0; step <= steps; step++) {
    const { next, ...point } = stepFrom(functions, weight, rate);
    points.push(point);
    weight = next;
  }
  return points;
}

/** The loss over a range of weights, for its curve. */
export function lossCurve(functions: EngineFunctions, weights: readonly number[]): number[] {
  return weights.map((weight) => stepFrom(functions, weight, 1).loss);
}
