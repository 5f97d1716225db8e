/**
 * Trains one run, in slices short enough that messages never wait, at the chosen speed, with reports in between.
 * It has no timer: its owner calls `turn` and handles messages in between.
 */
import { EngineError } from '../engine/engine-error';
import { CostEstimate } from './cost-estimate';
import { Pace } from './pace';
import type { Calls, Checkpoint, RunDescription, Snapshot, Speed, Sprint } from './protocol';
import { RateMeter } from './rate-meter';
import { type Step, StepQueue } from './step-queue';
import type { TrackedRun } from './tracked-run';

/** Less than the promised 12 ms, so that a batch slower than the last ones still fits. */
const SLICE_MILLISECONDS = 10;
const FRAME_MILLISECONDS = 16;
/** Reports take at most about a fifth of the time, even if evaluating the network takes long. */
const LEAST_COSTS_BETWEEN_REPORTS = 5;
/** At unlimited speed they take a thirtieth, since they hold training up, as long as ten a second can be sent. */
const LEAST_COSTS_AT_UNLIMITED_SPEED = 30;
const MOST_MILLISECONDS_AT_UNLIMITED_SPEED = 100;
const MILLISECONDS_BETWEEN_CHECKPOINTS = 1000;
/** An initial estimate that is too high rather than too low; the first slice corrects it within a few batches. */
const FIRST_GUESS_OF_A_BATCH = 4;

export interface SessionOutlets {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  report(snapshot: Snapshot): void;
  /** Training failed; waiting steps have been told. */
  fault(error: unknown): void;
  /** There is work to do: call `turn` soon. */
  wake(): void;
}

export class TrainingSession {
  readonly #tracked: TrackedRun;
  readonly #outlets: SessionOutlets;
  readonly #steps = new StepQueue();
  readonly #batchCost = new CostEstimate(FIRST_GUESS_OF_A_BATCH);
  readonly #reportCost = new CostEstimate(1);
  /** True from `play` to `pause`. */
  #pace: Pace | null = null;
  #rate: RateMeter;
  #sprint: Sprint | null = null;
  /** Something has changed since the last snapshot. */
  #hasNews = false;
  #awaitsAcknowledgement = false;
  #latestReport = Number.NEGATIVE_INFINITY;
  #latestCheckpoint = Number.NEGATIVE_INFINITY;

  constructor(tracked: TrackedRun, outlets: SessionOutlets) {
    this.#tracked = tracked;
    this.#outlets = outlets;
    this.#rate = new RateMeter(outlets.now());
  }

  describe(): RunDescription {
    return this.#tracked.describe();
  }

  snapshot(): Snapshot {
    const now = this.#outlets.now();
    const playing = this.#isPlaying();
    const withCheckpoint = !playing || now - this.#latestCheckpoint >= MILLISECONDS_BETWEEN_CHECKPOINTS;
    const batchesPerSecond = playing ? this.#rate.perSecond(now) : 0;
    const snapshot = this.#tracked.snapshot(playing, { batchesPerSecond, sprint: this.#sprint }, withCheckpoint);
    if (snapshot.checkpoint) this.#latestCheckpoint = now;
    this.#hasNews = false;
    this.#reportCost.observe(this.#outlets.now() - now);
    return snapshot;
  }

