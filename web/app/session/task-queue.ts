/** Runs tasks one after the other; one that fails is told of, and does not stop those behind it. */
export class TaskQueue {
  readonly #tell: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();
  #closed: Error | null = null;

  constructor(tell: (error: unknown) => void) {
    this.#tell = tell;
  }

  /** Resolves when the task is done, or rejects with what has been told; nobody needs to listen. */
  add(task: () => Promise<void>): Promise<void> {
    const done = this.#last.then(() => {
      if (this.#closed !== null) throw this.#closed;
      return this.now(task);
    });
    this.#last = done.catch(() => {});
    return done;
  }

  /** As `add`, without waiting for those before. */
  now(task: () => Promise<void>): Promise<void> {
    const done = task();
    done.catch(this.#tell);
    return done;
  }

  /** Those that wait, and those still to be added, are not done: they reject with this error, which is not told. */
  close(error: Error): void {
    this.#closed = error;
  }

  /** Resolves when all that were added are done. */
  settled(): Promise<void> {
    return this.#last;
  }
}
