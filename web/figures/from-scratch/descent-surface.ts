/** The loss of a line over its two parameters, and the way SGD takes down it with batches of different sizes. */
import type { Engine } from '../../engine/engine';
import type { Recipe } from '../../recipe/schema';
import type { Grid } from '../contours';
import { withRun } from '../with-run';
import { courseRecipe } from './recipes';

/** The most updates a path has. */
export const MOST_UPDATES = 120;

/** Places at which the loss is computed, along each axis. */
const COLUMNS = 49;
const ROWS = 37;

export interface Parameters {
  readonly w: number;
  readonly b: number;
}

/** Where a path stands after so many updates. */
export interface PathPoint extends Parameters {
  /** Rows read so far; each counts as often as it was read. */
  readonly rows: number;
  /** On all training rows. */
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
  /** Rows of a batch. */
  readonly size: number;
  readonly rate: number;
  readonly start: Parameters;
  readonly updates: number;
  readonly seed: number;
}

const COURSE = courseRecipe('linear');

/** Chapter 3’s linear model with one feature; it neither stops early nor looks at the test rows on the way. */
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

/** The loss on the training rows at places spread over two ranges. */
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

/** The start and where each update leads; it ends earlier where the numbers grow out of hand. */
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