  play(speed: Speed): Snapshot {
    this.#steps.cutShort(() => this.snapshot());
    if (!this.#tracked.hasEnded) {
      if (speed !== null) this.#sprint = null;
      else if (this.#pace === null || this.#sprint === null) this.#sprint = { batches: 0, milliseconds: 0 };
      const now = this.#outlets.now();
      if (this.#pace) {
        this.#pace.changeSpeed(speed);
      } else {
        this.#pace = new Pace(speed, now);
        this.#rate = new RateMeter(now);
      }
      this.#outlets.wake();
    }
    return this.snapshot();
  }

  pause(): Snapshot {
    this.#rest();
    return this.snapshot();
  }

  /** Steps wait for each other; `step.done` or `step.failed` is called once. */
  step(step: Step): void {
    this.#pace = null;
    this.#sprint = null;
    if (this.#tracked.hasEnded) {
      step.done(this.snapshot());
      return;
    }
    if (this.#steps.isEmpty) this.#rate = new RateMeter(this.#outlets.now());
    this.#steps.add(step);
    this.#outlets.wake();
  }

  reset(): Snapshot {
    this.#rest();
    this.#sprint = null;
    this.#tracked.reset();
    return this.snapshot();
  }

  setLearningRate(learningRate: number): Snapshot {
    this.#tracked.setLearningRate(learningRate);
    return this.snapshot();
  }

  setDependenceFeature(feature: number): Snapshot {
    this.#tracked.setDependenceFeature(feature);
    return this.snapshot();
  }

  checkpoint(): Checkpoint {
    return this.#tracked.checkpoint();
  }

  restore(checkpoint: Checkpoint): Snapshot {
    this.#rest();
    this.#sprint = null;
    this.#tracked.restore(checkpoint);
    return this.snapshot();
  }

  restoreBest(learningRate: number): Snapshot {
    this.#rest();
    this.#sprint = null;
    this.#tracked.restoreBest(learningRate);
    return this.snapshot();
  }

  rewind(batch: number): Snapshot {
    this.#rest();
    this.#sprint = null;
    this.#tracked.rewind(batch);
    return this.snapshot();
  }

  trace(rows: Int32Array | 'next'): Calls['trace']['reply'] {
    return this.#tracked.trace(rows);
  }

  compareGradients(args: Calls['compareGradients']['args']): Calls['compareGradients']['reply'] {
    return this.#tracked.compareGradients(args);
  }

  objectiveAround(args: Calls['objectiveAround']['args']): Calls['objectiveAround']['reply'] {
    return this.#tracked.objectiveAround(args);
  }

  setParameters(parameters: Float64Array): Snapshot {
    this.#rest();
    this.#tracked.setParameters(parameters);
    return this.snapshot();
  }

  /** The latest report has arrived. No other is sent before, so that a slow page has one report waiting at most. */
  acknowledge(): void {
    this.#awaitsAcknowledgement = false;
    this.#outlets.wake();
  }

  /**
   * Does one slice of work. Returns the milliseconds until the next turn is due, 0 for as soon as messages have been
   * handled, or null if there is nothing to do before the next call.
   */
  turn(): number | null {
    const start = this.#outlets.now();
    try {
      const reported = this.#reportIfDue(start);
      this.#train(start + SLICE_MILLISECONDS, reported);
    } catch (error) {
      this.#fail(error);
    }
    return this.#untilNextTurn();
  }

  dispose(): void {
    this.#pace = null;
    this.#steps.fail(new EngineError('RUN_CLOSED', 'Another run was opened before this step was done.'));
    this.#tracked.dispose();
  }

  #isPlaying(): boolean {
    return this.#pace !== null || !this.#steps.isEmpty;
  }

  /** Stops playing. A report follows, in case the call fails and so sends no snapshot. */
  #rest(): void {
    if (this.#isPlaying()) {
      this.#hasNews = true;
      this.#outlets.wake();
    }
    this.#pace = null;
    this.#steps.cutShort(() => this.snapshot());
  }

  #reportIfDue(now: number): boolean {
    if (!this.#hasNews || this.#awaitsAcknowledgement || now < this.#nextReport()) return false;
    const snapshot = this.snapshot();
    this.#latestReport = now;
    this.#awaitsAcknowledgement = true;
    this.#outlets.report(snapshot);
    return true;
  }

  #nextReport(): number {
    const { milliseconds } = this.#reportCost;
    const least = this.#sprint === null ? 0 : LEAST_COSTS_AT_UNLIMITED_SPEED * milliseconds;
    const wait = Math.min(least, MOST_MILLISECONDS_AT_UNLIMITED_SPEED);
    return this.#latestReport + Math.max(FRAME_MILLISECONDS, wait, LEAST_COSTS_BETWEEN_REPORTS * milliseconds);
  }

  /**
   * Trains as many of the wanted batches as fit before `end`; at least one, unless this turn has already worked. Each
   * call takes at most half of the time left, so that batches may become twice as slow without the slice overrunning.
   */
  #train(end: number, hasWorked: boolean): void {
    let mayOverrun = !hasWorked;
    for (;;) {
      const now = this.#outlets.now();
      const wanted = this.#batchesWanted(now);
      if (wanted === 0 || (this.#batchCost.fitting(end - now) === 0 && !mayOverrun)) return;
      const fitting = Math.max(1, this.#batchCost.fitting((end - now) / 2));
      this.#trainBatches(Math.min(wanted, fitting), now);
      mayOverrun = false;
    }
  }

  #trainBatches(count: number, before: number): void {
    const first = this.#tracked.progress.batch;
    const progress = this.#tracked.train(count);
    const trained = progress.batch - first;
    const spent = this.#outlets.now() - before;
    this.#batchCost.observe(spent, Math.max(1, trained));
    if (this.#sprint !== null) {
      const { batches, milliseconds } = this.#sprint;
      this.#sprint = { batches: batches + trained, milliseconds: milliseconds + spent };
    }
    this.#pace?.spend(trained);
    this.#rate.add(trained);
    this.#hasNews = true;
    this.#steps.settle(progress, () => this.snapshot());
    if (this.#tracked.hasEnded) this.#pace = null;
  }

  #batchesWanted(now: number): number {
    if (this.#tracked.hasEnded) return 0;
    return this.#pace ? this.#pace.allowed(now) : this.#steps.batchesWanted(this.#tracked.progress);
  }

  #untilNextTurn(): number | null {
    const now = this.#outlets.now();
    const waits: number[] = [];
    if (this.#isPlaying()) waits.push(this.#pace?.wait(now) ?? 0);
    if (this.#hasNews && !this.#awaitsAcknowledgement) waits.push(Math.max(0, this.#nextReport() - now));
    return waits.length === 0 ? null : Math.min(...waits);
  }

  #fail(error: unknown): void {
    this.#pace = null;
    // If the snapshot itself failed, the next one would fail, too.
    this.#hasNews = false;
    this.#steps.fail(error);
    this.#outlets.fault(error);
  }
}
