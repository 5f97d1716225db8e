/** One computation of the whole ledger, in its own worker. */
import type { ReactiveController, ReactiveElement } from 'lit';
import type { LedgerMessage, ObtainedRow } from './ledger-messages';

export type LedgerStatus = 'running' | 'done' | 'failed';

/** Starts when its host is first connected, and again on `start`; the host is updated as rows arrive. */
export class LedgerRun implements ReactiveController {
  status: LedgerStatus = 'running';
  /** Why it failed. */
  sentence = '';
  /** The total time in milliseconds, including loading the engine. */
  seconds = 0;
  rows: ReadonlyMap<string, ObtainedRow> = new Map();

  readonly #host: ReactiveElement;
  #worker: Worker | null = null;
  #began = 0;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.status === 'running') this.start();
  }

  hostDisconnected(): void {
    this.#end();
  }

  readonly start = (): void => {
    this.#end();
    this.status = 'running';
    this.rows = new Map();
    this.#began = performance.now();
    try {
      this.#worker = new Worker(new URL('./ledger.worker.ts', import.meta.url), { type: 'module', name: 'ledger' });
    } catch (error) {
      this.#fail(`this browser does not start it (${String(error)})`);
      return;
    }
    this.#worker.addEventListener('message', (event: MessageEvent<LedgerMessage>) => this.#receive(event.data));
    this.#worker.addEventListener('error', ({ message }) => this.#fail(message || 'its file could not be loaded'));
    this.#host.requestUpdate();
  };

  #receive(message: LedgerMessage): void {
    switch (message.kind) {
      case 'row':
        this.rows = new Map(this.rows).set(message.row.id, message.row);
        break;
      case 'done':
        this.status = 'done';
        this.seconds = (performance.now() - this.#began) / 1000;
        this.#end();
        break;
      case 'failure':
        this.status = 'failed';
        this.sentence = message.sentence;
        this.#end();
        break;
    }
    this.#host.requestUpdate();
  }

  #fail(reason: string): void {
    this.status = 'failed';
    this.sentence = `The worker that computes the numbers stopped: ${reason}.`;
    this.#end();
    this.#host.requestUpdate();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
