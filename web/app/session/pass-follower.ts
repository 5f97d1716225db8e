/** Traces the pass of the inside view again whenever the run has changed. */
import { EngineError } from '../../engine/engine-error';
import type { PassSource } from '../../state/inside/inside-state';
import { isPassDue } from '../../state/inside/pass';
import type { TrainingClient } from '../../worker/client';
import type { Snapshot } from '../../worker/protocol';
import type { Store } from './store';

export class PassFollower {
  readonly #store: Store;
  readonly #client: TrainingClient;
  #isAsking = false;
  /** The last request that the worker refused, so that it is not repeated. */
  #refused: { readonly asked: Snapshot; readonly source: PassSource } | null = null;

  constructor(store: Store, client: TrainingClient) {
    this.#store = store;
    this.#client = client;
  }

  start(): void {
    this.#store.subscribe(() => {
      void this.#follow();
    });
  }

  async #follow(): Promise<void> {
    const { state } = this.#store;
    const { run } = state;
    const { source } = state.inside;
    if (this.#isAsking || run === null || !isPassDue(state)) {
      return;
    }
    if (this.#refused?.asked === run.latest && this.#refused.source === source) {
      return;
    }
    this.#isAsking = true;
    try {
      const rows = source === 'next' ? source : Int32Array.of(source);
      const reply = await this.#client.call('trace', { rows });
      this.#isAsking = false;
      const { runId } = run.description;
      this.#store.dispatch({ type: 'pass-arrived', pass: { ...reply, runId, source, asked: run.latest } });
    } catch (error) {
      this.#isAsking = false;
      this.#refused = { asked: run.latest, source };
      this.#onFailure(error);
    }
  }

  #onFailure(error: unknown): void {
    if (!(error instanceof EngineError)) {
      reportError(error);
    } else if (error.code !== 'WORKER_DIED') {
      this.#store.dispatch({ type: 'request-refused', sentence: error.message });
    }
  }
}
