/** Stores values by their `id` in the browser's IndexedDB. Every method rejects if the browser refuses. */

const DATABASE = 'minifactory';
const STORE = 'runs';

export class RunDatabase {
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  static async open(): Promise<RunDatabase> {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    return new RunDatabase(await result(request));
  }

  /** All values, of this page or of anything else on the origin. */
  all(): Promise<readonly unknown[]> {
    return result(this.#database.transaction(STORE).objectStore(STORE).getAll());
  }

  /** Undefined if there is no value with this id. */
  get(id: string): Promise<unknown> {
    return result(this.#database.transaction(STORE).objectStore(STORE).get(id));
  }

  /** Adds and removes all of these, or none. */
  change(added: readonly { readonly id: string }[], removed: readonly string[]): Promise<void> {
    const transaction = this.#database.transaction(STORE, 'readwrite');
    const store = transaction.objectStore(STORE);
    for (const value of added) {
      store.put(value);
    }
    for (const id of removed) {
      store.delete(id);
    }
    // A page that is being closed may not live long enough for the automatic commit.
    transaction.commit();
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

function result<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
