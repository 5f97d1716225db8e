import { describe, expect, it } from 'vitest';
import { died, openArgs, Page, settle, until } from './worker-client-page';
import { fakeRecipe } from './worker-fakes';
import { historyInOneGo } from './worker-stage';

describe('recovery', () => {
  it('continues from the last checkpoint, and ends like a run that was never stopped', async () => {
    const page = new Page({ epochs: 40 });
    await page.client.call('open', { ...openArgs, recipe: fakeRecipe(40), dependenceFeature: 4 });
    await page.client.call('step', { count: 137, unit: 'batches' });
    expect(page.client.lastCheckpoint).toMatchObject({ epoch: 11, batch: 137 });
    page.worker.terminate();
    await settle();
    const { description, snapshot } = await page.client.recover();
    expect(page.workers).toHaveLength(2);
    expect(snapshot).toMatchObject({
      restart: true,
      playing: false,
      progress: { batch: 137 },
      dependence: { feature: 4 },
    });
    expect(description.recipe.training.stopAfter.count).toBe(40);
    page.history.take(snapshot);
    const last = page.history.take(await page.client.call('step', { count: 40, unit: 'epochs' }));
    expect(last.progress.status).toBe('finished');
    const whole = historyInOneGo({ epochs: 40 });
    expect(page.history.curve).toEqual(whole.curve);
    expect(page.history.evaluations).toEqual(whole.evaluations);
  });

  it('uses the checkpoint of a report if the worker crashed while playing', async () => {
    const page = new Page({ epochs: 1_000_000 });
    await page.client.call('open', openArgs);
    await page.client.call('play', { speed: null });
    await until(() => (page.client.lastCheckpoint?.batch ?? 0) > 0);
    page.worker.crash();
    const checkpoint = page.client.lastCheckpoint;
    const { snapshot } = await page.client.recover();
    expect(snapshot.progress.batch).toBe(checkpoint?.batch);
    expect(snapshot.curve).toEqual(checkpoint?.curve);
  });

  it('needs a run', async () => {
    await expect(new Page().client.recover()).rejects.toMatchObject({ code: 'NO_CHECKPOINT' });
  });

  it('that fails can be tried again', async () => {
    const page = new Page({}, {}, { refusesCaptures: true }, {});
    await page.client.call('open', openArgs);
    await page.client.call('step', { count: 30, unit: 'batches' });
    const first = page.client.recover();
    page.worker.crash();
    await expect(first).rejects.toMatchObject(died);
    await expect(page.client.recover()).rejects.toMatchObject({ code: 'BAD_CAPTURE' });
    expect((await page.client.recover()).snapshot.progress.batch).toBe(30);
  });
});
