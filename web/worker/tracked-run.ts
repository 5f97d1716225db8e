/** A run and what is kept beside it: its loss curve, points to go back to, its first and best ones, and what the page has yet to hear. */
import { CurveRecorder } from '../engine/curve';
import type { CurvePoint, Evaluation, GradientComparison, MetricsBySet, Progress, Run } from '../engine/types';
import type { Recipe } from '../recipe/schema';
import { CheckpointShelf } from './checkpoint-shelf';
import type { Calls, Checkpoint, RunDescription, Snapshot } from './protocol';

export class TrackedRun {
  readonly #id: number;
  readonly #run: Run;
  readonly #recipe: Recipe;
  readonly #curve: CurveRecorder;
  readonly #shelf = new CheckpointShelf();
  readonly #hasValidation: boolean;
  readonly #first: Checkpoint;
  #best: Checkpoint;
  #bestLoss: number;
  #responseFeature: number;
  #progress: Progress;

  /** History that has been looked at, and the part of it that no snapshot has carried yet. */
  #pointsSeen = 0;
  #evaluationsSeen = 0;
  #newPoints: CurvePoint[] = [];
  #newEvaluations: Evaluation[] = [];
  #restart = true;
  #checkpointIsDue = true;

  /** Takes the run over, untrained; `dispose` disposes it. */
  constructor(id: number, run: Run, recipe: Recipe, responseFeature: number) {
    this.#id = id;
    this.#run = run;
    this.#recipe = recipe;
    this.#curve = new CurveRecorder(run, recipe);
    this.#hasValidation = run.rows('validation').length > 0;
    this.#responseFeature = responseFeature;
    this.#progress = run.progress();
    this.#first = this.checkpoint();
    this.#best = this.#first;
    this.#bestLoss = this.#watchedLoss();
    this.#shelf.put(this.#first);
    this.#look();
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Nothing left to train. */
  get hasEnded(): boolean {
    return this.#progress.status !== 'training';
  }

  describe(): RunDescription {
    const { leastSquares, meanPrice } = this.#run.baselines;
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
      // A message gives its arrays up, and this one is the run's own.
      baselines: { meanPrice, leastSquares: { ...leastSquares, coefficients: leastSquares.coefficients.slice() } },
    };
  }

  /** As `Run.trainBatches`. */
  train(count: number): Progress {
    this.#shelf.dropAfter(this.#progress.batch);
    this.#progress = this.#curve.trainBatches(count);
    this.#checkpointIsDue = true;
    this.#look();
    return this.#progress;
  }

  setLearningRate(learningRate: number): void {
    const isSame = learningRate === this.#progress.learningRate;
    this.#run.setLearningRate(learningRate);
    this.#progress = this.#run.progress();
    this.#checkpointIsDue = true;
    if (!isSame) this.#shelf.put(this.checkpoint());
  }

  setResponseFeature(feature: number): void {
    // Throws for a feature there is not, before the old one is forgotten.
    this.#run.response(feature);
    this.#responseFeature = feature;
  }

