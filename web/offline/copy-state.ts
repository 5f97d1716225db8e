/** What the page knows about its copy in the browser, for the elements that show it. */

export interface CopyState {
  /** The release of this page is completely stored. */
  readonly isStored: boolean;
  /** A newer release is stored beside it; this starts it and reloads the page. */
  readonly useNewer: (() => void) | null;
}

type Listener = () => void;

export class CopyStore {
  #state: CopyState = { isStored: false, useNewer: null };
  readonly #listeners = new Set<Listener>();

  get state(): CopyState {
    return this.#state;
  }

  set(changes: Partial<CopyState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }

  /** Returns a function that stops it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export const copyStore = new CopyStore();
