/** Asks the worker for the partial dependences of the stored runs drawn behind the live one, one at a time. */
import { EngineError } from '../../engine/engine-error';
import { type DependenceRequest, dependenceRequests, type StoredDependence } from '../../state/runs/overlay';
import type { TrainingClient } from '../../worker/client';
import type { Store } from './store';

export class DependenceFollower {
  readonly #store: Store;
  readonly #client: TrainingClient;
  #isAsking = false;
  /** Parameters that do not fit the network of their recipe; something other than this page stored them. */
  readonly #refused = new WeakSet<Float64Array>();

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
    if (this.#isAsking || state.view !== 'train' || state.engine.status !== 'ready' || state.crash !== null) {
      return;
    }
    const question = dependenceRequests(state).find(({ parameters }) => !this.#refused.has(parameters));
    if (question === undefined) {
      return;
    }
    this.#isAsking = true;
    try {
      const recalled = await this.#ask(question);
      this.#isAsking = false;
      this.#store.dispatch({ type: 'dependence-arrived', recalled });
    } catch (error) {
      this.#isAsking = false;
      this.#onFailure(error, question);
    }
  }

  async #ask({ run, recipe, parameters, featureName }: DependenceRequest): Promise<StoredDependence> {
    const feature = recipe.data.features.indexOf(featureName);
    const { dependence } = await this.#client.call('partialDependence', { recipe, parameters, feature });
    return { run, parameters, featureName, dependence };
  }

  #onFailure(error: unknown, { parameters }: DependenceRequest): void {
    if (!(error instanceof EngineError)) {
      reportError(error);
    } else if (error.code !== 'WORKER_DIED') {
      this.#refused.add(parameters);
    }
  }
}
