import { afterEach, describe, expect, it } from 'vitest';
import type { EngineError } from '../../web/engine/engine-error';
import { TrainingClient } from '../../web/worker/client';
import { type FrameWorkerLike, FrameWorkers } from '../../web/worker/frame-workers';
import { serveFrames } from '../../web/worker/port-server';
import { TrainingHost } from '../../web/worker/training-host';
import type { WorkerLike } from '../../web/worker/worker-link';
import { ManualTimers } from './manual-timers';
import { fakeResources } from './worker-channel';
import { died, openArgs, settle } from './worker-client-page';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** The browser's shared workers, by name, in this thread. `refuses` lets each report an error instead of starting. */
class LocalBrowser {
  readonly resources = fakeResources({ batchCost: () => 1 });
  readonly #workers = new Map<string, EventTarget>();
  started = 0;
  hangs = false;
  refuses: 'at once' | 'later' | null = null;

  connect(name: string): FrameWorkerLike {
    if (this.refuses === 'at once') throw new DOMException('refused', 'SecurityError');
    const { port1, port2 } = new MessageChannel();
    stops.push(() => {
      port1.close();
      port2.close();
    });
    const worker = Object.assign(new EventTarget(), { port: port1 });
    if (this.refuses === 'later') queueMicrotask(() => worker.dispatchEvent(new Event('error')));
    else if (!this.hangs) this.#named(name).dispatchEvent(Object.assign(new Event('connect'), { ports: [port2] }));
    return worker;
  }

  #named(name: string): EventTarget {
    const running = this.#workers.get(name);
    if (running !== undefined) return running;
    this.started += 1;
    const scope = Object.assign(new EventTarget(), { close: () => this.#workers.delete(name) });
    serveFrames(scope, (outbox) => new TrainingHost(outbox, this.resources));
    this.#workers.set(name, scope);
    return scope;
  }
}

/** A worker of a page's own, which only notes what it is sent. */
class OwnWorker extends EventTarget implements WorkerLike {
  readonly requests: unknown[] = [];
  isTerminated = false;
  postMessage(request: unknown): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
}

/** A frame of the origin, with one client. */
function frame(browser: LocalBrowser) {
  const own: OwnWorker[] = [];
  const workers = new FrameWorkers(
    (generation) => browser.connect(`training ${generation}`),
    () => {
      const worker = new OwnWorker();
      own.push(worker);
      return worker;
    },
  );
  const timers = new ManualTimers();
  const client = new TrainingClient({ startWorker: () => workers.connect(), timers });
  const faults: EngineError[] = [];
  client.onFault((fault) => faults.push(fault));
  stops.push(() => client.dispose());
  return { workers, client, timers, faults, own };
}

const step = (client: TrainingClient, count: number) => client.call('step', { count, unit: 'batches' });
const batch = async (client: TrainingClient, count: number) => (await step(client, count)).progress.batch;

describe('a worker that the frames of an origin share', () => {
  it('trains a run for each of them', async () => {
    const browser = new LocalBrowser();
    const [one, other] = [frame(browser), frame(browser)];
    await Promise.all([one.client.call('open', openArgs), other.client.call('open', openArgs)]);
    expect(await Promise.all([batch(one.client, 3), batch(other.client, 5)])).toEqual([3, 5]);
    expect(browser.started).toBe(1);
  });

  it('disposes of the run of a frame that is closed, and keeps the others', async () => {
    const browser = new LocalBrowser();
    const [one, other] = [frame(browser), frame(browser)];
    await one.client.call('open', openArgs);
    await other.client.call('open', openArgs);
    one.workers.leave();
    await settle();
    expect(browser.resources.runs.map(({ isDisposed }) => isDisposed)).toEqual([true, false]);
    expect(await batch(other.client, 2)).toBe(2);
    expect(other.faults).toEqual([]);
  });

  it('ends for all frames if one of them cannot use it, and each continues from its last checkpoint in the next one', async () => {
    const browser = new LocalBrowser();
    const [one, other] = [frame(browser), frame(browser)];
    await one.client.call('open', openArgs);
    await other.client.call('open', openArgs);
    await step(one.client, 30);
    await step(other.client, 50);
    // One frame hears nothing for too long.
    const waiting = expect(step(one.client, 1)).rejects.toMatchObject(died);
    for (let tick = 0; tick < 6; tick += 1) one.timers.tick();
    await waiting;
    await settle();
    expect(other.faults.map(({ message }) => message)).toEqual([
      'The training worker stopped working (another run in it has ended it). Its data is lost.',
    ]);
    expect((await one.client.recover()).snapshot.progress.batch).toBe(30);
    expect((await other.client.recover()).snapshot.progress.batch).toBe(50);
    expect(browser.started).toBe(2);
  });
});

describe('a browser that refuses shared workers', () => {
  it.each(['at once', 'later'] as const)('%s: the frame trains in a worker of its own', async (when) => {
    const browser = new LocalBrowser();
    browser.refuses = when;
    const { client, own, faults } = frame(browser);
    const opening = client.call('open', openArgs).catch(() => {});
    await settle();
    expect(own).toHaveLength(1);
    expect(own[0]?.requests).toMatchObject([{ kind: 'call', call: 'open' }]);
    expect(faults).toEqual([]);
    client.dispose();
    await opening;
    expect(own[0]?.isTerminated).toBe(true);
    void client.call('open', openArgs).catch(() => {});
    expect(own).toHaveLength(2);
  });

  it('in silence: after a minute the frame says so, and then trains in a worker of its own', async () => {
    const browser = new LocalBrowser();
    browser.hangs = true;
    const { client, timers, own } = frame(browser);
    const opening = expect(client.call('open', openArgs)).rejects.toMatchObject(died);
    for (let tick = 0; tick < 122; tick += 1) timers.tick();
    await opening;
    void client.call('open', openArgs).catch(() => {});
    expect(own[0]?.requests).toMatchObject([{ kind: 'call', call: 'open' }]);
  });
});
