/** One worker for several clients, each with a run of its own. */
import type { Request } from './protocol';
import type { WorkerLike } from './worker-link';

/** Sent to a worker with a port, on which it then serves one more client. */
export interface Connect {
  readonly kind: 'connect';
}

/** Sent on a port by a client that no longer needs the worker; its run is disposed of. */
export interface Disconnect {
  readonly kind: 'disconnect';
}

/** What the pool needs of a `Worker`. */
export interface SharedWorkerLike {
  postMessage(message: Connect, transfer: Transferable[]): void;
  terminate(): void;
  addEventListener(type: 'messageerror' | 'error', listener: (event: Event) => void): void;
}

/** Starts the worker with the first client and ends it with the last. A crash is reported to all clients. */
export class WorkerPool {
  readonly #start: () => SharedWorkerLike;
  #worker: SharedWorkerLike | null = null;
  #clients = new Set<PooledWorker>();

  constructor(start: () => SharedWorkerLike) {
    this.#start = start;
  }

  /** Throws if no worker can be started. */
  connect(): WorkerLike {
    this.#worker ??= this.#started();
    const { port1, port2 } = new MessageChannel();
    this.#worker.postMessage({ kind: 'connect' }, [port2]);
    const client: PooledWorker = new PooledWorker(port1, {
      leave: () => this.#leave(client),
      end: () => this.#end(client),
    });
    this.#clients.add(client);
    return client;
  }

  #started(): SharedWorkerLike {
    const worker = this.#start();
    const die = (event: Event) => {
      if (worker === this.#worker) this.#abandon(event);
    };
    worker.addEventListener('error', die);
    worker.addEventListener('messageerror', die);
    return worker;
  }

  #leave(client: PooledWorker): void {
    this.#clients.delete(client);
    if (this.#clients.size === 0) this.#abandon(new Event('error'));
  }

  /** One client has found that the worker crashed or is unusable. This informs the others. */
  #end(client: PooledWorker): void {
    if (!this.#clients.delete(client)) return;
    this.#abandon(Object.assign(new Event('error'), { message: 'another run in it has ended it' }));
  }

  #abandon(event: Event): void {
    const clients = [...this.#clients];
    this.#clients.clear();
    this.#worker?.terminate();
    this.#worker = null;
    for (const client of clients) client.die(event);
  }
}

interface Outlets {
  leave(): void;
  end(): void;
}

class PooledWorker implements WorkerLike {
  readonly #port: MessagePort;
  readonly #outlets: Outlets;
  readonly #deathListeners = new Set<(event: Event) => void>();

  constructor(port: MessagePort, outlets: Outlets) {
    this.#port = port;
    this.#outlets = outlets;
  }

  postMessage(request: Request): void {
    this.#port.postMessage(request);
  }

  addEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: Event) => void): void {
    if (type === 'error') this.#deathListeners.add(listener);
    else this.#port.addEventListener(type, listener);
    // Start reading once both listeners are set; earlier messages were queued.
    this.#port.start();
  }

  release(): void {
    this.#port.postMessage({ kind: 'disconnect' } satisfies Disconnect);
    this.#port.close();
    this.#outlets.leave();
  }

  terminate(): void {
    this.#port.close();
    this.#outlets.end();
  }

  die(event: Event): void {
    this.#port.close();
    for (const listener of this.#deathListeners) listener(event);
  }
}
