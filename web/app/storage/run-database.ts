/** Keeps values by their `id` in the browser's IndexedDB. Every method rejects where the browser refuses. */

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

  /** All values, whoever wrote them. */
  all(): Promise<readonly unknown[]> {
    return result(this.#database.transaction(STORE).objectStore(STORE).getAll());
  }

  /** Undefined where there is none of this id. */
  get(id: string): Promise<unknown> {
    return result(this.#database.transaction(STORE).objectStore(STORE).get(id));
  }

  /** All or nothing. */
  change(added: readonly { readonly id: string }[], removed: readonly string[]): Promise<void> {
    const transaction = this.#database.transaction(STORE, 'readwrite');
    const store = transaction.objectStore(STORE);
    for (const value of added) {
      store.put(value);
    }
    for (const id of removed) {
      store.delete(id);
    }
    // A page that is being closed may not live to see that nothing more is asked.
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
