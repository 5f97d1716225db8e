/**
 * A run with its loss curve, its checkpoints (including the first and the best), and the data that the page has not
 * received yet.
 */
import { CurveRecorder } from '../engine/curve';
import type { BySet, CurvePoint, Evaluation, GradientComparison, Progress, RowSet, Run } from '../engine/types';
import type { Recipe } from '../recipe/schema';
import { CheckpointStore } from './checkpoint-store';
import type { Calls, Checkpoint, RunDescription, RunPoint, Snapshot } from './protocol';

export class TrackedRun {
  readonly #id: number;
  readonly #run: Run;
  readonly #recipe: Recipe;
  readonly #curve: CurveRecorder;
  readonly #checkpoints = new CheckpointStore();
  readonly #hasValidation: boolean;
  readonly #first: Checkpoint;
  #best: Checkpoint;
  #bestLoss: number;
  #dependenceFeature: number;
  #progress: Progress;

  /** The data that no snapshot has sent yet: points of the curve from this index on, evaluations after this batch. */
  #pointsSent = 0;
  #batchSent = 0;
  #restart = true;
  #checkpointIsDue = true;

  #edited: readonly RunPoint[] = [];
  /** The run before the edits at the current batch; null if nothing was edited at this batch. */
  #unedited: { readonly parameters: Float64Array; readonly edited: readonly RunPoint[] } | null = null;

