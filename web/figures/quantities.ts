/**
 * Values that figures compute, by figure and name. A lesson can ask its reader to reach one of these, and a test
 * checks that the figure's controls get there.
 */
import type { EngineFunctions } from '../engine/core-calls';
import type { Engine } from '../engine/engine';
import type { FigureValues } from './figure-element';
import { elementOf } from './foundations/arrays';
import { drawXAndW, MATRIX_SHAPES, moveElement, placeNamed, VECTOR_SHAPES } from './foundations/drawn-matrices';
import { descent } from './from-scratch/descent';
import { builtError, groundOf } from './fundamentals/curve-builder';

export type Quantity = (values: FigureValues, functions: EngineFunctions, engine: Engine) => number;

const number = (values: FigureValues, name: string) => values[name] as number;
const names = (values: FigureValues, name: string) => values[name] as readonly string[];

/** X and W as drawn in the figure, with the chosen element changed. */
function moved(values: FigureValues, functions: EngineFunctions, shapes: typeof VECTOR_SHAPES) {
  const place = placeNamed(values.element as string);
  const [drawn, W] = drawXAndW(functions, number(values, 'seed'), shapes);
  const chain = functions.matrixChain(moveElement(functions, drawn, place, number(values, 'moved')), W);
  return { ...chain, gradient: elementOf(chain.dLdX, place.row, place.column) };
}

export const QUANTITIES: Readonly<Record<string, Readonly<Record<string, Quantity>>>> = {
  derivative: {
    slope: (values, { chainDerivative }) => chainDerivative([values.function as string], number(values, 'point')),
  },
  strings: { slope: (values) => number(values, 'first') * number(values, 'second') },
  chain: {
    value: (values, { chainValues }) =>
      chainValues(names(values, 'functions'), number(values, 'point')).at(-1) as number,
    derivative: (values, { chainDerivative }) => chainDerivative(names(values, 'functions'), number(values, 'point')),
  },
  'two-inputs': {
    derivative: (values, { twoInputs }) =>
      twoInputs(
        values.combine as 'sum' | 'product',
        values.function as string,
        number(values, 'x'),
        number(values, 'y'),
      ).dx,
  },
  'sigma-product': {
    /** σ′(N) */
    slope: (values, functions) => elementOf(moved(values, functions, VECTOR_SHAPES).dSdN, 0, 0),
    /** ∂s/∂x of the chosen element. */
    gradient: (values, functions) => moved(values, functions, VECTOR_SHAPES).gradient,
  },
  'loss-curve': {
    loss: (values, functions) => moved(values, functions, MATRIX_SHAPES).L,
    slope: (values, functions) => moved(values, functions, MATRIX_SHAPES).gradient,
  },
  'sigmoid-unit': {
    /** The input at which the unit's output is one half. */
    middle: (values) => -number(values, 'bias') / number(values, 'weight'),
    output: (values, { chainValues }) =>
      chainValues(['sigmoid'], number(values, 'weight') * number(values, 'x') + number(values, 'bias'))[0] as number,
  },
  'curve-builder': {
    /** RMSE of the built curve on the training rows, in $1000s. */
    rmse: (values, _, engine) => builtError(engine, values, groundOf(engine)),
  },
  squares: {
    loss: (values) => {
      const targets = values.targets as readonly number[];
      const errors = (values.predictions as readonly number[]).map((value, i) => value - (targets[i] as number));
      return errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
    },
  },
  sgd: {
    /** The weight after the last step. */
    reached: (values, functions) =>
      descent(functions, number(values, 'weight'), number(values, 'rate'), number(values, 'steps')).at(-1)
        ?.weight as number,
  },
};
