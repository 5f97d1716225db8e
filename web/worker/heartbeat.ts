/** Detects a worker that no longer answers: a terminated worker fires no event. */

const TICK_MILLISECONDS = 500;
/** Counted in ticks, not in time: after the computer slept, waiting answers are read before the second tick. */
const SILENT_TICKS = 5;
/** The script of a new worker may take long to load. */
const SILENT_TICKS_AT_START = 120;

/** The page's timers, or a test's. */
export interface Timers {
  every(milliseconds: number, tick: () => void): () => void;
}

export const pageTimers: Timers = {
  every(milliseconds, tick) {
    const timer = setInterval(tick, milliseconds);
    return () => clearInterval(timer);
  },
};

export class Heartbeat {
  readonly #ping: () => void;
  readonly #silent: () => void;
  readonly #timers: Timers;
  #stop: (() => void) | null = null;
  #ticks = 0;
  #hasStarted = false;

  /**
   * While it is active, it calls `ping` at every tick, and `silent` once if no message arrived for about 2.5 seconds.
   */
  constructor(timers: Timers, ping: () => void, silent: () => void) {
    this.#timers = timers;
    this.#ping = ping;
    this.#silent = silent;
  }

  /** Call it for every message of the worker. */
  heard(): void {
    this.#ticks = 0;
    this.#hasStarted = true;
  }

  listen(): void {
    if (this.#stop) return;
    this.#ticks = 0;
    this.#stop = this.#timers.every(TICK_MILLISECONDS, () => this.#tick());
  }

  rest(): void {
    this.#stop?.();
    this.#stop = null;
  }

  #tick(): void {
    this.#ticks += 1;
    if (this.#ticks <= (this.#hasStarted ? SILENT_TICKS : SILENT_TICKS_AT_START)) {
      this.#ping();
    } else {
      this.rest();
      this.#silent();
    }
  }
}