  /** Takes over an untrained run; `dispose` disposes of it. */
  constructor(id: number, run: Run, recipe: Recipe, dependenceFeature: number) {
    this.#id = id;
    this.#run = run;
    this.#recipe = recipe;
    this.#curve = new CurveRecorder(run, recipe);
    this.#hasValidation = run.rows('validation').length > 0;
    this.#dependenceFeature = dependenceFeature;
    this.#progress = run.progress();
    this.#first = this.checkpoint();
    this.#best = this.#first;
    this.#bestLoss = this.#watchedLoss();
    this.#checkpoints.put(this.#first);
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Whether there is nothing left to train. */
  get hasEnded(): boolean {
    return this.#progress.status !== 'training';
  }

  describe(): RunDescription {
    const { leastSquares, meanTarget } = this.#run.baselines;
    return {
      runId: this.#id,
      recipe: this.#recipe,
      parameters: this.#run.parameterShapes,
      operations: this.#run.operations,
      rows: {
        training: this.#run.rows('training'),
        validation: this.#run.rows('validation'),
        test: this.#run.rows('test'),
      },
      // A message transfers its arrays, and this one belongs to the run.
      baselines: { meanTarget, leastSquares: { ...leastSquares, coefficients: leastSquares.coefficients.slice() } },
    };
  }

  /** As `Run.trainBatches`. */
  train(count: number): Progress {
    const { batch } = this.#progress;
    const pointsBefore = this.#curve.points.length;
    this.#checkpoints.dropAfter(batch);
    this.#unedited = null;
    this.#progress = this.#curve.trainBatches(count);
    this.#checkpointIsDue = true;
    this.#look(this.#curve.points[pointsBefore], this.#run.evaluations(batch).at(-1));
    return this.#progress;
  }

  setLearningRate(learningRate: number): void {
    const isSame = learningRate === this.#progress.learningRate;
    this.#run.setLearningRate(learningRate);
    this.#progress = this.#run.progress();
    this.#checkpointIsDue = true;
    if (!isSame) this.#checkpoints.put(this.checkpoint());
  }

  setDependenceFeature(feature: number): void {
    // Throws if there is no such feature, before the old one is replaced.
    this.#run.response(feature);
    this.#dependenceFeature = feature;
  }

  trace(rows: Int32Array | 'next'): Calls['trace']['reply'] {
    const isNext = rows === 'next';
    const traced = isNext ? this.#run.nextRows() : rows;
    const mode = isNext ? 'training' : 'inference';
    return { rows: traced, trace: this.#run.trace(traced, mode), progress: this.#run.progress() };
  }

  compareGradients({ rows, nudged, first, count, step }: Calls['compareGradients']['args']): GradientComparison {
    return this.#run.compareGradients(rows, nudged, first, count, step);
  }

  objectiveAround({ rows, nudged, element, offsets }: Calls['objectiveAround']['args']): { values: Float64Array } {
    return { values: this.#run.objectiveAround(rows, nudged, element, offsets) };
  }

  setParameters(parameters: Float64Array): void {
    const unedited = this.#unedited ?? { parameters: this.#run.parameters(), edited: this.#edited };
    this.#run.setParameters(parameters);
    this.#unedited = unedited;
    this.#edited = parameters.every((value, index) => Object.is(value, unedited.parameters[index]))
      ? unedited.edited
      : [...unedited.edited, this.#place];
    if (this.#progress.batch === 0) this.#beginCurve();
    this.#checkpointIsDue = true;
    this.#checkpoints.put(this.checkpoint());
  }

  /** Training starts from other parameters, and so does its curve. */
  #beginCurve(): void {
    this.#curve.begin();
    this.#pointsSent = 0;
    this.#batchSent = 0;
    this.#restart = true;
    this.#beginBestHere(this.checkpoint());
  }

  checkpoint(): Checkpoint {
    return { ...this.#place, capture: this.#run.capture(), curve: this.#curve.capture(), edited: this.#edited };
  }

  /** The restored point becomes the best known one: the curve behind it may belong to another run. */
  restore(checkpoint: Checkpoint): void {
    this.#goTo(checkpoint);
    this.#beginBestHere(checkpoint);
    this.#checkpoints.put(this.#first);
    if (checkpoint.batch > 0) this.#checkpoints.put(checkpoint);
  }

  rewind(batch: number): void {
    // The first checkpoint is always there.
    const point = this.#checkpoints.upTo(batch) ?? this.#first;
    this.#checkpoints.leave(this.checkpoint());
    this.#goTo(point);
    if (this.#best.batch > point.batch) this.#beginBestHere(point);
  }

  restoreBest(learningRate: number): void {
    // An invalid rate must be refused before the run goes back.
    this.#run.setLearningRate(learningRate);
    this.#goTo(this.#best);
    this.setLearningRate(learningRate);
  }

  /** Like a rewind to the first checkpoint, before any change that was made there. */
  reset(): void {
    if (this.#checkpoints.upTo(0) === this.#first) this.#checkpoints.leave(this.checkpoint());
    else this.#checkpoints.put(this.#first);
    this.#goTo(this.#first);
    this.#beginBestHere(this.#first);
  }

  /** Each point goes into exactly one snapshot, so every snapshot must be sent, in order. */
  snapshot(
    playing: boolean,
    { batchesPerSecond, sprint }: Pick<Snapshot, 'batchesPerSecond' | 'sprint'>,
    withCheckpoint: boolean,
  ): Snapshot {
    const sendsCheckpoint = withCheckpoint && this.#checkpointIsDue;
    const { points } = this.#curve;
    const snapshot: Snapshot = {
      runId: this.#id,
      playing,
      progress: this.#progress,
      restart: this.#restart,
      curve: points.slice(this.#pointsSent),
      evaluations: this.#run.evaluations(this.#batchSent),
      loss: this.#bySet((set) => this.#run.loss(set)),
      metrics: this.#bySet((set) => this.#run.metrics(set)),
      parameters: this.#run.parameters(),
      testPredictions: this.#run.predictions('test'),
      dependence: this.#run.response(this.#dependenceFeature),
      batchesPerSecond,
      sprint,
      checkpoint: sendsCheckpoint ? this.checkpoint() : null,
      checkpoints: this.#checkpoints.places,
      best: { epoch: this.#best.epoch, batch: this.#best.batch },
      edited: this.#edited,
    };
    this.#pointsSent = points.length;
    this.#batchSent = this.#progress.batch;
    this.#restart = false;
    if (sendsCheckpoint) this.#checkpointIsDue = false;
    return snapshot;
  }

  dispose(): void {
    this.#run.dispose();
  }

  #bySet<Value>(value: (set: RowSet) => Value): BySet<Value> {
    return {
      training: value('training'),
      validation: this.#hasValidation ? value('validation') : null,
      test: value('test'),
    };
  }

  /** The loss of the current network on the judged rows; infinite if it is not finite. */
  #watchedLoss(): number {
    const loss = this.#run.loss(this.#hasValidation ? 'validation' : 'test');
    return Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY;
  }

  #beginBestHere(point: Checkpoint): void {
    this.#best = point;
    this.#bestLoss = this.#watchedLoss();
  }

  get #place(): RunPoint {
    const { epoch, batch } = this.#progress;
    return { epoch, batch };
  }

  /** After a point or an evaluation: stores a checkpoint if one is due, and the best one if the loss is lower. */
  #look(point: CurvePoint | undefined, evaluation: Evaluation | undefined): void {
    if (point === undefined && evaluation === undefined) return;
    // A run that diverged stays diverged.
    const loss = evaluation?.loss ?? point?.validation ?? point?.test ?? Number.NaN;
    if (this.#checkpoints.wants(this.#progress.batch)) this.#checkpoints.put(this.checkpoint());
    if (loss < this.#bestLoss && this.#progress.status !== 'diverged') {
      this.#best = this.checkpoint();
      this.#bestLoss = loss;
    }
  }

  /** Restores a checkpoint; the page receives the whole history again, as it was there. */
  #goTo({ capture, curve, edited }: Checkpoint): void {
    this.#run.restore(capture);
    this.#curve.restore(curve);
    this.#progress = this.#run.progress();
    this.#edited = edited;
    this.#unedited = null;
    this.#pointsSent = 0;
    this.#batchSent = 0;
    this.#restart = true;
    this.#checkpointIsDue = true;
  }
}
