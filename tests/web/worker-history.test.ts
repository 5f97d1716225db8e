import { describe, expect, it } from 'vitest';
import { EngineError } from '../../web/engine/engine-error';
import { historyInOneGo, Stage } from './worker-stage';

describe('the history of snapshots', () => {
  it('is the same however the run was played', () => {
    const options = { epochs: 1000, batchCost: () => 0.05 };
    const stage = new Stage(options);
    stage.step(7, 'batches');
    stage.runFor(50);
    stage.session.play(300);
    stage.runFor(500);
    stage.page.take(stage.session.pause());
    stage.step(3, 'epochs');
    stage.runFor(30);
    stage.session.play(null);
    stage.acknowledges = false;
    stage.runFor(200);
    stage.acknowledges = true;
    stage.session.acknowledge();
    stage.runFor(5000);
    const expected = historyInOneGo(options);
    expect(expected.curve).toHaveLength(334 + 1);
    expect(expected.evaluations).toHaveLength(100);
    expect(stage.page.curve).toEqual(expected.curve);
    expect(stage.page.evaluations).toEqual(expected.evaluations);
  });

  it('starts again with the first snapshot and with every return to an earlier point', () => {
    const stage = new Stage();
    stage.step(20, 'epochs');
    stage.runFor(100);
    expect(stage.page.curve).toHaveLength(21);
    const reset = stage.page.take(stage.session.reset());
    expect(reset.restart).toBe(true);
    expect(stage.page.curve.map((point) => point.batch)).toEqual([0]);
    expect(stage.page.evaluations).toEqual([]);
  });

  it('after a reset repeats itself to the end', () => {
    const stage = new Stage();
    stage.session.setLearningRate(0.5);
    stage.session.play(null);
    stage.runFor(50);
    const reset = stage.page.take(stage.session.reset());
    expect(reset).toMatchObject({ playing: false, progress: { batch: 0, learningRate: 0.01 } });
    stage.session.play(null);
    stage.runFor(500);
    expect(stage.page.curve).toEqual(historyInOneGo().curve);
    expect(stage.page.evaluations).toEqual(historyInOneGo().evaluations);
  });
});

describe('the best point', () => {
  const valley = (batch: number) => 10 + Math.abs(batch - 240);

  it('is the point with the lowest loss on the judged rows', () => {
    const stage = new Stage({ lossAt: valley });
    stage.step(30, 'epochs');
    stage.runFor(100);
    expect(stage.session.pause().best).toEqual({ epoch: 20, batch: 240 });
    const back = stage.page.take(stage.session.restoreBest(0.005));
    expect(back).toMatchObject({
      playing: false,
      restart: true,
      progress: { batch: 240, learningRate: 0.005, status: 'training' },
    });
    expect(stage.page.curve.map((point) => point.epoch)).toEqual(Array.from({ length: 21 }, (_, epoch) => epoch));
    expect(stage.page.evaluations.map((evaluation) => evaluation.batch)).toEqual([120, 240]);
    expect(back.parameters[0]).toBeCloseTo(240 * 0.01, 12);
  });

  it('restores a run that diverged, which then continues with the new rate', () => {
    const stage = new Stage({
      lossAt: (batch) => (batch >= 300 ? Number.POSITIVE_INFINITY : valley(batch)),
      divergesAt: 310,
    });
    stage.session.play(null);
    stage.runFor(500);
    const last = stage.reports.at(-1)?.snapshot;
    expect(last).toMatchObject({ playing: false, progress: { status: 'diverged', batch: 310 } });
    expect(stage.session.play(null).playing).toBe(false);
    stage.page.take(stage.session.restoreBest(0.005));
    stage.session.play(null);
    stage.runFor(500);
    expect(stage.reports.at(-1)?.snapshot.progress).toMatchObject({ status: 'finished', learningRate: 0.005 });
    expect(stage.page.curve.map((point) => point.epoch)).toEqual(Array.from({ length: 51 }, (_, epoch) => epoch));
  });

  it('is the untrained network if nothing was better', () => {
    const stage = new Stage({ lossAt: (batch) => batch });
    stage.step(3, 'epochs');
    stage.runFor(100);
    expect(stage.session.restoreBest(0.001).progress.batch).toBe(0);
  });

  it('is never at the point where the run diverged, even if the loss there is low', () => {
    const stage = new Stage({ lossAt: (batch) => (batch === 310 ? 0 : valley(batch)), divergesAt: 310 });
    stage.session.play(null);
    stage.runFor(500);
    expect(stage.session.restoreBest(0.005).progress).toMatchObject({ batch: 240, status: 'training' });
  });

  it('is the restored one after a restore, until a better one comes', () => {
    const stage = new Stage({ lossAt: valley });
    stage.step(5, 'epochs');
    stage.runFor(100);
    const checkpoint = stage.session.checkpoint();
    stage.step(30, 'epochs');
    stage.runFor(100);
    stage.session.restore(checkpoint);
    expect(stage.session.restoreBest(0.01).progress.batch).toBe(60);
    stage.step(30, 'epochs');
    stage.runFor(100);
    expect(stage.session.restoreBest(0.01).progress.batch).toBe(240);
  });

  it('is not lost to a learning rate that is refused', () => {
    const stage = new Stage({ lossAt: valley });
    stage.step(30, 'epochs');
    stage.runFor(100);
    expect(() => stage.session.restoreBest(1000)).toThrow(EngineError);
    expect(stage.batch).toBe(360);
    expect(stage.session.restoreBest(1).progress.batch).toBe(240);
  });
});

