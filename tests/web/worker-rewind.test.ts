import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../web/worker/protocol';
import { historyInOneGo, Stage } from './worker-stage';

const checkpointBatches = ({ checkpoints }: Snapshot): number[] => checkpoints.map(({ batch }) => batch);

function played(stage: Stage, milliseconds = 500): Snapshot {
  stage.session.play(null);
  stage.runFor(milliseconds);
  return stage.page.take(stage.session.pause());
}

describe('a rewind', () => {
  it('goes to any checkpoint with its history, and forward again to the last point of the run', () => {
    const stage = new Stage();
    stage.step(137, 'batches');
    stage.runFor(100);
    const left = stage.page.take(stage.session.pause());
    expect(checkpointBatches(left)).toEqual([0, 12, 24, 36, 48, 60, 72, 84, 96, 108, 120, 132]);
    const back = stage.page.take(stage.session.rewind(60));
    expect(back).toMatchObject({ playing: false, restart: true, progress: { batch: 60 } });
    expect(stage.page.curve.map(({ batch }) => batch)).toEqual([0, 12, 24, 36, 48, 60]);
    expect(stage.page.evaluations).toEqual([]);
    expect(checkpointBatches(back)).toEqual([...checkpointBatches(left), 137]);
    const again = stage.page.take(stage.session.rewind(137));
    expect(again.parameters).toEqual(left.parameters);
    expect(stage.page.evaluations.map(({ batch }) => batch)).toEqual([120]);
  });

  it('continues to the same end, and then drops the later points', () => {
    const stage = new Stage();
    const end = played(stage);
    stage.page.take(stage.session.rewind(48));
    stage.step(1, 'batches');
    stage.runFor(20);
    expect(checkpointBatches(stage.session.pause())).toEqual([0, 12, 24, 36, 48]);
    const again = played(stage);
    expect(again.parameters).toEqual(end.parameters);
    expect(stage.page).toEqual(historyInOneGo());
  });

  it('with another learning rate is another run from there on, also after one more rewind', () => {
    const stage = new Stage();
    played(stage);
    stage.page.take(stage.session.rewind(48));
    expect(checkpointBatches(stage.page.take(stage.session.setLearningRate(0.1))).at(-1)).toBe(48);
    const end = played(stage);
    expect(end.parameters[0]).toBeCloseTo(48 * 0.01 + 552 * 0.1, 9);
    expect(stage.session.rewind(48).progress.learningRate).toBe(0.1);
    expect(stage.session.rewind(36).progress.learningRate).toBe(0.01);
  });

  it('setting the same learning rate again keeps the later points', () => {
    const stage = new Stage();
    played(stage);
    stage.session.rewind(48);
    expect(stage.session.setLearningRate(0.01).checkpoints.at(-1)?.batch).toBe(600);
  });

  it('drops the later points when parameters are set, and keeps the edited parameters at the current point', () => {
    const stage = new Stage();
    played(stage);
    stage.session.rewind(48);
    expect(checkpointBatches(stage.session.setParameters(Float64Array.of(7)))).toEqual([0, 12, 24, 36, 48]);
    stage.session.rewind(12);
    expect(stage.session.rewind(48).parameters).toEqual(Float64Array.of(7));
  });

  it('knows at every point whether parameters were set on the way there', () => {
    const stage = new Stage();
    played(stage);
    stage.session.rewind(24);
    expect(stage.session.setParameters(Float64Array.of(7)).edited).toEqual([{ epoch: 2, batch: 24 }]);
    expect(stage.session.setParameters(Float64Array.of(8)).edited).toEqual([{ epoch: 2, batch: 24 }]);
    expect(played(stage).edited).toEqual([{ epoch: 2, batch: 24 }]);
    expect(stage.session.rewind(12).edited).toEqual([]);
    expect(stage.session.rewind(600).edited).toEqual([{ epoch: 2, batch: 24 }]);
    expect(stage.session.reset().edited).toEqual([]);
  });

  it('starts the curve from parameters that are set before training begins', () => {
    const stage = new Stage({ lossAt: (_, weight) => 10 + weight });
    const first = stage.session.snapshot();
    stage.page.take(first);
    const set = stage.page.take(stage.session.setParameters(Float64Array.of(7)));
    expect(stage.page.curve.map(({ batch, test }) => ({ batch, test }))).toEqual([{ batch: 0, test: set.loss.test }]);
    expect(set.loss.test).not.toBe(first.loss.test);
    expect(stage.page.take(stage.session.reset()).loss.test).toBe(first.loss.test);
    expect(stage.page.curve[0]?.test).toBe(first.loss.test);
  });

  it('takes an edit that was undone for none', () => {
    const stage = new Stage();
    const { parameters } = played(stage, 20);
    stage.session.setParameters(Float64Array.of(7));
    expect(stage.session.setParameters(parameters).edited).toEqual([]);
  });

  it('to a batch between two points goes to the one before it, and pauses', () => {
    const stage = new Stage();
    stage.session.play(2000);
    stage.runFor(100);
    expect(stage.session.rewind(29)).toMatchObject({ playing: false, progress: { batch: 24 } });
    stage.runFor(100);
    expect(stage.batch).toBe(24);
  });

  it('makes the best point one that lies behind it', () => {
    const stage = new Stage({ lossAt: (batch) => 10 + Math.abs(batch - 240) });
    played(stage);
    expect(stage.session.rewind(120).best).toEqual({ epoch: 10, batch: 120 });
    expect(stage.session.restoreBest(0.005).progress.batch).toBe(120);
  });

  it('brings a run back that diverged or ended, and its end again', () => {
    const stage = new Stage({ divergesAt: 310 });
    played(stage);
    expect(stage.session.rewind(300).progress.status).toBe('training');
    expect(stage.session.rewind(310).progress.status).toBe('diverged');
  });
});

describe('a reset', () => {
  it('keeps the later points until training continues', () => {
    const stage = new Stage();
    const end = played(stage);
    expect(stage.session.reset().checkpoints.at(-1)?.batch).toBe(600);
    expect(stage.session.rewind(600).parameters).toEqual(end.parameters);
  });

  it('undoes changes at the first point, and everything after them', () => {
    const stage = new Stage();
    stage.session.setLearningRate(0.5);
    played(stage);
    expect(checkpointBatches(stage.session.reset())).toEqual([0]);
    expect(stage.session.rewind(0).progress.learningRate).toBe(0.01);
  });
});
