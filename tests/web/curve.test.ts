import { describe, expect, it } from 'vitest';
import { CurveRecorder, epochsBetweenPoints } from '../../web/engine/curve';
import type { CurvePoint } from '../../web/engine/types';
import type { Recipe } from '../../web/recipe/schema';
import { FakeRun, type FakeRunOptions, fakeRecipe } from './worker-fakes';

function trained(options: FakeRunOptions, batchesACall: number): readonly CurvePoint[] {
  const recorder = new CurveRecorder(new FakeRun(options), fakeRecipe(options.epochs));
  while (recorder.trainBatches(batchesACall).status === 'training');
  return recorder.points;
}

const epochs = (points: readonly CurvePoint[]) => points.map(({ epoch }) => epoch);

describe('the loss curve', () => {
  it('has a point before training and one at the end of each epoch', () => {
    const points = trained({ epochs: 5 }, 1000);
    expect(epochs(points)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(points[2]).toEqual({ epoch: 2, batch: 24, training: 2, validation: null, test: 4 });
  });

  it('has validation losses if there are validation rows', () => {
    expect(trained({ epochs: 1, hasValidation: true }, 1000)[0]).toMatchObject({ validation: 100 });
  });

  it.each([1, 5, 7, 12])('is the same trained %d batches at a time', (batchesACall) => {
    expect(trained({ epochs: 1000 }, batchesACall)).toEqual(trained({ epochs: 1000 }, 1_000_000));
  });

  it('thins out for long runs, and still ends with the end', () => {
    const points = trained({ epochs: 1001 }, 1_000_000);
    expect(epochs(points).slice(0, 3)).toEqual([0, 3, 6]);
    expect(epochs(points).slice(-2)).toEqual([999, 1001]);
  });

  it('ends where a run diverges, also within an epoch', () => {
    const points = trained({ divergesAt: 30 }, 1_000_000);
    expect(points.map(({ batch }) => batch)).toEqual([0, 12, 24, 30]);
  });

  it('continues from a capture as if it had not stopped', () => {
    const options = { epochs: 900 };
    const run = new FakeRun(options);
    const recorder = new CurveRecorder(run, fakeRecipe(900));
    for (let call = 0; call < 100; call += 1) recorder.trainBatches(7);
    const [runCapture, points] = [run.capture(), recorder.capture()];
    while (recorder.trainBatches(12).status === 'training');

    const later = new FakeRun(options);
    const restored = new CurveRecorder(later, fakeRecipe(900));
    later.restore(runCapture);
    restored.restore(points);
    while (restored.trainBatches(5).status === 'training');
    expect(restored.points).toEqual(recorder.points);
  });

  it('is not changed by changing a capture', () => {
    const recorder = new CurveRecorder(new FakeRun(), fakeRecipe());
    const points = recorder.capture();
    recorder.trainBatches(12);
    expect(points).toHaveLength(1);
    recorder.restore(points);
    recorder.trainBatches(12);
    expect(points).toHaveLength(1);
  });
});

describe('the distance between points', () => {
  const between = (count: number, unit: 'epochs' | 'batches', batchSize = 32) => {
    const recipe = fakeRecipe();
    const training: Recipe['training'] = { ...recipe.training, batchSize, stopAfter: { count, unit } };
    return epochsBetweenPoints({ ...recipe, training }, 354);
  };

  it('limits a curve to 400 points', () => {
    expect([1, 400, 401, 800, 801, 100_000].map((count) => between(count, 'epochs'))).toEqual([1, 1, 2, 2, 3, 250]);
  });

  it('counts batches by the epochs they fill', () => {
    // 354 rows in batches of 23 are 16 batches an epoch.
    expect([1, 6400, 6401, 10_000].map((count) => between(count, 'batches', 23))).toEqual([1, 1, 2, 2]);
  });
});
