/** The page's connection to one worker, until it is closed or the worker dies. */
import { EngineError } from '../engine/engine-error';
import { Heartbeat, type Timers } from './heartbeat';
import { workerRefusal } from './policies';
import type { Message, Request } from './protocol';

/** What the page needs of a `Worker`. */
export interface WorkerLike {
  postMessage(request: Request): void;
  /** Ends the worker, for all who share it. */
  terminate(): void;
  /** Releases a shared worker, so that the other clients can go on. */
  release?(): void;
  addEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: Event) => void): void;
}

export interface LinkOutlets {
  message(message: Exclude<Message, { kind: 'fault' }>): void;
  /** Called once, if the worker dies or gives up. */
  died(error: EngineError): void;
}

export class WorkerLink {
  readonly #worker: WorkerLike;
  readonly #outlets: LinkOutlets;
  readonly #heartbeat: Heartbeat;
  #isOpen = true;
  #hasSpoken = false;

  constructor(worker: WorkerLike, timers: Timers, outlets: LinkOutlets) {
    this.#worker = worker;
    this.#outlets = outlets;
    this.#heartbeat = new Heartbeat(
      timers,
      () => this.post({ kind: 'ping' }),
      () => this.#die('no longer answers'),
    );
    worker.addEventListener('message', (event) => this.#receive(event));
    worker.addEventListener('messageerror', () => this.#die('sent a message that could not be read'));
    worker.addEventListener('error', (event) => {
      // A worker that the page's policy refuses fails without a reason, before it says anything.
      this.#die(`stopped with an error${reasonOf(event)}`, this.#hasSpoken ? null : workerRefusal());
    });
  }

  post(request: Request): void {
    this.#worker.postMessage(request);
  }

  /** Whether an answer of the worker is expected, so that silence means a crash. */
  expectWords(expects: boolean): void {
    if (expects && this.#isOpen) this.#heartbeat.listen();
    else this.#heartbeat.rest();
  }

  close(): void {
    this.#rest();
    if (this.#worker.release) this.#worker.release();
    else this.#worker.terminate();
  }

  #rest(): void {
    this.#isOpen = false;
    this.#heartbeat.rest();
  }

  #receive(event: Event): void {
    if (!this.#isOpen) return;
    this.#hasSpoken = true;
    this.#heartbeat.heard();
    const message: unknown = event instanceof MessageEvent ? event.data : null;
    if (!isMessage(message)) this.#die('sent an invalid message');
    else if (message.kind === 'fault') this.#die(`stopped working (${message.sentence})`);
    else this.#outlets.message(message);
  }

  #die(how: string, refusal: string | null = null): void {
    if (!this.#isOpen) return;
    this.#rest();
    this.#worker.terminate();
    this.#outlets.died(new EngineError('WORKER_DIED', refusal ?? `The training worker ${how}. Its data is lost.`));
  }
}

const KINDS: readonly unknown[] = ['ready', 'pong', 'reply', 'failure', 'report', 'fault'] satisfies Message['kind'][];

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'kind' in value && KINDS.includes(value.kind);
}

function reasonOf(event: Event): string {
  return 'message' in event && typeof event.message === 'string' && event.message !== '' ? ` (${event.message})` : '';
}
