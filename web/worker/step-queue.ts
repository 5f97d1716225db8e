/** Requested steps that are not done yet, in order. */
import type { Progress } from '../engine/types';
import type { Snapshot } from './protocol';

export interface Step {
  readonly count: number;
  readonly unit: 'batches' | 'epochs';
  done(snapshot: Snapshot): void;
  failed(error: unknown): void;
}

export class StepQueue {
  #steps: Step[] = [];
  /** The end of the first step, in its unit; null until it has begun. */
  #target: number | null = null;

  get isEmpty(): boolean {
    return this.#steps.length === 0;
  }

  add(step: Step): void {
    this.#steps.push(step);
  }

  /** Batches that the first step still needs; a step of epochs relies on training to return at an epoch's end. */
  batchesWanted(progress: Progress): number {
    const step = this.#steps[0];
    if (step === undefined) return 0;
    this.#target ??= positionOf(progress, step) + step.count;
    return step.unit === 'epochs' ? Number.POSITIVE_INFINITY : this.#target - progress.batch;
  }

  /** Answers the first step if it is done, and all steps if there is nothing left to train. */
  settle(progress: Progress, snapshot: () => Snapshot): void {
    const step = this.#steps[0];
    if (progress.status !== 'training') {
      this.cutShort(snapshot);
    } else if (step !== undefined && this.#target !== null && positionOf(progress, step) >= this.#target) {
      this.#steps.shift();
      this.#target = null;
      answer(step, snapshot);
    }
  }

  /** Answers all steps with the state reached so far. */
  cutShort(snapshot: () => Snapshot): void {
    for (const step of this.#empty()) answer(step, snapshot);
  }

  fail(error: unknown): void {
    for (const step of this.#empty()) step.failed(error);
  }

  /** Empties the queue first, so that the answers say that nothing is playing. */
  #empty(): Step[] {
    const steps = this.#steps;
    this.#steps = [];
    this.#target = null;
    return steps;
  }
}

/** Every step gets an answer, even if the snapshot fails. */
function answer(step: Step, snapshot: () => Snapshot): void {
  try {
    step.done(snapshot());
  } catch (error) {
    step.failed(error);
  }
}

function positionOf(progress: Progress, step: Step): number {
  return step.unit === 'epochs' ? progress.epoch : progress.batch;
}
