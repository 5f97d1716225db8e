/**
 * Milliseconds that one call may take, so that a check can be cancelled quickly and the worker stays free for other
 * calls.
 */
const CALL_MILLISECONDS = 40;
const FIRST = 4;

/** Adapts how many elements the next call takes to how long the last calls took. */
export class ChunkSize {
  #size = FIRST;
  #latest: number;

  constructor(now: number) {
    this.#latest = now;
  }

  get size(): number {
    return this.#size;
  }

  /** Call it after every call. */
  observe(now: number): void {
    const spent = Math.max(1, now - this.#latest);
    const fitting = (this.#size * CALL_MILLISECONDS) / spent;
    this.#size = Math.max(1, Math.floor(Math.min(fitting, 2 * this.#size)));
    this.#latest = now;
  }
}
