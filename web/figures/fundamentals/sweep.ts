/** The inputs of a sweep: one feature varies, the others stay at their mean on the test rows. */
import type { Engine } from '../../engine/engine';
import type { Matrix } from '../../engine/types';
import type { Recipe } from '../../recipe/schema';
import { withRun } from '../with-run';

export interface Sweep {
  /** The varying feature in its own unit, and scaled. */
  readonly raw: Float64Array;
  readonly scaled: Float64Array;
  /** Shape (points, features), as scaled. */
  readonly features: Matrix;
}

/** The range in standard deviations from the mean, as in the course. */
const [FROM, TO] = [-1.5, 3.5];
const POINTS = 81;

/** `feature`: its index in the recipe’s features. */
export function sweepOf(engine: Engine, recipe: Recipe, feature: number): Sweep {
  return withRun(engine, recipe, (run) => {
    const { raw, scaled } = run.response(feature, FROM, TO, POINTS);
    const means = columnMeans(engine, run.trace(run.rows('test')).operations[0]?.input as Matrix);
    const values = new Float64Array(POINTS * means.length);
    scaled.forEach((value, point) => {
      values.set(means, point * means.length);
      values[point * means.length + feature] = value;
    });
    return { raw, scaled, features: { rows: POINTS, columns: means.length, values } };
  });
}

function columnMeans({ functions }: Engine, matrix: Matrix): Float64Array {
  const { rows } = matrix;
  const shares = { rows: 1, columns: rows, values: new Float64Array(rows).fill(1 / rows) };
  return functions.operationForward('weight-multiply', [matrix], shares).values;
}
