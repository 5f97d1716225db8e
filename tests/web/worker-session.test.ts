import { describe, expect, it } from 'vitest';
import { Stage } from './worker-stage';

describe('slices', () => {
  it('fill their time and stay within 12 ms', () => {
    const stage = new Stage({ batchesPerEpoch: 1000, epochs: 100, batchCost: () => 0.01, metricsCost: 0.1 });
    stage.session.play(null);
    stage.runFor(500);
    expect(Math.max(...stage.slices)).toBeLessThanOrEqual(12);
    // Reports and curve points take some of the time; the rest is for training.
    expect(stage.batch).toBeGreaterThan((500 / 0.01) * 0.8);
  });

  it('stay within 12 ms if the cost of batches varies', () => {
    const stage = new Stage({ epochs: 10_000, batchCost: (batch) => 0.5 + 0.3 * Math.sin(batch / 7) });
    stage.session.play(null);
    stage.runFor(2000);
    expect(Math.max(...stage.slices)).toBeLessThanOrEqual(12);
    expect(stage.batch).toBeGreaterThan(2000);
  });

  it('train one batch each if a single one takes longer than a slice', () => {
    const stage = new Stage({ batchCost: () => 40 });
    stage.session.play(null);
    const before = stage.batch;
    stage.turn();
    expect(stage.batch).toBe(before + 1);
    stage.runFor(2000);
    expect(stage.batch).toBeGreaterThanOrEqual(45);
    expect(Math.max(...stage.slices)).toBe(40);
  });

  it('do nothing if there is nothing to do', () => {
    const stage = new Stage();
    expect(stage.session.turn()).toBeNull();
    expect(stage.batch).toBe(0);
    expect(stage.reports).toHaveLength(0);
  });
});

describe('reports', () => {
  it.each([null, 1000])('come at most once a frame while training at speed %s', (speed) => {
    const stage = new Stage({ epochs: 10_000 });
    stage.session.play(speed);
    stage.runFor(1000);
    const times = stage.reports.map((report) => report.time);
    const gaps = times.slice(1).map((time, index) => time - (times[index] as number));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(16);
    expect(times.length).toBeGreaterThan(1000 / 27);
  });

  it('take at most about a fifth of the time if they are costly', () => {
    const stage = new Stage({ batchesPerEpoch: 1000, epochs: 100, batchCost: () => 1, metricsCost: 15 });
    stage.session.play(null);
    stage.runFor(10_000);
    expect(stage.reports.length).toBeGreaterThan(20);
    expect(stage.reports.length * 60).toBeLessThan(10_000 * 0.25);
  });

  it('include the first after play and the last before the end', () => {
    const stage = new Stage({ epochs: 3 });
    stage.session.play(null);
    stage.runFor(100);
    expect(stage.reports.length).toBeGreaterThanOrEqual(1);
    const last = stage.reports.at(-1)?.snapshot;
    expect(last).toMatchObject({ playing: false, progress: { status: 'finished', batch: 36 }, batchesPerSecond: 0 });
    expect(stage.session.turn()).toBeNull();
  });

  it('wait for the page: one in flight, and the next says all that happened since', () => {
    const stage = new Stage({ epochs: 10_000 });
    stage.acknowledges = false;
    stage.session.play(null);
    stage.runFor(300);
    expect(stage.reports).toHaveLength(1);
    stage.session.acknowledge();
    stage.runFor(300);
    expect(stage.reports).toHaveLength(2);
    const epochs = stage.page.curve.map((point) => point.epoch);
    expect(epochs.length).toBeGreaterThan(20);
    expect(epochs).toEqual(epochs.map((_, index) => index * 25));
  });

  it('of the end wait for the page too, and are not lost', () => {
    const stage = new Stage({ epochs: 40, batchCost: () => 0.1 });
    stage.acknowledges = false;
    stage.session.play(null);
    stage.runFor(1000);
    expect(stage.reports).toHaveLength(1);
    expect(stage.session.turn()).toBeNull();
    stage.session.acknowledge();
    expect(stage.session.turn()).toBeNull();
    expect(stage.reports.at(-1)?.snapshot.progress.status).toBe('finished');
  });

  it('measure the speed over the last second', () => {
    const stage = new Stage({ epochs: 10_000, batchCost: () => 0.1 });
    stage.session.play(200);
    stage.runFor(3000);
    expect(stage.reports.at(-1)?.snapshot.batchesPerSecond).toBeCloseTo(200, -1);
    stage.session.play(10);
    stage.runFor(2000);
    expect(stage.reports.at(-1)?.snapshot.batchesPerSecond).toBeCloseTo(10, -1);
    expect(stage.session.pause().batchesPerSecond).toBe(0);
  });

  it('carry a checkpoint at most once a second, and whenever training rests', () => {
    const stage = new Stage({ epochs: 10_000, batchCost: () => 0.1 });
    stage.session.play(null);
    stage.runFor(3500);
    const withCheckpoint = stage.reports.filter((report) => report.snapshot.checkpoint);
    expect(withCheckpoint.length).toBeGreaterThanOrEqual(3);
    expect(withCheckpoint.length).toBeLessThanOrEqual(4);
    for (const { snapshot } of withCheckpoint) expect(snapshot.checkpoint?.batch).toBe(snapshot.progress.batch);
    const rested = stage.session.pause();
    expect(rested.checkpoint?.batch).toBe(rested.progress.batch);
    expect(stage.session.pause().checkpoint).toBeNull();
  });
});

