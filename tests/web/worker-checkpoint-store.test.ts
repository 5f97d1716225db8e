import { describe, expect, it } from 'vitest';
import { CheckpointStore } from '../../web/worker/checkpoint-store';
import type { Checkpoint } from '../../web/worker/protocol';

const point = (batch: number, bytes = 8): Checkpoint => ({
  epoch: Math.floor(batch / 12),
  batch,
  capture: new Uint8Array(bytes),
  curve: [],
  edited: [],
});

function filled(batches: readonly number[], bytes = 8, bounds = { points: 64, bytes: 32 * 2 ** 20 }): CheckpointStore {
  const shelf = new CheckpointStore(bounds);
  for (const batch of batches) if (shelf.wants(batch)) shelf.put(point(batch, bytes));
  return shelf;
}

const upTo = (count: number, step = 1): number[] => Array.from({ length: count }, (_, index) => index * step);
const batchesOf = (shelf: CheckpointStore): number[] => shelf.places.map(({ batch }) => batch);

describe('the shelf of checkpoints', () => {
  it('keeps all points while there is room, and finds the latest point up to a batch', () => {
    const shelf = filled(upTo(64, 12));
    expect(batchesOf(shelf)).toEqual(upTo(64, 12));
    for (const batch of [24, 25, 35]) expect(shelf.upTo(batch)).toMatchObject({ epoch: 2, batch: 24 });
  });

  it('of a run of 100,000 epochs stays bounded and spread over the whole run, for few captures', () => {
    const shelf = new CheckpointStore();
    let captures = 0;
    for (let batch = 0; batch <= 1_200_000; batch += 12) {
      if (!shelf.wants(batch)) continue;
      shelf.put(point(batch));
      captures += 1;
      expect(shelf.places.length).toBeLessThanOrEqual(64);
    }
    const batches = batchesOf(shelf);
    const gaps = batches.slice(1).map((batch, index) => batch - (batches[index] as number));
    expect(batches[0]).toBe(0);
    expect(batches.length).toBeGreaterThan(16);
    expect(1_200_000 - (batches.at(-1) as number)).toBeLessThanOrEqual(Math.max(...gaps));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1_200_000 / 16);
    expect(captures).toBeLessThan(64 * 20);
  });

  it('stays within its byte limit, but always keeps the first and the newest point', () => {
    const shelf = filled(upTo(40), 100, { points: 64, bytes: 1000 });
    expect(shelf.places.length).toBeLessThanOrEqual(10);
    expect(batchesOf(shelf)[0]).toBe(0);
    shelf.put(point(40, 5000));
    expect(batchesOf(shelf)).toEqual([0, 40]);
  });

  it('forgets what lies at and after a point that is put, since that is another run', () => {
    const shelf = filled(upTo(10, 12));
    const changed = point(60);
    shelf.put(changed);
    expect(batchesOf(shelf)).toEqual([0, 12, 24, 36, 48, 60]);
    expect(shelf.upTo(60)).toBe(changed);
  });

  it('keeps the point that was rewound from beyond its limit, and removes it when training continues before it', () => {
    const shelf = filled(upTo(64, 12));
    shelf.leave(point(760));
    expect(shelf.places).toHaveLength(65);
    shelf.leave(point(24));
    expect(shelf.places).toHaveLength(65);
    shelf.dropAfter(120);
    expect(batchesOf(shelf)).toEqual(upTo(11, 12));
  });

  it('wants every point again once only the first is left', () => {
    const shelf = filled(upTo(1000));
    expect(shelf.wants((batchesOf(shelf).at(-1) as number) + 1)).toBe(false);
    shelf.dropAfter(0);
    shelf.put(point(1));
    expect(shelf.wants(2)).toBe(true);
  });

  it('gives the same list of places until something changes', () => {
    const shelf = filled(upTo(3));
    const places = shelf.places;
    shelf.dropAfter(2);
    expect(shelf.places).toBe(places);
    shelf.dropAfter(1);
    expect(shelf.places).not.toBe(places);
  });
});
