/** The contract of training through the worker, with the real engine; for Node and for browsers. */
import { afterEach, describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import type { Engine } from '../../web/engine/engine';
import { trainToEnd } from '../../web/library/train-to-end';
import { PRESETS, presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import type { Snapshot } from '../../web/worker/protocol';
import type { WorkerLike } from '../../web/worker/worker-link';
import { TrainingPage } from './training-page';

const recipeOf = (id: string): Recipe => {
  const found = presetNamed(id);
  if (!found) throw new Error(`There is no preset ${id}.`);
  return found.recipe;
};

const withRate = (recipe: Recipe, learningRate: number): Recipe => ({
  ...recipe,
  optimiser: { ...recipe.optimiser, learningRate },
});

const ONE_HIDDEN = recipeOf('careful-one-hidden');
const toTheEnd = { count: 1_000_000, unit: 'epochs' } as const;

/** Bits, not values: NaN equals NaN, and 0 is not -0. */
const bits = (numbers: Float64Array): bigint[] => [...new BigUint64Array(numbers.slice().buffer)];

export function describeTraining(startWorker: () => WorkerLike, makeEngine: () => Promise<Engine>): void {
  const pages: TrainingPage[] = [];
  afterEach(() => {
    for (const page of pages.splice(0)) page.client.dispose();
  });

  const opened = async (recipe: Recipe, dependenceFeature = 0): Promise<TrainingPage> => {
    const page = new TrainingPage(startWorker);
    pages.push(page);
    await page.open(recipe, dependenceFeature);
    return page;
  };

  const wholeRun = async (recipe: Recipe): Promise<Snapshot> => (await opened(recipe)).step(toTheEnd);

  describe('training in the worker', { timeout: 60_000 }, () => {
    it.each(PRESETS.map(({ id }) => id))('of %s gives the bits of the headless run', async (id) => {
      const recipe = recipeOf(id);
      const page = await opened(recipe);
      const last = await page.step(toTheEnd);
      const headless = trainToEnd(await makeEngine(), recipe, datasetNamed(recipe.data.source));
      expect(last.progress.status).toBe(headless.status);
      expect(last.playing).toBe(false);
      const headlessParameters = Object.values(headless.parameters).flatMap(({ values }) => values.flat());
      expect(bits(last.parameters)).toEqual(bits(Float64Array.from(headlessParameters)));
      expect(page.history.curve).toEqual(headless.losses);
      expect(page.history.evaluations).toEqual(headless.evaluations);
      expect(last.metrics).toEqual(headless.metrics);
    });

    it('gives the same bits however it is stepped, played and paused', async () => {
      const whole = await opened(ONE_HIDDEN);
      const expected = await whole.step(toTheEnd);
      const page = await opened(ONE_HIDDEN);
      for (let batch = 0; batch < 30; batch += 1) await page.step({ count: 1, unit: 'batches' });
      await page.step({ count: 1, unit: 'epochs' });
      await page.step({ count: 7, unit: 'batches' });
      page.take(await page.client.call('play', { speed: 400 }));
      await page.reported((snapshot) => snapshot.progress.batch > 60);
      page.take(await page.client.call('pause', {}));
      await page.step({ count: 2, unit: 'epochs' });
      const played = page.take(await page.client.call('play', { speed: null }));
      const last = played.playing ? await page.reported((snapshot) => !snapshot.playing) : played;
      expect(last.progress).toEqual(expected.progress);
      expect(bits(last.parameters)).toEqual(bits(expected.parameters));
      expect(page.history).toEqual(whole.history);
    });

    it('describes what it trains', async () => {
      const page = await opened(ONE_HIDDEN, 12);
      const { description, latest } = page;
      expect(description.parameters.map(({ name, rows, columns }) => [name, rows, columns])).toEqual([
        ['W1', 13, 13],
        ['B1', 1, 13],
        ['W2', 13, 1],
        ['B2', 1, 1],
      ]);
      expect(description.rows.test).toHaveLength(152);
      expect(description.rows.validation).toHaveLength(51);
      expect(description.rows.training).toHaveLength(303);
      expect(description.baselines.leastSquares.coefficients).toHaveLength(13);
      expect(latest.testPredictions).toHaveLength(152);
      expect(latest.parameters).toHaveLength(13 * 13 + 13 + 13 + 1);
      expect(latest.dependence.feature).toBe(12);
      expect(latest.dependence.predictions).toHaveLength(40);
      expect(latest.metrics.validation?.rows).toBe(51);
      expect(page.history.curve).toHaveLength(1);
      expect(page.history.curve[0]?.validation).toBe(latest.metrics.validation?.mse);
    });

    it('shows the next batch box by box, and trains on as if nobody had looked', async () => {
      const looked = await opened(ONE_HIDDEN);
      const alone = await opened(ONE_HIDDEN);
      await looked.step({ count: 14, unit: 'batches' });
      await alone.step({ count: 15, unit: 'batches' });
      const { rows, trace } = await looked.client.call('trace', { rows: 'next' });
      expect(rows).toHaveLength(32);
      expect(trace.operations.map(({ output }) => output.columns)).toEqual(
        looked.description.operations.map(({ columns }) => columns),
      );
      const after = await looked.step({ count: 1, unit: 'batches' });
      expect(bits(after.parameters)).toEqual(bits(alone.latest.parameters));
      expect(after.progress.batchLoss).toBe(trace.loss);
    });

    it('checks a gradient and takes edited parameters', async () => {
      const page = await opened(ONE_HIDDEN);
      const rows = page.description.rows.training.slice(0, 32);
      const args = { rows, nudged: 1, first: 0, count: 13, step: 1e-5 } as const;
      const { analytic, numeric } = await page.client.call('compareGradients', args);
      analytic.forEach((slope, i) => {
        expect(numeric[i]).toBeCloseTo(slope, 5);
      });
      const { values } = await page.client.call('objectiveAround', { rows, nudged: 1, element: 0, offsets: [0] });
      expect(values[0]).toBeCloseTo((await page.client.call('trace', { rows })).trace.loss, 10);
      const edited = page.latest.parameters.map((value) => value / 2);
      const taken = page.take(await page.client.call('setParameters', { parameters: edited }));
      expect(taken.playing).toBe(false);
      expect(bits(taken.parameters)).toEqual(bits(edited));
    });

    it('answers for another run by its recipe and parameters, and stays as it is', async () => {
      const other = await opened(ONE_HIDDEN, 3);
      const { parameters, dependence } = await other.step({ count: 5, unit: 'epochs' });
      const page = await opened(recipeOf('chapter-3-two-hidden'));
      const args = { recipe: ONE_HIDDEN, parameters, feature: 3 };
      expect((await page.client.call('partialDependence', args)).dependence).toEqual(dependence);
      const short = { ...args, parameters: parameters.slice(1) };
      await expect(page.client.call('partialDependence', short)).rejects.toMatchObject({ code: 'SHAPE_MISMATCH' });
      expect(bits((await page.client.call('pause', {})).parameters)).toEqual(bits(page.latest.parameters));
    });

    it('returns to the same first weights, and from there to the same last ones', async () => {
      const page = await opened(ONE_HIDDEN);
      const first = page.latest.parameters;
      const last = await page.step(toTheEnd);
      page.take(await page.client.call('setLearningRate', { learningRate: 0.5 }));
      const reset = page.take(await page.client.call('reset', {}));
      expect(bits(reset.parameters)).toEqual(bits(first));
      expect(reset.progress).toMatchObject({ batch: 0, epoch: 0, learningRate: ONE_HIDDEN.optimiser.learningRate });
      expect(page.history.curve).toHaveLength(1);
      expect(bits((await page.step(toTheEnd)).parameters)).toEqual(bits(last.parameters));
    });

    it('heeds a learning rate changed on the way, the same however the rest is sliced', async () => {
      const changedAt100 = async (steps: readonly number[]): Promise<Snapshot> => {
        const page = await opened(ONE_HIDDEN);
        for (const count of steps) await page.step({ count, unit: 'batches' });
        expect(page.latest.progress.batch).toBe(100);
        page.take(await page.client.call('setLearningRate', { learningRate: 0.003 }));
        return page.step(toTheEnd);
      };
      const once = await changedAt100([100]);
      const often = await changedAt100([1, 2, 30, 67]);
      expect(once.progress.learningRate).toBe(0.003);
      expect(bits(often.parameters)).toEqual(bits(once.parameters));
      expect(bits(once.parameters)).not.toEqual(bits((await wholeRun(ONE_HIDDEN)).parameters));
    });

    it('is stopped when it diverges, with finite parameters, and continues from its best point', async () => {
      const page = await opened(withRate(recipeOf('chapter-3-one-hidden'), 20));
      page.take(await page.client.call('play', { speed: null }));
      const diverged = page.latest.playing ? await page.reported((snapshot) => !snapshot.playing) : page.latest;
      expect(diverged.progress.status).toBe('diverged');
      expect([...diverged.parameters].every(Number.isFinite)).toBe(true);
      const back = page.take(await page.client.call('restoreBest', { learningRate: 0.01 }));
      expect(back).toMatchObject({ restart: true, playing: false });
      expect(back.progress).toMatchObject({ status: 'training', learningRate: 0.01 });
      expect(back.progress.batch).toBeLessThan(diverged.progress.batch);
      const last = await page.step(toTheEnd);
      expect(['finished', 'stopped-early']).toContain(last.progress.status);
      expect(last.metrics.test.mse).toBeLessThan(back.metrics.test.mse);
    });
  });

  describe('a checkpoint', { timeout: 60_000 }, () => {
    it('continues bit for bit in another worker', async () => {
      const whole = await opened(ONE_HIDDEN);
      const expected = await whole.step(toTheEnd);
      const page = await opened(ONE_HIDDEN);
      await page.step({ count: 137, unit: 'batches' });
      const here = page.latest;
      const checkpoint = await page.client.call('checkpoint', {});
      const other = await opened(ONE_HIDDEN);
      const restored = other.take(await other.client.call('restore', { checkpoint }));
      expect(restored.progress).toEqual(here.progress);
      expect(bits(restored.parameters)).toEqual(bits(here.parameters));
      const last = await other.step(toTheEnd);
      expect(bits(last.parameters)).toEqual(bits(expected.parameters));
      expect(other.history).toEqual(whole.history);
      expect(checkpoint.capture.byteLength).toBeGreaterThan(0);
    });

    it('of another network is refused, and nothing is changed', async () => {
      const page = await opened(ONE_HIDDEN);
      await page.step({ count: 5, unit: 'batches' });
      const other = await opened(recipeOf('careful-two-hidden'));
      const checkpoint = await other.client.call('checkpoint', {});
      await expect(page.client.call('restore', { checkpoint })).rejects.toMatchObject({ code: 'CAPTURE_MISMATCH' });
      const damaged = { ...checkpoint, capture: checkpoint.capture.slice(0, 100) };
      await expect(page.client.call('restore', { checkpoint: damaged })).rejects.toMatchObject({
        code: 'CAPTURE_DAMAGED',
      });
      const still = await page.client.call('pause', {});
      expect(bits(still.parameters)).toEqual(bits(page.latest.parameters));
      expect(still.progress.batch).toBe(5);
    });
  });

  describe('a rewind', { timeout: 60_000 }, () => {
    it('to every checkpoint continues to the same bits as an uninterrupted run', async () => {
      const whole = await opened(ONE_HIDDEN);
      const expected = await whole.step(toTheEnd);
      const points = expected.checkpoints.filter((_, index) => index % 13 === 0);
      expect(points.length).toBeGreaterThan(2);
      expect(expected.checkpoints.length).toBeLessThanOrEqual(64);
      for (const { batch } of points) {
        expect(whole.take(await whole.client.call('rewind', { batch })).progress.batch).toBe(batch);
        expect(bits((await whole.step(toTheEnd)).parameters)).toEqual(bits(expected.parameters));
      }
    });

    it('with another rate gives the bits of a run whose rate was changed there', async () => {
      const straight = await opened(ONE_HIDDEN);
      const { epoch, batch } = (await straight.step({ count: 6, unit: 'epochs' })).progress;
      await straight.client.call('setLearningRate', { learningRate: 0.003 });
      const expected = await straight.step(toTheEnd);
      const branched = await opened(ONE_HIDDEN);
      const { checkpoints } = await branched.step(toTheEnd);
      expect(checkpoints).toContainEqual({ epoch, batch });
      branched.take(await branched.client.call('rewind', { batch }));
      await branched.client.call('setLearningRate', { learningRate: 0.003 });
      const last = await branched.step(toTheEnd);
      expect(bits(last.parameters)).toEqual(bits(expected.parameters));
      expect(branched.history).toEqual(straight.history);
    });
  });

  describe('a worker killed while it trains', { timeout: 60_000 }, () => {
    it('fails every waiting call, and recovery ends as if nothing had happened', async () => {
      const recipe = recipeOf('chapter-2-network-corrected');
      const whole = await opened(recipe);
      const expected = await whole.step(toTheEnd);
      const page = await opened(recipe, 3);
      await page.step({ count: 1000, unit: 'batches' });
      const died = Promise.allSettled([
        page.client.call('step', toTheEnd),
        page.client.call('setDependenceFeature', { feature: 1 }),
        page.client.call('checkpoint', {}),
      ]);
      page.kill();
      page.waitInSilence();
      for (const outcome of await died) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'WORKER_DIED' } });
      }
      expect(page.faults).toHaveLength(1);
      const { snapshot } = await page.recover();
      expect(snapshot.progress.batch).toBe(1000);
      expect(snapshot.dependence.feature).toBe(3);
      const last = await page.step(toTheEnd);
      expect(bits(last.parameters)).toEqual(bits(expected.parameters));
      expect(page.history).toEqual(whole.history);
    });
  });

  describe('a recipe the engine cannot run', { timeout: 60_000 }, () => {
    const impossible: readonly [string, Partial<Recipe>, string, string][] = [
      ['a column there is not', { data: { ...ONE_HIDDEN.data, features: ['MOON'] } }, 'UNKNOWN_COLUMN', 'MOON'],
      ['two outputs', { layers: [{ type: 'dense', units: 2, activation: 'linear' }] }, 'SHAPE_MISMATCH', '2'],
    ];

    it.each(impossible)('with %s is refused in a sentence, and the worker goes on', async (_, change, code, part) => {
      const page = await opened(ONE_HIDDEN);
      const call = page.client.call('open', { recipe: { ...ONE_HIDDEN, ...change }, dependenceFeature: 0 });
      await expect(call).rejects.toMatchObject({ code, message: expect.stringContaining(part) });
      expect((await page.step({ count: 1, unit: 'batches' })).progress.batch).toBe(1);
    });

    it('or an unknown feature, leaves the page’s choice unchanged', async () => {
      const page = await opened(ONE_HIDDEN, 2);
      await expect(page.client.call('setDependenceFeature', { feature: 13 })).rejects.toMatchObject({
        code: 'OUT_OF_RANGE',
      });
      expect((await page.client.call('pause', {})).dependence.feature).toBe(2);
    });
  });

  describe('evaluations', { timeout: 60_000 }, () => {
    it('are handed over from any batch on', async () => {
      const engine = await makeEngine();
      const run = engine.createRun(ONE_HIDDEN, datasetNamed('boston'));
      for (let epoch = 0; epoch < 60; epoch += 1) run.trainBatches(1000);
      const all = run.evaluations();
      expect(all.length).toBeGreaterThan(2);
      for (const [index, { batch }] of all.entries()) expect(run.evaluations(batch)).toEqual(all.slice(index + 1));
      run.dispose();
    });
  });
}
