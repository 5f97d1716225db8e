/** Trains a run and records its loss curve; used by the worker and the headless library. */
import type { Recipe } from '../recipe/schema';
import type { CurvePoint, Progress, Run } from './types';

/** The approximate largest number of points of a curve, for any length of the run. */
const POINTS = 400;

/** The number of epochs in the recipe; the last one may be incomplete. */
export function plannedEpochs({ training }: Recipe, trainingRows: number): number {
  const { count, unit } = training.stopAfter;
  const batchesInEpoch = Math.ceil(trainingRows / training.batchSize);
  return unit === 'epochs' ? count : Math.ceil(count / batchesInEpoch);
}

/** Epochs from one point of the curve to the next: 1, or more for runs of more than 400 epochs. */
export function epochsBetweenPoints(recipe: Recipe, trainingRows: number): number {
  return Math.max(1, Math.ceil(plannedEpochs(recipe, trainingRows) / POINTS));
}

/**
 * The loss curve of one run: a point before training, one at every k-th epoch's end, one at the run's end.
 * Train through `trainBatches` of this class, not of the run, so that no point is missed. The points depend only on the
 * recipe, not on the number of batches in each call.
 */
export class CurveRecorder {
  readonly #run: Run;
  readonly #interval: number;
  #points: CurvePoint[] = [];

  constructor(run: Run, recipe: Recipe) {
    this.#run = run;
    this.#interval = epochsBetweenPoints(recipe, run.rows('training').length);
    this.begin();
  }

  get points(): readonly CurvePoint[] {
    return this.#points;
  }

  /** Like `Run.trainBatches`; also adds a point if one is due. */
  trainBatches(count: number): Progress {
    const progress = this.#run.trainBatches(count);
    if (this.#isDue(progress)) this.#record(progress);
    return progress;
  }

  /** Starts the curve again from the run's parameters as they are now; call it before training begins. */
  begin(): void {
    this.#points = [];
    this.#record(this.#run.progress());
  }

  /** The points so far, to be kept beside the run's own capture. */
  capture(): readonly CurvePoint[] {
    return [...this.#points];
  }

  /** Continues from points that were captured at the run's current place; call it after restoring the run. */
  restore(points: readonly CurvePoint[]): void {
    this.#points = [...points];
  }

  #isDue(progress: Progress): boolean {
    const last = this.#points.at(-1);
    if (last && progress.batch <= last.batch) return false;
    if (progress.status !== 'training') return true;
    const passed = progress.epoch - (last?.epoch ?? 0);
    return passed > 0 && progress.epoch % this.#interval === 0;
  }

  #record({ epoch, batch }: Progress): void {
    this.#points.push({
      epoch,
      batch,
      training: this.#run.loss('training'),
      validation: this.#run.rows('validation').length > 0 ? this.#run.loss('validation') : null,
      test: this.#run.loss('test'),
    });
  }
}
