/** The loss of a line as a function of its two parameters, and the paths of SGD with batches of different sizes. */
import type { Engine } from '../../engine/engine';
import type { Recipe } from '../../recipe/schema';
import type { Grid } from '../contours';
import { withRun } from '../with-run';
import { courseRecipe } from './recipes';

/** The largest number of updates of a path. */
export const MOST_UPDATES = 120;

/** The number of positions along each axis at which the loss is computed. */
const COLUMNS = 49;
const ROWS = 37;

export interface Parameters {
  readonly w: number;
  readonly b: number;
}

/** The point of a path after a number of updates. */
export interface PathPoint extends Parameters {
  /** Rows read so far; a row counts each time it is read. */
  readonly rows: number;
  /** The loss on all training rows. */
  readonly loss: number;
}

export interface Surface {
  readonly grid: Grid;
  /** The least-squares fit, and its loss on the training rows. */
  readonly best: Parameters & { readonly loss: number };
  readonly trainingRows: number;
}

export interface Descent {
  readonly feature: string;
  /** The number of rows in a batch. */
  readonly size: number;
  readonly rate: number;
  readonly start: Parameters;
  readonly updates: number;
  readonly seed: number;
}

const COURSE = courseRecipe('linear');

/** Chapter 3’s linear model with one feature, without early stopping and without evaluations on the test rows. */
function recipeFor(feature: string, size: number, rate: number, seed: number): Recipe {
  return {
    ...COURSE,
    data: { ...COURSE.data, features: [feature] },
    optimiser: { ...COURSE.optimiser, learningRate: rate },
    training: {
      ...COURSE.training,
      batchSize: size,
      stopAfter: { count: MOST_UPDATES, unit: 'batches' },
      evaluateEvery: { count: MOST_UPDATES, unit: 'batches' },
      earlyStopping: false,
      seed,
    },
  };
}

/** The loss on the training rows at positions spread over two ranges. */
export function surfaceOf(
  engine: Engine,
  feature: string,
  w: readonly [number, number],
  b: readonly [number, number],
): Surface {
  return withRun(engine, recipeFor(feature, 1, 1, 0), (run) => {
    const [xs, ys] = [spread(w, COLUMNS), spread(b, ROWS)];
    const lossAt = (parameters: Parameters): number => {
      run.setParameters(Float64Array.of(parameters.w, parameters.b));
      return run.loss('training');
    };
    const values = ys.flatMap((b) => xs.map((w) => lossAt({ w, b })));
    const { coefficients, intercept } = run.baselines.leastSquares;
    const best = { w: coefficients[0] as number, b: intercept };
    return {
      grid: { xs, ys, values },
      best: { ...best, loss: lossAt(best) },
      trainingRows: run.rows('training').length,
    };
  });
}

function spread([from, to]: readonly [number, number], count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** The start, and the point after each update. It ends earlier if the numbers become too large. */
export function pathOf(engine: Engine, { feature, size, rate, start, updates, seed }: Descent): readonly PathPoint[] {
  return withRun(engine, recipeFor(feature, size, rate, seed), (run) => {
    run.setParameters(Float64Array.of(start.w, start.b));
    const points: PathPoint[] = [{ ...start, rows: 0, loss: run.loss('training') }];
    let rows = 0;
    for (let update = 1; update <= updates; update++) {
      const batch = run.nextRows().length;
      if (run.trainBatches(1).status === 'diverged') break;
      rows += batch;
      const [w, b] = run.parameters() as unknown as [number, number];
      points.push({ w, b, rows, loss: run.loss('training') });
    }
    return points;
  });
}
