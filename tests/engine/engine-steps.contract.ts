import { describe, expect, it } from 'vitest';
import type { Progress, Run } from '../../web/engine/types';
import type { Stage } from './engine.contract';
import { bits, expectFailure, smallRecipe, tableWith, valueAt } from './small-run';

/** This many batches, across any early returns. */
function train(run: Run, batches: number): Progress {
  for (let batch = 0; batch < batches; ++batch) run.trainBatches(1);
  return run.progress();
}

function trainToEnd(run: Run): Progress {
  let progress = run.progress();
  while (progress.status === 'training') progress = run.trainBatches(1_000_000);
  return progress;
}

/** Everything that can be read from a run that continues; numbers as bits. */
const state = (run: Run) => ({
  parameters: bits(run.parameters()),
  progress: run.progress(),
  evaluations: run.evaluations(),
  capture: run.capture(),
});

/** Training, step by step. */
export function describeSteps(stage: Stage): void {
  describe('training', () => {
    it('starts with nothing done', () => {
      expect(stage.createRun().progress()).toEqual({
        status: 'training',
        epoch: 0,
        batch: 0,
        batchInEpoch: 0,
        batchesInEpoch: 6,
        fraction: 0,
        batchLoss: Number.NaN,
        epochLoss: Number.NaN,
        learningRate: 0.02,
      });
    });

    it('tells after each step how far it is', () => {
      const run = stage.createRun();
      const middle = run.trainBatches(4);
      expect(middle).toMatchObject({ status: 'training', epoch: 0, batch: 4, batchInEpoch: 4, batchesInEpoch: 6 });
      expect(middle.fraction).toBeCloseTo(4 / 6 / 4, 15);
      expect(middle.batchLoss).toBeGreaterThan(0);
      expect(middle.epochLoss).toBeNaN();
      expect(run.progress()).toEqual(middle);
      const epoch = run.trainBatches(100);
      expect(epoch).toMatchObject({ epoch: 1, batch: 6, batchInEpoch: 0, batchesInEpoch: 6, fraction: 0.25 });
      expect(epoch.epochLoss).toBeGreaterThan(0);
      expect(trainToEnd(run)).toMatchObject({ status: 'finished', epoch: 4, batch: 24, fraction: 1 });
    });

    it('takes any number of batches from 1 up, and refuses the others', () => {
      const run = stage.createRun();
      expect(run.trainBatches(Number.POSITIVE_INFINITY).epoch).toBe(1);
      for (const count of [0, -1, Number.NaN]) {
        expectFailure('OUT_OF_RANGE', ['batches'], () => run.trainBatches(count));
      }
      expect(run.progress().epoch).toBe(1);
    });

    it('returns at the end of an epoch, after an evaluation and at the end of the run', () => {
      const run = stage.createRun(
        smallRecipe({
          training: { evaluateEvery: { count: 4, unit: 'batches' }, stopAfter: { count: 14, unit: 'batches' } },
        }),
      );
      const stops: number[] = [];
      while (run.progress().status === 'training') stops.push(run.trainBatches(100).batch);
      expect(stops).toEqual([4, 6, 8, 12, 14]);
      expect(run.trainBatches(100)).toEqual(run.progress());
      expect(run.progress().batch).toBe(14);
    });

    it('gives the same bits however it is cut', () => {
      const runs = [1, 2, 5, 1000].map((count) => {
        const run = stage.createRun(smallRecipe({ quirks: { shrinkingBatch: true } }));
        while (run.progress().status === 'training') run.trainBatches(count);
        return state(run);
      });
      for (const other of runs) expect(other).toEqual(runs[0]);
    });

    it('evaluates on schedule, and hands over those after any batch', () => {
      const run = stage.createRun();
      expect(run.evaluations()).toEqual([]);
      trainToEnd(run);
      const all = run.evaluations();
      expect(all.map(({ epoch, batch }) => [epoch, batch])).toEqual([
        [2, 12],
        [4, 24],
      ]);
      expect(all[1]?.loss).toBeCloseTo(run.metrics('test').mse, 12);
      expect(run.evaluations(11)).toEqual(all);
      expect(run.evaluations(12)).toEqual(all.slice(1));
      expect(run.evaluations(24)).toEqual([]);
    });

    it('judges by the validation rows if there are any', () => {
      const run = stage.createRun(smallRecipe({ split: { validationFraction: 0.2 } }));
      trainToEnd(run);
      expect(run.evaluations().at(-1)?.loss).toBeCloseTo(run.metrics('validation').mse, 12);
    });

    it('stops early if the recipe says so, with the parameters of the previous evaluation', () => {
      // Test rows with the opposite relation, so that learning raises the loss on them.
      const contrary = new Set(stage.createRun().rows('test'));
      const dataset = tableWith((name, row) =>
        name === 'price' && contrary.has(row) ? -valueAt(row, 'price') : undefined,
      );
      const training = {
        evaluateEvery: { count: 1, unit: 'epochs' },
        stopAfter: { count: 50, unit: 'epochs' },
      } as const;
      const stopping = stage.createRun(smallRecipe({ training: { ...training, earlyStopping: true } }), dataset);
      expect(trainToEnd(stopping)).toMatchObject({ status: 'stopped-early' });
      const [before, last] = stopping.evaluations().slice(-2);
      expect(last?.loss).toBeGreaterThanOrEqual(before?.loss ?? Number.NaN);

      const undisturbed = stage.createRun(smallRecipe({ training }), dataset);
      train(undisturbed, before?.batch ?? 0);
      expect(bits(stopping.parameters())).toEqual(bits(undisturbed.parameters()));
    });

    it('takes another learning rate while it runs', () => {
      const run = stage.createRun();
      train(run, 2);
      run.setLearningRate(0.5);
      const before = run.parameters();
      expect(run.trainBatches(1).learningRate).toBe(0.5);
      const gradients = run.gradients();
      const expected = before.map((parameter, i) => parameter - 0.5 * (gradients[i] as number));
      expect(bits(run.parameters())).toEqual(bits(expected));
    });

    it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the learning rate %d', (rate) => {
      const run = stage.createRun();
      expectFailure('OUT_OF_RANGE', ['learning rate'], () => run.setLearningRate(rate));
      expect(run.progress().learningRate).toBe(0.02);
    });

    it('that diverges stops before the batch that fails, with finite parameters', () => {
      const run = stage.createRun();
      const { batch } = train(run, 8);
      run.setLearningRate(1e308);
      let progress = run.progress();
      let last = run.parameters();
      while (progress.status === 'training') {
        last = run.parameters();
        progress = run.trainBatches(1);
      }
      expect(progress.status).toBe('diverged');
      expect(progress.batch).toBeLessThan(batch + 4);
      expect(progress.batchInEpoch).toBe(progress.batch - 6);
      expect(bits(run.parameters())).toEqual(bits(last));
      expect(run.parameters().every(Number.isFinite)).toBe(true);
      expect(run.trainBatches(5)).toEqual(progress);
    });
  });

  describe('a capture', () => {
    it('continues bit for bit from any point', () => {
      for (let batches = 0; batches <= 24; batches += 3) {
        const whole = stage.createRun();
        train(whole, batches);
        const restored = stage.createRun();
        train(restored, 5);
        restored.restore(whole.capture());
        expect(state(restored)).toEqual(state(whole));
        train(whole, 7);
        train(restored, 7);
        expect(state(restored)).toEqual(state(whole));
      }
    });

    it('brings a run that diverged back', () => {
      const run = stage.createRun();
      train(run, 8);
      const capture = run.capture();
      run.setLearningRate(1e308);
      trainToEnd(run);
      run.restore(capture);
      expect(run.progress()).toMatchObject({ status: 'training', batch: 8, learningRate: 0.02 });
      expect(trainToEnd(run).status).toBe('finished');
    });

    it('damaged, cut short, or of another run is refused and changes nothing', () => {
      const run = stage.createRun();
      train(run, 4);
      const before = state(run);
      const capture = run.capture();
      const flipped = capture.slice();
      flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] as number) ^ 1;
      const foreign = stage.createRun(smallRecipe({ layers: [{ units: 1, activation: 'linear' }] })).capture();
      for (const [code, bytes] of [
        ['CAPTURE_DAMAGED', flipped],
        ['CAPTURE_DAMAGED', capture.subarray(0, -1)],
        ['CAPTURE_DAMAGED', new Uint8Array()],
        ['CAPTURE_MISMATCH', foreign],
      ] as const) {
        expectFailure(code, ['capture'], () => run.restore(bytes));
      }
      expect(state(run)).toEqual(before);
    });
  });
}
