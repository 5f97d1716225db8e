import { describe, expect, it } from 'vitest';
import { TrainingClient } from '../../web/worker/client';
import type { Snapshot } from '../../web/worker/protocol';
import type { WorkerLike } from '../../web/worker/worker-link';
import { ManualTimers } from './manual-timers';
import { ChannelWorker, fakeResources } from './worker-channel';
import { died, openArgs, Page, settle, until } from './worker-client-page';
import { fakeRecipe } from './worker-fakes';

/** Continues to send messages after its end. */
class TalkativeWorker extends EventTarget implements WorkerLike {
  postMessage(): void {}
  terminate(): void {}
}

describe('the client', () => {
  it('opens, trains, reports and rests', async () => {
    const page = new Page();
    const { description, snapshot } = await page.client.call('open', openArgs);
    expect(description.recipe).toEqual(openArgs.recipe);
    expect(snapshot.parameters).toEqual(Float64Array.of(0));
    expect((await page.client.call('step', { count: 2, unit: 'epochs' })).progress.batch).toBe(24);
    await page.client.call('play', { speed: null });
    await until(() => page.reports.at(-1)?.progress.status === 'finished');
    expect(page.faults).toEqual([]);
    expect(page.workers).toHaveLength(1);
  });

  it('rejects with the code and the sentence of what failed', async () => {
    const page = new Page();
    await expect(page.client.call('pause', {})).rejects.toMatchObject({ name: 'EngineError', code: 'NO_RUN' });
  });

  it('starts no worker before the first call', () => {
    expect(new Page().workers).toHaveLength(0);
  });

  it('rejects a call whose arguments cannot be sent, and still works', async () => {
    const page = new Page();
    const recipe = Object.assign(fakeRecipe(), { note: () => 'a function' });
    await expect(page.client.call('open', { recipe, dependenceFeature: 0 })).rejects.toMatchObject({
      code: 'WORKER_UNREACHABLE',
    });
    await expect(page.client.call('open', openArgs)).resolves.toBeDefined();
  });

  it('rejects if no worker can be started, and tries again with the next call', async () => {
    let refusals = 1;
    const client = new TrainingClient({
      timers: new ManualTimers(),
      startWorker: () => {
        refusals -= 1;
        if (refusals >= 0) throw new DOMException('refused', 'SecurityError');
        return new ChannelWorker(fakeResources());
      },
    });
    await expect(client.call('open', openArgs)).rejects.toMatchObject({ code: 'WORKER_UNREACHABLE' });
    await expect(client.call('open', openArgs)).resolves.toBeDefined();
    client.dispose();
  });

  it('does not call a listener after it was removed', async () => {
    const page = new Page();
    const heard: Snapshot[] = [];
    const stop = page.client.onReport((snapshot) => heard.push(snapshot));
    stop();
    await page.client.call('open', openArgs);
    await page.client.call('play', { speed: null });
    await until(() => page.reports.length > 0);
    expect(heard).toEqual([]);
  });
});