describe('speed', () => {
  it.each([1, 7, 60, 1000])('of %i batches a second is kept', (speed) => {
    const stage = new Stage({ epochs: 10_000 });
    stage.session.play(speed);
    stage.runFor(10_000);
    // The first batch comes immediately.
    expect(Math.abs(stage.batch - (10 * speed + 1))).toBeLessThanOrEqual(1);
  });

  it('spreads the batches evenly', () => {
    const stage = new Stage({ epochs: 10_000 });
    stage.session.play(5);
    const batches: number[] = [];
    for (let second = 0; second < 5; second += 1) {
      const before = stage.batch;
      stage.runFor(1000);
      batches.push(stage.batch - before);
    }
    for (const count of batches) expect(Math.abs(count - 5)).toBeLessThanOrEqual(1);
  });

  it('changes while playing without a burst of batches', () => {
    const stage = new Stage({ epochs: 10_000 });
    stage.session.play(1);
    stage.runFor(500);
    for (let change = 0; change < 20; change += 1) {
      stage.session.play(change % 2 === 0 ? 2 : 1);
      stage.runFor(1);
    }
    expect(stage.batch).toBeLessThanOrEqual(2);
    stage.session.play(null);
    stage.runFor(100);
    expect(stage.batch).toBeGreaterThan(5000);
  });

  it('slows down immediately from unlimited speed to one batch a second', () => {
    const stage = new Stage({ epochs: 10_000 });
    stage.session.play(null);
    stage.runFor(100);
    stage.session.play(1);
    const before = stage.batch;
    stage.runFor(3000);
    expect(stage.batch - before).toBeGreaterThanOrEqual(2);
    expect(stage.batch - before).toBeLessThanOrEqual(3);
  });

  it('does not make up for time asleep', () => {
    const stage = new Stage({ epochs: 10_000 });
    stage.session.play(100);
    stage.runFor(1000);
    const before = stage.batch;
    stage.clock.time += 3_600_000;
    stage.runFor(1000);
    expect(stage.batch - before).toBeLessThanOrEqual(112);
  });
});

describe('failure of training itself', () => {
  it('stops playing and is reported once', () => {
    const stage = new Stage({ failsAt: 30 });
    stage.session.play(null);
    stage.runFor(100);
    expect(stage.faults).toHaveLength(1);
    expect(stage.batch).toBe(30);
    expect(stage.session.turn()).toBeNull();
    expect(stage.session.pause().playing).toBe(false);
  });

  it('fails the step that waited, and those behind it', () => {
    const stage = new Stage({ failsAt: 30 });
    const first = stage.step(5, 'epochs');
    const second = stage.step(1, 'batches');
    stage.runFor(100);
    expect(first.errors).toHaveLength(1);
    expect(second.errors).toHaveLength(1);
    expect(stage.faults).toHaveLength(1);
  });
});
