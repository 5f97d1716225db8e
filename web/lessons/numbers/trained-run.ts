/** A run, as the expressions of a lesson read it. */
import { datasetNamed } from '../../datasets/datasets';
import type { Engine } from '../../engine/engine';
import type { Metrics, MetricsBySet, RowSet, Run } from '../../engine/types';
import type { Recipe } from '../../recipe/schema';
import type { Changed } from './changed-recipe';

export type Rows = readonly (readonly number[])[];

interface Evaluated {
  readonly epoch: number;
  readonly loss: number;
}

/** Trained when it is created, and kept for other pages. */
export class TrainedRun {
  readonly recipe: Recipe;
  readonly #run: Run;

  constructor(engine: Engine, { recipe, batches }: Changed) {
    this.recipe = recipe;
    this.#run = engine.createRun(recipe, datasetNamed(recipe.data.source));
    let progress = this.#run.progress();
    while (progress.status === 'training' && progress.batch < batches) {
      progress = this.#run.trainBatches(Math.min(batches - progress.batch, progress.batchesInEpoch));
    }
  }

  get training(): Metrics {
    return this.#run.metrics('training');
  }

  get validation(): Metrics {
    return this.#run.metrics('validation');
  }

  get test(): Metrics {
    return this.#run.metrics('test');
  }

  /**
   * The exact least-squares fit of the same training rows: `exact.test.rmse`, `exact.coefficients[4]`,
   * `exact.intercept`.
   */
  get exact(): MetricsBySet & { readonly coefficients: readonly number[]; readonly intercept: number } {
    const { coefficients, ...fit } = this.#run.baselines.leastSquares;
    return { ...fit, coefficients: [...coefficients] };
  }

  /** A model that always predicts the mean price of the training rows. */
  get mean(): MetricsBySet {
    return this.#run.baselines.meanTarget;
  }

  /** Trained batches, and completed epochs. */
  get batches(): number {
    return this.#run.progress().batch;
  }

  get epochs(): number {
    return this.#run.progress().epoch;
  }

  /** The losses of the recipe's own evaluations. */
  get evaluations(): readonly Evaluated[] {
    return this.#run.evaluations();
  }

  /** The loss that was evaluated after an epoch. */
  lossAfter(epoch: number): number {
    const found = this.evaluations.find((evaluation) => evaluation.epoch === epoch);
    if (found === undefined) throw new RangeError(`Epoch ${epoch} was not evaluated.`);
    return found.loss;
  }

  /** `W1`, `B1`, …: its rows, counted from 0. */
  parameter(name: string): Rows {
    const shape = this.#run.parameterShapes.find((candidate) => candidate.name === name);
    if (shape === undefined) throw new RangeError(`The run has no parameter ${name}.`);
    const { rows, columns, offset } = shape;
    const all = this.#run.parameters();
    return Array.from({ length: rows }, (_, row) => {
      const first = offset + row * columns;
      return [...all.subarray(first, first + columns)];
    });
  }

  /** The number of parameters. */
  get size(): number {
    return this.#run.parameters().length;
  }

  count(set: RowSet): number {
    return this.#run.rows(set).length;
  }

  predictions(set: RowSet): readonly number[] {
    return [...this.#run.predictions(set)];
  }

  actual(set: RowSet): readonly number[] {
    return [...this.#run.targets(set)];
  }

  /** Its predictions as one feature goes from −1.5 to 3.5 and the others stay at their mean: `{ x, raw, y }`. */
  response(feature: string): Readonly<Record<'x' | 'raw' | 'y', readonly number[]>> {
    const place = this.recipe.data.features.indexOf(feature);
    if (place < 0) throw new RangeError(`The run has no feature ${feature}.`);
    const { scaled, raw, predictions } = this.#run.response(place);
    return { x: [...scaled], raw: [...raw], y: [...predictions] };
  }
}