  trace(rows: Int32Array | 'next'): Calls['trace']['reply'] {
    const traced = rows === 'next' ? this.#run.nextRows() : rows;
    return { rows: traced, trace: this.#run.trace(traced) };
  }

  compareGradients({ rows, nudged, first, count, step }: Calls['compareGradients']['args']): GradientComparison {
    return this.#run.compareGradients(rows, nudged, first, count, step);
  }

  objectiveAround({ rows, nudged, element, offsets }: Calls['objectiveAround']['args']): { values: Float64Array } {
    return { values: this.#run.objectiveAround(rows, nudged, element, offsets) };
  }

  setParameters(parameters: Float64Array): void {
    this.#run.setParameters(parameters);
    this.#checkpointIsDue = true;
    this.#shelf.put(this.checkpoint());
  }

  checkpoint(): Checkpoint {
    const { epoch, batch } = this.#progress;
    return { epoch, batch, capture: this.#run.capture(), curve: this.#curve.capture() };
  }

  /** The best point known is from then on the restored one: the curve behind it may be another run's. */
  restore(checkpoint: Checkpoint): void {
    this.#goTo(checkpoint);
    this.#beginBestHere(checkpoint);
    this.#shelf.put(this.#first);
    if (checkpoint.batch > 0) this.#shelf.put(checkpoint);
  }

  rewind(batch: number): void {
    // The first point is always there.
    const point = this.#shelf.upTo(batch) ?? this.#first;
    this.#shelf.leave(this.checkpoint());
    this.#goTo(point);
    if (this.#best.batch > point.batch) this.#beginBestHere(point);
  }

  restoreBest(learningRate: number): void {
    // A rate that is refused must be refused before anything has moved.
    this.#run.setLearningRate(learningRate);
    this.#goTo(this.#best);
    this.setLearningRate(learningRate);
  }

  /** As a rewind to the first point, before any change that was made there. */
  reset(): void {
    if (this.#shelf.upTo(0) === this.#first) this.#shelf.leave(this.checkpoint());
    else this.#shelf.put(this.#first);
    this.#goTo(this.#first);
    this.#beginBestHere(this.#first);
  }

  /** Every point and evaluation goes into one snapshot, so each one made must be sent, in order. */
  snapshot(playing: boolean, batchesPerSecond: number, withCheckpoint: boolean): Snapshot {
    const sendsCheckpoint = withCheckpoint && this.#checkpointIsDue;
    const snapshot: Snapshot = {
      runId: this.#id,
      playing,
      progress: this.#progress,
      restart: this.#restart,
      curve: this.#newPoints,
      evaluations: this.#newEvaluations,
      metrics: this.#metrics(),
      parameters: this.#run.parameters(),
      testPredictions: this.#run.predictions('test'),
      response: this.#run.response(this.#responseFeature),
      batchesPerSecond,
      checkpoint: sendsCheckpoint ? this.checkpoint() : null,
      kept: this.#shelf.places,
      best: { epoch: this.#best.epoch, batch: this.#best.batch },
    };
    this.#newPoints = [];
    this.#newEvaluations = [];
    this.#restart = false;
    if (sendsCheckpoint) this.#checkpointIsDue = false;
    return snapshot;
  }

  dispose(): void {
    this.#run.dispose();
  }

  #metrics(): MetricsBySet {
    return {
      training: this.#run.metrics('training'),
      validation: this.#hasValidation ? this.#run.metrics('validation') : null,
      test: this.#run.metrics('test'),
    };
  }

  /** Of the network as it is now; what any finite loss betters where it is not finite itself. */
  #watchedLoss(): number {
    const loss = this.#run.metrics(this.#hasValidation ? 'validation' : 'test').mse;
    return Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY;
  }

  #beginBestHere(point: Checkpoint): void {
    this.#best = point;
    this.#bestLoss = this.#watchedLoss();
  }

  /** Notes what training has added, and keeps the point if it is the best so far. */
  #look(): void {
    const points = this.#curve.points.slice(this.#pointsSeen);
    const evaluations = this.#run.evaluations(this.#evaluationsSeen);
    this.#pointsSeen += points.length;
    this.#evaluationsSeen += evaluations.length;
    this.#newPoints.push(...points);
    this.#newEvaluations.push(...evaluations);
    // Both were taken where the run stands now: it returns after each of them. A run that diverged stays so.
    const point = points.at(-1);
    const loss = evaluations.at(-1)?.loss ?? point?.validation ?? point?.test ?? Number.NaN;
    if (points.length + evaluations.length > 0 && this.#shelf.wants(this.#progress.batch)) {
      this.#shelf.put(this.checkpoint());
    }
    if (loss < this.#bestLoss && this.#progress.status !== 'diverged') {
      this.#best = this.checkpoint();
      this.#bestLoss = loss;
    }
  }

  /** The page hears the whole history again, as it was at the checkpoint. */
  #goTo({ capture, curve }: Checkpoint): void {
    this.#run.restore(capture);
    this.#curve.restore(curve);
    this.#progress = this.#run.progress();
    this.#newPoints = [...curve];
    this.#newEvaluations = [...this.#run.evaluations()];
    this.#pointsSeen = this.#newPoints.length;
    this.#evaluationsSeen = this.#newEvaluations.length;
    this.#restart = true;
    this.#checkpointIsDue = true;
  }
}
