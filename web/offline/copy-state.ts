/** What the page knows of its copy in the browser, for the elements that show it. */

export interface CopyState {
  /** The release that this page belongs to is stored whole. */
  readonly isStored: boolean;
  /** A newer one is stored beside it, and this starts it: the page loads anew. */
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

  /** Returns what ends it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export const copyStore = new CopyStore();
