import type { Checkpoint, RunPoint } from './protocol';

/** At most so many checkpoints, of so many bytes in all; the two at the ends are kept however large they are. */
const MOST_POINTS = 64;
const MOST_BYTES = 32 * 2 ** 20;

export interface CheckpointBounds {
  readonly points: number;
  readonly bytes: number;
}

/**
 * Checkpoints of one run by batch, in bounded memory. When there are too many, those that lie closest together go, and
 * from then on fewer are wanted, so that what is kept stays spread over the whole run: a run of n batches asks for
 * about 64 · log₂ n captures in all, however often it is evaluated.
 */
export class CheckpointStore {
  readonly #bounds: CheckpointBounds;
  #points: Checkpoint[] = [];
  #places: readonly RunPoint[] = [];
  /** Batches from one point to the next at least. */
  #spacing = 1;

  constructor(bounds: CheckpointBounds = { points: MOST_POINTS, bytes: MOST_BYTES }) {
    this.#bounds = bounds;
  }

  /** Where the points lie, by batch; the same list as long as nothing has changed. */
  get places(): readonly RunPoint[] {
    return this.#places;
  }

  /** Whether a checkpoint at this batch would be far enough behind the last one. */
  wants(batch: number): boolean {
    const last = this.#places.at(-1);
    return last === undefined || batch - last.batch >= this.#spacing;
  }

  /** Adds a point to the end; what lay at its batch or after it belongs to another run and is forgotten. */
  put(point: Checkpoint): void {
    this.#points = this.#points.filter(({ batch }) => batch < point.batch);
    if (this.#points.length < 2) this.#spacing = 1;
    this.#points.push(point);
    while (this.#isTooMuch()) this.#thin();
    this.#notePlaces();
  }

  /** Adds where the run stood when it was left for an earlier point: one more than the bound, until the next `put`. */
  leave(point: Checkpoint): void {
    if (point.batch <= (this.#places.at(-1)?.batch ?? -1)) return;
    this.#points.push(point);
    this.#notePlaces();
  }

  /** The latest point at this batch or before it. */
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

  /** Doubles the least distance, and drops the points it is too long for; never the first, never the last. */
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
