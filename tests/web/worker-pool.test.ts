import { afterEach, describe, expect, it } from 'vitest';
import { EngineError } from '../../web/engine/engine-error';
import { TrainingClient } from '../../web/worker/client';
import { servePorts } from '../../web/worker/port-server';
import { type HostResources, TrainingHost } from '../../web/worker/training-host';
import { type SharedWorkerLike, WorkerPool } from '../../web/worker/worker-pool';
import { ManualTimers } from './manual-timers';
import { fakeResources } from './worker-channel';
import { died, openArgs, settle } from './worker-client-page';

/** A worker's global scope and its page's end of it, both in this thread. */
class LocalWorker extends EventTarget implements SharedWorkerLike {
  readonly #scope = new EventTarget();
  readonly #ports: MessagePort[] = [];
  isTerminated = false;

  constructor(resources: HostResources) {
    super();
    const scope = Object.assign(this.#scope, { postMessage: () => {} });
    servePorts(scope, (outbox) => new TrainingHost(outbox, resources));
  }

  postMessage(data: unknown, ports: MessagePort[]): void {
    this.#ports.push(...ports);
    this.#scope.dispatchEvent(Object.assign(new Event('message'), { data, ports }));
  }

  terminate(): void {
    this.isTerminated = true;
    for (const port of this.#ports) port.close();
  }
}

function stage(options: Parameters<typeof fakeResources>[0] = {}) {
  const workers: LocalWorker[] = [];
  const resources = fakeResources({ batchCost: () => 1, ...options });
  const pool = new WorkerPool(() => {
    const worker = new LocalWorker(resources);
    workers.push(worker);
    return worker;
  });
  const newClient = () => {
    const faults: EngineError[] = [];
    const timers = new ManualTimers();
    const client = new TrainingClient({ startWorker: () => pool.connect(), timers });
    client.onFault((fault) => faults.push(fault));
    clients.push(client);
    return { client, faults, timers };
  };
  return { workers, runs: resources.runs, newClient };
}

const clients: TrainingClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

const step = (client: TrainingClient, count: number) => client.call('step', { count, unit: 'batches' });

describe('a worker that clients share', () => {
  it('trains a run for each of them', async () => {
    const { workers, newClient } = stage();
    const [one, other] = [newClient(), newClient()];
    await Promise.all([one.client.call('open', openArgs), other.client.call('open', openArgs)]);
    await Promise.all([step(one.client, 3), step(other.client, 5)]);
    const [first, second] = await Promise.all([step(one.client, 1), step(other.client, 1)]);
    expect([first.progress.batch, second.progress.batch]).toEqual([4, 6]);
    expect(workers).toHaveLength(1);
  });

  it('lives on when one of them is done, whose run is disposed of', async () => {
    const { workers, runs, newClient } = stage();
    const [one, other] = [newClient(), newClient()];
    await one.client.call('open', openArgs);
    await other.client.call('open', openArgs);
    one.client.dispose();
    await settle();
    expect(runs.map(({ isDisposed }) => isDisposed)).toEqual([true, false]);
    expect((await step(other.client, 2)).progress.batch).toBe(2);
    expect(other.faults).toEqual([]);
    expect(workers[0]?.isTerminated).toBe(false);
    other.client.dispose();
    expect(workers[0]?.isTerminated).toBe(true);
  });

  it('crashes for all of them, and each continues from its own last checkpoint in the next one', async () => {
    const { workers, newClient } = stage();
    const [one, other] = [newClient(), newClient()];
    await one.client.call('open', openArgs);
    await other.client.call('open', openArgs);
    await step(one.client, 30);
    await step(other.client, 50);
    const waiting = step(one.client, 1_000);
    workers[0]?.dispatchEvent(new Event('error'));
    await expect(waiting).rejects.toMatchObject(died);
    expect([one.faults, other.faults].map((faults) => faults.map(({ code }) => code))).toEqual([
      ['WORKER_DIED'],
      ['WORKER_DIED'],
    ]);
    expect((await one.client.recover()).snapshot.progress.batch).toBe(30);
    expect((await other.client.recover()).snapshot.progress.batch).toBe(50);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  it('is ended for all clients if one of them gets no answer', async () => {
    const { workers, newClient } = stage();
    const [one, other] = [newClient(), newClient()];
    await one.client.call('open', openArgs);
    await other.client.call('open', openArgs);
    workers[0]?.terminate();
    const waiting = step(one.client, 1);
    for (let tick = 0; tick < 6; tick += 1) one.timers.tick();
    await expect(waiting).rejects.toMatchObject(died);
    expect(other.faults.map(({ message }) => message)).toEqual([
      'The training worker stopped with an error (another run in it has ended it). Its data is lost.',
    ]);
    expect((await other.client.recover()).snapshot.progress.batch).toBe(0);
  });

  it('tells a client on its own when a call cannot be answered', async () => {
    const { newClient } = stage();
    const [one, other] = [newClient(), newClient()];
    await one.client.call('open', openArgs);
    await expect(other.client.call('pause', {})).rejects.toMatchObject({ code: 'NO_RUN' });
    expect((await step(one.client, 1)).progress.batch).toBe(1);
  });
});

describe('a page without workers', () => {
  it('says so to every client', async () => {
    const pool = new WorkerPool(() => {
      throw new Error('refused');
    });
    const client = new TrainingClient({ startWorker: () => pool.connect(), timers: new ManualTimers() });
    await expect(client.call('open', openArgs)).rejects.toBeInstanceOf(EngineError);
    await expect(client.call('open', openArgs)).rejects.toMatchObject({ code: 'WORKER_UNREACHABLE' });
  });
});
