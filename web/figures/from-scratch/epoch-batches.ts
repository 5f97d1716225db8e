/** The batches the trainer takes, in order. */
import { datasetNamed } from '../../datasets/datasets';
import type { Engine } from '../../engine/engine';
import type { Recipe } from '../../recipe/schema';
import { courseRecipe } from './recipes';

/** The number of epochs shown: the second one has another order. */
export const EPOCHS = 2;

export interface TakenBatch {
  /** Counted from 0. */
  readonly epoch: number;
  /** Rows of the data set, in the order they were drawn. */
  readonly rows: Int32Array;
}

export interface EpochBatches {
  /** The training rows, by number. */
  readonly rows: readonly number[];
  readonly batches: readonly TakenBatch[];
}

/** Trains the course’s linear model for `EPOCHS` epochs with batches of this size, and records the rows of each one. */
export function epochBatches(engine: Engine, size: number): EpochBatches {
  const course = courseRecipe('linear');
  const recipe: Recipe = {
    ...course,
    // Small enough for the smallest batches; the order does not depend on it.
    optimiser: { ...course.optimiser, learningRate: 1e-4 },
    training: { ...course.training, batchSize: size, stopAfter: { count: EPOCHS, unit: 'epochs' } },
  };
  const run = engine.createRun(recipe, datasetNamed(recipe.data.source));
  try {
    const rows = [...run.rows('training')].sort((one, other) => one - other);
    const batches: TakenBatch[] = [];
    for (let progress = run.progress(); progress.status === 'training'; progress = run.trainBatches(1)) {
      batches.push({ epoch: progress.epoch, rows: run.nextRows() });
    }
    return { rows, batches };
  } finally {
    run.dispose();
  }
}