describe('a worker that dies', () => {
  it.each([
    ['with an error', (page: Page) => page.worker.crash()],
    ['with an unreadable message', (page: Page) => page.worker.garble()],
    ['talking nonsense', (page: Page) => page.worker.say({ kind: 'song' })],
    ['talking nothing', (page: Page) => page.worker.say(null)],
  ])('%s rejects all that wait, and is told once', async (_, die) => {
    const page = new Page({ epochs: 1_000_000 });
    await page.client.call('open', openArgs);
    const calls = [
      page.client.call('step', { count: 900_000, unit: 'epochs' }),
      page.client.call('step', { count: 1, unit: 'epochs' }),
    ];
    die(page);
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: died });
    }
    await settle();
    expect(page.faults).toHaveLength(1);
    expect(page.faults[0]).toMatchObject(died);
    expect(page.timers.running).toBe(0);
  });

  it('reports failed training with its reason, and the run can be recovered', async () => {
    const page = new Page({ failsAt: 100 });
    await page.client.call('open', openArgs);
    await page.client.call('step', { count: 30, unit: 'batches' });
    await expect(page.client.call('step', { count: 20, unit: 'epochs' })).rejects.toMatchObject({ code: 'INTERNAL' });
    await settle();
    expect(page.faults).toHaveLength(1);
    expect(page.faults[0]).toMatchObject({ ...died, message: expect.stringContaining('unreachable') });
    expect((await page.client.recover()).snapshot.progress.batch).toBe(30);
  });

  it('of a silent end is noticed by its silence', async () => {
    const page = new Page({ epochs: 1_000_000 });
    await page.client.call('open', openArgs);
    await page.client.call('play', { speed: null });
    page.worker.terminate();
    await settle();
    const call = page.client.call('pause', {});
    const outcome = expect(call).rejects.toMatchObject(died);
    for (let tick = 0; tick < 5; tick += 1) {
      page.timers.tick();
      await settle();
    }
    expect(page.faults).toEqual([]);
    page.timers.tick();
    await outcome;
    expect(page.faults).toHaveLength(1);
  });

  it('is noticed while playing, when no call waits', async () => {
    const page = new Page({ epochs: 1_000_000 });
    await page.client.call('open', openArgs);
    await page.client.call('play', { speed: null });
    page.worker.terminate();
    await settle();
    for (let tick = 0; tick < 6; tick += 1) page.timers.tick();
    expect(page.faults).toHaveLength(1);
  });

  it('before its first word is given longer, then noticed too', async () => {
    const page = new Page();
    const outcome = expect(page.client.call('open', openArgs)).rejects.toMatchObject(died);
    page.worker.terminate();
    for (let tick = 0; tick < 121; tick += 1) page.timers.tick();
    await outcome;
  });

  it('is replaced with the next call', async () => {
    const page = new Page();
    await page.client.call('open', openArgs);
    page.worker.crash();
    await expect(page.client.call('pause', {})).rejects.toMatchObject({ code: 'NO_RUN' });
    await expect(page.client.call('open', openArgs)).resolves.toBeDefined();
    expect(page.workers).toHaveLength(2);
  });

  it('is not heard any more', async () => {
    const workers = [new TalkativeWorker(), new TalkativeWorker()];
    let started = 0;
    const timers = new ManualTimers();
    const client = new TrainingClient({ timers, startWorker: () => workers[started++] as TalkativeWorker });
    const first = client.call('pause', {});
    workers[0]?.dispatchEvent(new Event('error'));
    await expect(first).rejects.toMatchObject({ ...died, message: expect.stringContaining('stopped') });
    const second = client.call('pause', {});
    const outcome = expect(second).rejects.toMatchObject({ code: 'NO_RUN' });
    // Both workers received calls with these numbers; only the living one may answer.
    const answer = (code: string) => ({ kind: 'failure', id: 2, code, sentence: '' });
    workers[0]?.dispatchEvent(new MessageEvent('message', { data: answer('FROM_THE_DEAD') }));
    workers[1]?.dispatchEvent(new MessageEvent('message', { data: answer('NO_RUN') }));
    await outcome;
    client.dispose();
  });
});

describe('a worker that lives', () => {
  it('is not taken for dead while it trains for long', async () => {
    const page = new Page({ epochs: 1_000_000 });
    await page.client.call('open', openArgs);
    const step = page.client.call('step', { count: 900_000, unit: 'epochs' });
    for (let tick = 0; tick < 30; tick += 1) {
      page.timers.tick();
      await settle();
    }
    expect(page.faults).toEqual([]);
    await page.client.call('pause', {});
    await expect(step).resolves.toMatchObject({ playing: false });
  });

  it('is not watched while nothing is awaited of it', async () => {
    const page = new Page();
    await page.client.call('open', openArgs);
    expect(page.timers.running).toBe(0);
    const step = page.client.call('step', { count: 1, unit: 'epochs' });
    expect(page.timers.running).toBe(1);
    await step;
    expect(page.timers.running).toBe(0);
    await page.client.call('play', { speed: null });
    expect(page.timers.running).toBe(1);
    await until(() => page.reports.at(-1)?.playing === false);
    expect(page.timers.running).toBe(0);
  });
});

describe('disposal', () => {
  it('rejects all that wait and tells no fault', async () => {
    const page = new Page({ epochs: 1_000_000 });
    await page.client.call('open', openArgs);
    const call = page.client.call('step', { count: 900_000, unit: 'epochs' });
    page.client.dispose();
    await expect(call).rejects.toMatchObject(died);
    expect(page.faults).toEqual([]);
    expect(page.client.lastCheckpoint).toBeNull();
  });
});
