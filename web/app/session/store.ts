/** Holds the page's state, changes it with `reduce` only, and notifies listeners. */
import type { PageEvent } from '../../state/page/events';
import type { PageState } from '../../state/page/page-state';
import { reduce } from '../../state/page/reduce';

type Listener = (state: PageState, before: PageState) => void;

export class Store {
  #state: PageState;
  readonly #listeners = new Set<Listener>();

  constructor(state: PageState) {
    this.#state = state;
  }

  get state(): PageState {
    return this.#state;
  }

  dispatch(event: PageEvent): void {
    const before = this.#state;
    this.#state = reduce(before, event);
    if (this.#state !== before) {
      for (const listener of this.#listeners) {
        listener(this.#state, before);
      }
    }
  }

  /** Returns a function that stops listening. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
