/** The rows for a curve that is built by hand, and the error of that curve. */
import type { Engine } from '../../engine/engine';
import type { Matrix } from '../../engine/types';
import type { Recipe } from '../../recipe/schema';
import type { FigureValues } from '../figure-element';
import { withRun } from '../with-run';
import { priceModel } from './price-models';
import { type HiddenLayer, type TakenApart, takeApart } from './sigmoid-sum';
import { type Sweep, sweepOf } from './sweep';

export const FEATURE = 'LSTAT';

const BASE = priceModel('linear');
const RECIPE: Recipe = { ...BASE, data: { ...BASE.data, features: [FEATURE] } };

/** The training rows to fit, with the best line and the mean for comparison. */
export interface Ground {
  readonly sweep: Sweep;
  /** Shape (rows, 1), as scaled; and the prices, in $1000s. */
  readonly features: Matrix;
  readonly targets: Matrix;
  /** The feature in its own unit, in the order of the rows. */
  readonly raw: Float64Array;
  /** RMSE of the least-squares line and of always predicting the mean. */
  readonly line: number;
  readonly mean: number;
}

const grounds = new WeakMap<Engine, Ground>();

export function groundOf(engine: Engine): Ground {
  const known = grounds.get(engine);
  if (known !== undefined) return known;
  const sweep = sweepOf(engine, RECIPE, 0);
  const ground = withRun(engine, RECIPE, (run) => {
    const { operations, targets } = run.trace(run.rows('training'));
    const features = operations[0]?.input as Matrix;
    const { leastSquares, meanTarget } = run.baselines;
    return {
      sweep,
      features,
      targets,
      raw: features.values.map((value) => toRaw(sweep, value)),
      line: leastSquares.training.rmse,
      mean: meanTarget.training.rmse,
    };
  });
  grounds.set(engine, ground);
  return ground;
}

/** Converts standard deviations to the feature’s own unit, and back. */
export function toRaw({ raw, scaled }: Sweep, value: number): number {
  return between(scaled, raw, value);
}

export function toScaled({ raw, scaled }: Sweep, value: number): number {
  return between(raw, scaled, value);
}

function between(from: Float64Array, to: Float64Array, value: number): number {
  const [x0, x1] = [from[0] as number, from.at(-1) as number];
  const [y0, y1] = [to[0] as number, to.at(-1) as number];
  return y0 + ((value - x0) * (y1 - y0)) / (x1 - x0);
}

/** The units that are in use, from the figure’s values. */
export function builtNetwork(values: FigureValues): HiddenLayer {
  const count = values.units as number;
  const first = (name: string) => Float64Array.from((values[name] as readonly number[]).slice(0, count));
  return {
    weights: { rows: 1, columns: count, values: first('weights') },
    biases: { rows: 1, columns: count, values: first('biases') },
    outputs: { rows: count, columns: 1, values: first('outputs') },
    bias: { rows: 1, columns: 1, values: Float64Array.of(values.bias as number) },
  };
}

export function builtCurve({ functions }: Engine, values: FigureValues, { sweep }: Ground): TakenApart {
  return takeApart(functions, builtNetwork(values), sweep.features);
}

/** Root of the mean squared error on the training rows, in $1000s. */
export function builtError({ functions }: Engine, values: FigureValues, { features, targets }: Ground): number {
  const { total } = takeApart(functions, builtNetwork(values), features);
  const predictions = { rows: total.length, columns: 1, values: total };
  return Math.sqrt(functions.lossOf('mean-squared-error', {}, predictions, targets).loss);
}
