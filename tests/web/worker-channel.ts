/** The training host at the other end of a MessageChannel, to be called, observed and killed like a worker. */
import type { Run } from '../../web/engine/types';
import type { Recipe } from '../../web/recipe/schema';
import type { Message, Request } from '../../web/worker/protocol';
import { type HostResources, TrainingHost } from '../../web/worker/training-host';
import type { Scheduler } from '../../web/worker/turn-loop';
import type { WorkerLike } from '../../web/worker/worker-link';
import { FakeClock, FakeRun, type FakeRunOptions } from './worker-fakes';

type Listener = (event: Event) => void;

export class ChannelWorker implements WorkerLike {
  readonly #page: MessagePort;
  readonly #host: TrainingHost;
  readonly #hostPort: MessagePort;
  readonly #errorListeners: Listener[] = [];

  constructor(resources: HostResources) {
    const { port1, port2 } = new MessageChannel();
    this.#page = port1;
    this.#hostPort = port2;
    this.#host = new TrainingHost(port2, resources);
    port2.onmessage = (event) => this.#host.receive(event.data);
  }

  postMessage(request: Request): void {
    this.#page.postMessage(request);
  }

  /** Sends a message that no training host sends. */
  say(message: unknown): void {
    this.#hostPort.postMessage(message);
  }

  addEventListener(type: 'message' | 'messageerror' | 'error', listener: Listener): void {
    if (type === 'error') {
      this.#errorListeners.push(listener);
    } else {
      this.#page.addEventListener(type, listener);
      this.#page.start();
    }
  }

  /** Like a terminated worker: falls silent, without any event. */
  terminate(): void {
    this.#host.close();
    this.#hostPort.close();
  }

  crash(): void {
    for (const listener of this.#errorListeners) listener(new Event('error'));
  }

  garble(): void {
    this.#page.dispatchEvent(new Event('messageerror'));
  }
}

/** Without real waiting: the clock jumps to the time of the next callback. */
class FakeScheduler implements Scheduler {
  constructor(readonly clock: FakeClock) {}

  now(): number {
    return this.clock.time;
  }

  /** Not with a message: Node delivers up to a thousand messages of one port before it looks at the next port. */
  soon(callback: () => void): void {
    setImmediate(callback);
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = setImmediate(() => {
      this.clock.time += milliseconds;
      callback();
    });
    return () => clearImmediate(timer);
  }
}

/** An engine of fake runs, which records every new run. */
export function fakeResources(options: FakeRunOptions = {}): HostResources & { readonly runs: FakeRun[] } {
  const clock = new FakeClock();
  const runs: FakeRun[] = [];
  return {
    runs,
    loadEngine: async () => ({
      createRun(_recipe: Recipe): Run {
        const run = new FakeRun({ ...options, clock });
        runs.push(run);
        return run;
      },
    }),
    datasetNamed: (id) =>
      id === 'boston'
        ? { id, title: '', columns: [], rows: 0, values: new Float64Array(), defaultTarget: '', source: '' }
        : undefined,
    scheduler: new FakeScheduler(clock),
  };
}

/** An outbox that keeps the posted messages as a page would receive them: cloned, with their arrays transferred. */
export class RecordingOutbox {
  readonly messages: Message[] = [];

  postMessage(message: Message, transfer: ArrayBuffer[]): void {
    this.messages.push(structuredClone(message, { transfer }));
  }
}
