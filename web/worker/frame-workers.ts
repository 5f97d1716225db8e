/** One worker for all frames of an origin, each with a run of its own, where the browser has shared workers. */
import type { Request } from './protocol';
import type { WorkerLike } from './worker-link';
import type { Disconnect } from './worker-pool';

/** Sent on a port by a client that found the worker unusable: it ends for all its clients. */
export interface End {
  readonly kind: 'end';
}

/** What is needed of a `SharedWorker`. */
export interface FrameWorkerLike {
  readonly port: MessagePort;
  addEventListener(type: 'error', listener: (event: Event) => void, options: { signal: AbortSignal }): void;
}

/** Connects to the frames' worker. If the browser refuses it, the page's clients get workers of the page's own. */
export class FrameWorkers {
  readonly #start: (generation: number) => FrameWorkerLike;
  readonly #startOwn: () => WorkerLike;
  /** Counts the workers that failed. Nobody can end a shared worker that hangs, so the next one has another name. */
  #generation = 0;
  #isRefused = false;
  readonly #clients = new Set<FrameClient>();

  constructor(start: (generation: number) => FrameWorkerLike, startOwn: () => WorkerLike) {
    this.#start = start;
    this.#startOwn = startOwn;
  }

  /** Throws if no worker can be started. */
  connect(): WorkerLike {
    if (this.#isRefused) return this.#startOwn();
    const generation = this.#generation;
    const outlets: Outlets = {
      refused: () => {
        this.#isRefused = true;
        return this.#startOwn();
      },
      left: (client) => this.#clients.delete(client),
      failed: (hasAnswered) => {
        if (!hasAnswered) this.#isRefused = true;
        if (generation === this.#generation) this.#generation += 1;
      },
    };
    try {
      const client = new FrameClient(this.#start(generation), outlets);
      this.#clients.add(client);
      return client;
    } catch {
      return outlets.refused();
    }
  }

  /** The page is being closed: its runs are disposed of, and other pages keep the worker. */
  leave(): void {
    for (const client of this.#clients) client.release();
  }
}

interface Outlets {
  /** The browser has not started the worker. Returns one of the page's own. */
  refused(): WorkerLike;
  failed(hasAnswered: boolean): void;
  left(client: FrameClient): void;
}

class FrameClient implements WorkerLike {
  readonly #port: MessagePort;
  readonly #outlets: Outlets;
  readonly #listeners: Parameters<WorkerLike['addEventListener']>[] = [];
  readonly #closed = new AbortController();
  /** Sent before the worker's first message: if the browser refuses it, another worker gets them. */
  #unanswered: Request[] | null = [];
  #own: WorkerLike | null = null;

  constructor(worker: FrameWorkerLike, outlets: Outlets) {
    this.#port = worker.port;
    this.#outlets = outlets;
    const { signal } = this.#closed;
    const hear = () => {
      this.#unanswered = null;
    };
    this.#port.addEventListener('message', hear, { signal, once: true });
    worker.addEventListener('error', (event) => this.#fail(event), { signal });
  }

  postMessage(request: Request): void {
    this.#unanswered?.push(request);
    (this.#own ?? this.#port).postMessage(request);
  }

  addEventListener(...listener: Parameters<WorkerLike['addEventListener']>): void {
    this.#listeners.push(listener);
    const [type] = listener;
    if (type !== 'error') this.#port.addEventListener(...listener);
    // Start reading once both listeners are set; earlier messages were queued.
    this.#port.start();
  }

  release(): void {
    if (this.#own !== null) {
      if (this.#own.release) this.#own.release();
      else this.#own.terminate();
      return;
    }
    this.#leave({ kind: 'disconnect' });
  }

  terminate(): void {
    if (this.#own !== null) {
      this.#own.terminate();
      return;
    }
    this.#outlets.failed(this.#unanswered === null);
    this.#leave({ kind: 'end' });
  }

  #leave(message: Disconnect | End): void {
    this.#port.postMessage(message);
    this.#close();
  }

  #close(): void {
    this.#port.close();
    this.#closed.abort();
    this.#outlets.left(this);
  }

  #fail(event: Event): void {
    if (this.#unanswered === null) {
      this.#die(event);
      return;
    }
    this.#close();
    try {
      this.#own = this.#outlets.refused();
    } catch {
      this.#die(event);
      return;
    }
    for (const listener of this.#listeners) this.#own.addEventListener(...listener);
    for (const request of this.#unanswered) this.#own.postMessage(request);
    this.#unanswered = null;
  }

  #die(event: Event): void {
    for (const [type, listener] of this.#listeners) if (type === 'error') listener(event);
  }
}
