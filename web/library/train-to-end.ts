import type { Dataset } from '../datasets/dataset';
import { CurveRecorder } from '../engine/curve';
import type { Engine } from '../engine/engine';
import type { CurvePoint, Progress, Run } from '../engine/types';
import type { Recipe } from '../recipe/schema';
import { type TrainResult, trainResult } from './train-result';

/** The most batches in one step, so that a step is short. */
const STEP = 32;

/** The result of a run that has ended; plain data, which can be sent to another thread. */
export interface Trained {
  readonly result: TrainResult;
  /** Flat, W1, B1, W2, …, row by row. */
  readonly parameters: Float64Array;
  /** Row numbers of the data set. */
  readonly trainingRows: Int32Array;
}

/** A run without a page, in short steps. Call `dispose` when done with it. */
export class HeadlessRun {
  readonly #recipe: Recipe;
  readonly #run: Run;
  readonly #curve: CurveRecorder;
  #progress: Progress;

  /** Throws the engine's EngineError if data and recipe do not fit. */
  constructor(engine: Engine, recipe: Recipe, dataset: Dataset) {
    this.#recipe = recipe;
    this.#run = engine.createRun(recipe, dataset);
    this.#curve = new CurveRecorder(this.#run, recipe);
    this.#progress = this.#run.progress();
  }

  get isTraining(): boolean {
    return this.#progress.status === 'training';
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** The latest point of the loss curve; a new object for each point. */
  get latest(): CurvePoint {
    return this.#curve.points.at(-1) as CurvePoint;
  }

  /** Trains a few batches. */
  step(): void {
    this.#progress = this.#curve.trainBatches(Math.min(this.#progress.batchesInEpoch, STEP));
  }

  /** For a run that has ended. */
  trained(): Trained {
    const run = this.#run;
    const result = trainResult(run, this.#recipe, this.#curve.points);
    return { result, parameters: run.parameters(), trainingRows: run.rows('training') };
  }

  dispose(): void {
    this.#run.dispose();
  }
}

/**
 * Trains a checked recipe until it ends, without a break. Throws the engine's EngineError if data and recipe do not
 * fit.
 */
export function trainToEnd(engine: Engine, recipe: Recipe, dataset: Dataset): TrainResult {
  const run = new HeadlessRun(engine, recipe, dataset);
  try {
    while (run.isTraining) run.step();
    return run.trained().result;
  } finally {
    run.dispose();
  }
}
