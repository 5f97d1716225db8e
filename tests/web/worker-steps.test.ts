import { describe, expect, it } from 'vitest';
import { EngineError } from '../../web/engine/engine-error';
import { Stage } from './worker-stage';

describe('steps', () => {
  it('train so many batches and pause', () => {
    const stage = new Stage();
    const { snapshots } = stage.step(5, 'batches');
    stage.runFor(100);
    expect(snapshots).toHaveLength(1);
    expect(snapshots[0]).toMatchObject({ playing: false, progress: { batch: 5 } });
    expect(stage.batch).toBe(5);
  });

  it('go on over the end of an epoch', () => {
    const stage = new Stage();
    stage.step(30, 'batches');
    stage.runFor(100);
    expect(stage.batch).toBe(30);
  });

  it('train to the end of the current epoch, and then whole epochs', () => {
    const stage = new Stage();
    stage.step(5, 'batches');
    stage.step(1, 'epochs');
    stage.runFor(100);
    expect(stage.batch).toBe(12);
    stage.step(1, 'epochs');
    stage.runFor(100);
    expect(stage.batch).toBe(24);
    stage.step(3, 'epochs');
    stage.runFor(100);
    expect(stage.batch).toBe(60);
  });

  it('wait for each other, each with its own answer', () => {
    const stage = new Stage();
    const answers = [1, 2, 3].map(() => stage.step(1, 'batches'));
    stage.runFor(100);
    expect(answers.map((answer) => answer.snapshots.map((snapshot) => snapshot.progress.batch))).toEqual([
      [1],
      [2],
      [3],
    ]);
    expect(answers.map((answer) => answer.snapshots[0]?.playing)).toEqual([true, true, false]);
  });

  it('that take long are sliced, report on the way, and can be paused', () => {
    const stage = new Stage({ epochs: 10_000, batchCost: () => 0.1 });
    const { snapshots } = stage.step(5000, 'epochs');
    stage.runFor(300);
    expect(Math.max(...stage.slices)).toBeLessThanOrEqual(12);
    expect(stage.reports.length).toBeGreaterThan(5);
    expect(stage.reports.at(-1)?.snapshot.playing).toBe(true);
    expect(snapshots).toHaveLength(0);
    const paused = stage.page.take(stage.session.pause());
    expect(snapshots).toHaveLength(1);
    expect(snapshots[0]).toMatchObject({ playing: false, progress: { batch: paused.progress.batch } });
    const batch = stage.batch;
    stage.runFor(100);
    expect(stage.batch).toBe(batch);
    stage.step(1, 'batches');
    stage.runFor(100);
    expect(stage.batch).toBe(batch + 1);
  });

  it('end with the run', () => {
    const stage = new Stage({ epochs: 2 });
    const long = stage.step(5, 'epochs');
    const behind = stage.step(1, 'batches');
    stage.runFor(100);
    expect(long.snapshots[0]?.progress.status).toBe('finished');
    expect(behind.snapshots[0]?.progress.status).toBe('finished');
    expect(stage.step(1, 'batches').snapshots[0]?.progress.batch).toBe(24);
  });

  it('turn playing into a step that pauses when done', () => {
    const stage = new Stage({ epochs: 10_000 });
    stage.session.play(1);
    stage.runFor(500);
    stage.step(2, 'batches');
    stage.runFor(5000);
    expect(stage.batch).toBe(3);
  });

  it('are cut short by play', () => {
    const stage = new Stage({ epochs: 10_000 });
    const { snapshots } = stage.step(100, 'epochs');
    expect(stage.session.play(1).playing).toBe(true);
    expect(snapshots).toHaveLength(1);
    stage.runFor(1);
    expect(stage.batch).toBe(1);
  });

  it('are answered even if the network can no longer be evaluated', () => {
    const stage = new Stage();
    const answers = [stage.step(100, 'epochs'), stage.step(1, 'batches')];
    stage.run.metrics = () => {
      throw new WebAssembly.RuntimeError('unreachable');
    };
    expect(() => stage.session.pause()).toThrow('unreachable');
    expect(answers.map(({ errors, snapshots }) => [errors.length, snapshots.length])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  it('fail when their run is closed', () => {
    const stage = new Stage();
    const { errors } = stage.step(100, 'epochs');
    stage.session.dispose();
    expect(errors[0]).toBeInstanceOf(EngineError);
    expect(errors[0]).toMatchObject({ code: 'RUN_CLOSED' });
    expect(stage.run.isDisposed).toBe(true);
    expect(stage.session.turn()).toBeNull();
  });
});
