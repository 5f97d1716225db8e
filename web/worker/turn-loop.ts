/** Alternates work with the messages of a worker: messages that have arrived are handled after every turn. */

export interface Scheduler {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Calls back once the messages that wait now have been handled. */
  soon(callback: () => void): void;
  /** Calls back after this many milliseconds of `now`; returns a function that cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** A worker's own clock and timers. */
export function workerScheduler(): Scheduler {
  // A message to oneself arrives at once and in order; a timer of 0 would wait for 4 ms.
  const { port1, port2 } = new MessageChannel();
  const callbacks: (() => void)[] = [];
  port1.onmessage = () => callbacks.shift()?.();
  return {
    now: () => performance.now(),
    soon(callback) {
      callbacks.push(callback);
      port2.postMessage(null);
    },
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/**
 * `turn` returns the milliseconds to the next turn, 0 for as soon as waiting messages are handled, or null to sleep
 * until `wake`.
 */
export class TurnLoop {
  readonly #turn: () => number | null;
  readonly #scheduler: Scheduler;
  #isPosted = false;
  #callOff: (() => void) | null = null;

  constructor(turn: () => number | null, scheduler: Scheduler) {
    this.#turn = turn;
    this.#scheduler = scheduler;
  }

  wake(): void {
    this.stopWaiting();
    if (this.#isPosted) return;
    this.#isPosted = true;
    this.#scheduler.soon(() => this.#run());
  }

  stopWaiting(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #run(): void {
    this.#isPosted = false;
    const wait = this.#turn();
    if (wait === 0) this.wake();
    else if (wait !== null && !this.#isPosted) this.#callOff = this.#scheduler.after(wait, () => this.wake());
  }
}
