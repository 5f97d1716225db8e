/** Milliseconds one call may take, so that a cancelled check stops at once and the worker stays free for others. */
const CALL_MILLISECONDS = 40;
const FIRST = 4;

/** How many elements the next call takes: more while calls are short, fewer when they get long. */
export class ChunkSize {
  #size = FIRST;
  #latest: number;

  constructor(now: number) {
    this.#latest = now;
  }

  get size(): number {
    return this.#size;
  }

  /** To be told after every call. */
  observe(now: number): void {
    const spent = Math.max(1, now - this.#latest);
    const fitting = (this.#size * CALL_MILLISECONDS) / spent;
    this.#size = Math.max(1, Math.floor(Math.min(fitting, 2 * this.#size)));
    this.#latest = now;
  }
}
