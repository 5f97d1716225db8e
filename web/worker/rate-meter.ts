/** Measures batches a second over about the last second. */

const WINDOW_MILLISECONDS = 1000;

export class RateMeter {
  #batches = 0;
  #samples: { readonly time: number; readonly batches: number }[];

  constructor(now: number) {
    this.#samples = [{ time: now, batches: 0 }];
  }

  add(batches: number): void {
    this.#batches += batches;
  }

  /** Call it once for each report: every call is also a sample. */
  perSecond(now: number): number {
    this.#samples.push({ time: now, batches: this.#batches });
    while ((this.#samples[1]?.time ?? now) <= now - WINDOW_MILLISECONDS) this.#samples.shift();
    const oldest = this.#samples[0];
    if (oldest === undefined || oldest.time === now) return 0;
    return ((this.#batches - oldest.batches) / (now - oldest.time)) * 1000;
  }
}