describe('checkpoints', () => {
  it('bring the run, its curve and its evaluations back, also in another session', () => {
    const stage = new Stage();
    stage.step(137, 'batches');
    stage.runFor(100);
    const checkpoint = structuredClone(stage.session.checkpoint());
    const other = new Stage();
    const restored = other.page.take(other.session.restore(checkpoint));
    expect(restored).toMatchObject({ playing: false, restart: true, progress: { batch: 137 } });
    expect(other.page).toEqual(stage.page);
    other.session.play(null);
    other.runFor(500);
    expect(other.page.curve).toEqual(historyInOneGo().curve);
    expect(other.page.evaluations).toEqual(historyInOneGo().evaluations);
  });

  it('that cannot be read leave the run unchanged and paused', () => {
    const stage = new Stage({ epochs: 10_000 });
    stage.session.play(1);
    stage.runFor(100);
    const batch = stage.batch;
    const broken = { epoch: 0, batch: 0, capture: Uint8Array.of(1, 2, 3), curve: [], edited: [] };
    expect(() => stage.session.restore(broken)).toThrow(EngineError);
    stage.runFor(100);
    expect(stage.batch).toBe(batch);
    expect(stage.reports.at(-1)?.snapshot).toMatchObject({ playing: false, progress: { batch } });
    expect(stage.page.curve.map((point) => point.batch)).toEqual([0]);
  });
});

describe('changes while playing', () => {
  it('of the learning rate are in the reply and do not stop training', () => {
    const stage = new Stage({ epochs: 10_000 });
    stage.session.play(null);
    stage.runFor(50);
    const changed = stage.session.setLearningRate(0.002);
    expect(changed).toMatchObject({ playing: true, progress: { learningRate: 0.002 } });
    const batch = stage.batch;
    stage.runFor(50);
    expect(stage.batch).toBeGreaterThan(batch);
  });

  it('of the response feature are in the reply; an unknown feature changes nothing', () => {
    const stage = new Stage();
    expect(stage.session.setDependenceFeature(5).dependence.feature).toBe(5);
    expect(() => stage.session.setDependenceFeature(99)).toThrow(EngineError);
    expect(stage.session.pause().dependence.feature).toBe(5);
  });
});
