/** Keeps the reader's progress in the browser's storage, or, where it refuses, for this visit. */
import { NO_PROGRESS, type Progress, readProgress, writeProgress } from './progress';

const KEY = 'minifactory.lessons.1';

export class ProgressStorage {
  #progress: Progress = NO_PROGRESS;
  #lasts = true;

  constructor() {
    this.#read();
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Whether it outlives this visit. */
  get lasts(): boolean {
    return this.#lasts;
  }

  /** What another tab has written meanwhile is kept. */
  change(change: (progress: Progress) => Progress): void {
    this.#read();
    const after = change(this.#progress);
    if (after === this.#progress) return;
    this.#progress = after;
    this.#attempt(() => localStorage.setItem(KEY, writeProgress(after)));
  }

  forget(): void {
    this.#progress = NO_PROGRESS;
    this.#attempt(() => localStorage.removeItem(KEY));
  }

  #read(): void {
    if (!this.#lasts) return;
    this.#attempt(() => {
      this.#progress = readProgress(localStorage.getItem(KEY));
    });
  }

  /** Refused storage throws on the mere mention of it. */
  #attempt(use: () => void): void {
    try {
      use();
    } catch {
      this.#lasts = false;
    }
  }
}
