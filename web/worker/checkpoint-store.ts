import type { Checkpoint, RunPoint } from './protocol';

/** The largest number of checkpoints, and the limit on their total bytes. The first and the last are always stored. */
const MOST_POINTS = 64;
const MOST_BYTES = 32 * 2 ** 20;

export interface CheckpointBounds {
  readonly points: number;
  readonly bytes: number;
}

/**
 * Checkpoints of one run by batch, in bounded memory. When there are too many, the closest ones are removed and the
 * wanted distance doubles, so that they stay spread over the whole run: a run of n batches makes about 64 · log₂ n
 * captures in all, however often it is evaluated.
 */
export class CheckpointStore {
  readonly #bounds: CheckpointBounds;
  #points: Checkpoint[] = [];
  #places: readonly RunPoint[] = [];
  /** The least number of batches between two checkpoints. */
  #spacing = 1;

  constructor(bounds: CheckpointBounds = { points: MOST_POINTS, bytes: MOST_BYTES }) {
    this.#bounds = bounds;
  }

  /** The batches of the checkpoints; the same array until something changes. */
  get places(): readonly RunPoint[] {
    return this.#places;
  }

  /** Whether a checkpoint at this batch would be far enough from the last one. */
  wants(batch: number): boolean {
    const last = this.#places.at(-1);
    return last === undefined || batch - last.batch >= this.#spacing;
  }

  /** Adds a checkpoint at the end; those at its batch or later belong to another run and are removed. */
  put(point: Checkpoint): void {
    this.#points = this.#points.filter(({ batch }) => batch < point.batch);
    if (this.#points.length < 2) this.#spacing = 1;
    this.#points.push(point);
    while (this.#isTooMuch()) this.#thin();
    this.#notePlaces();
  }

  /** Adds the place from which the run was rewound: one more than the bound, until the next `put`. */
  leave(point: Checkpoint): void {
    if (point.batch <= (this.#places.at(-1)?.batch ?? -1)) return;
    this.#points.push(point);
    this.#notePlaces();
  }

  /** The latest checkpoint at this batch or before it. */
  upTo(batch: number): Checkpoint | undefined {
    return this.#points.findLast((point) => point.batch <= batch);
  }

  dropAfter(batch: number): void {
    if ((this.#places.at(-1)?.batch ?? -1) <= batch) return;
    this.#points = this.#points.filter((point) => point.batch <= batch);
    this.#notePlaces();
  }

  #isTooMuch(): boolean {
    if (this.#points.length <= 2) return false;
    const bytes = this.#points.reduce((sum, { capture }) => sum + capture.byteLength, 0);
    return this.#points.length > this.#bounds.points || bytes > this.#bounds.bytes;
  }

  /** Doubles the least distance and removes the checkpoints that are now too close; never the first or the last. */
  #thin(): void {
    const [first, ...rest] = this.#points as [Checkpoint, ...Checkpoint[]];
    const last = rest.pop();
    this.#spacing *= 2;
    const kept = [first];
    for (const point of rest) {
      if (point.batch - (kept.at(-1) as Checkpoint).batch >= this.#spacing) kept.push(point);
    }
    this.#points = last ? [...kept, last] : kept;
  }

  #notePlaces(): void {
    this.#places = this.#points.map(({ epoch, batch }) => ({ epoch, batch }));
  }
}
