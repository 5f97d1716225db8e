/** Estimates the time for one unit of work, so that the size of the next piece can be chosen to fit. */

/** Less than clocks can measure, but not 0, because it is a divisor. */
const LEAST_MILLISECONDS = 1e-4;

export class CostEstimate {
  #milliseconds: number;

  constructor(firstGuess: number) {
    this.#milliseconds = firstGuess;
  }

  /** Milliseconds for one unit. */
  get milliseconds(): number {
    return this.#milliseconds;
  }

  /**
   * `units` took `elapsed` milliseconds. The estimate rises at once and falls by half at most: a coarse clock that
   * reads 0 then only doubles the next piece, and one slow moment is forgotten after a few pieces.
   */
  observe(elapsed: number, units = 1): void {
    this.#milliseconds = Math.max(elapsed / units, this.#milliseconds / 2, LEAST_MILLISECONDS);
  }

  /** Whole units that fit into the time; 0 for negative time. */
  fitting(milliseconds: number): number {
    return Math.max(0, Math.floor(milliseconds / this.#milliseconds));
  }
}
