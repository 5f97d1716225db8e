/** Runs tasks one after the other. A task that fails is reported and does not stop the next ones. */
export class TaskQueue {
  readonly #tell: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();
  #closed: Error | null = null;

  constructor(tell: (error: unknown) => void) {
    this.#tell = tell;
  }

  /**
   * Resolves when the task is done; rejects with an error that has been reported already, so the caller may ignore it.
   */
  add(task: () => Promise<void>): Promise<void> {
    const done = this.#last.then(() => {
      if (this.#closed !== null) throw this.#closed;
      return this.now(task);
    });
    this.#last = done.catch(() => {});
    return done;
  }

  /** As `add`, without waiting for the tasks before it. */
  now(task: () => Promise<void>): Promise<void> {
    const done = task();
    done.catch(this.#tell);
    return done;
  }

  /** Rejects waiting and later tasks with this error, which is not reported. */
  close(error: Error): void {
    this.#closed = error;
  }

  /** Resolves when all added tasks are done. */
  settled(): Promise<void> {
    return this.#last;
  }
}
