/** Spreads batches evenly over time at a chosen speed. All times are in milliseconds of one clock. */
import type { Speed } from './protocol';

/** A longer delay (a slow machine, a sleeping computer) is not followed by a burst of batches. */
const MOST_CATCHING_UP = 100;

export class Pace {
  /** Time from one batch to the next; 0 for unlimited speed. */
  #interval: number;
  /** When the next batch is due. */
  #due: number;

  /** The first batch is due at once. */
  constructor(speed: Speed, now: number) {
    this.#interval = intervalOf(speed);
    this.#due = now;
  }

  /** The next batch is then due one new interval after the latest one. */
  changeSpeed(speed: Speed): void {
    const latest = this.#due - this.#interval;
    this.#interval = intervalOf(speed);
    this.#due = latest + this.#interval;
  }

  /** How many batches are due now. */
  allowed(now: number): number {
    if (this.#interval === 0) return Number.POSITIVE_INFINITY;
    this.#due = Math.max(this.#due, now - MOST_CATCHING_UP);
    return this.#due > now ? 0 : Math.floor((now - this.#due) / this.#interval) + 1;
  }

  spend(batches: number): void {
    this.#due += batches * this.#interval;
  }

  /** Time until the next batch is due. */
  wait(now: number): number {
    return this.#interval === 0 ? 0 : Math.max(0, this.#due - now);
  }
}

function intervalOf(speed: Speed): number {
  return speed === null ? 0 : 1000 / speed;
}
