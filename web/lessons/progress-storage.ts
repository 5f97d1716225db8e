/** Stores the reader's progress in the browser, or only for this visit if the browser refuses. */
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

  /** Whether it is stored beyond this visit. */
  get lasts(): boolean {
    return this.#lasts;
  }

  /** Keeps what another tab has written in the meantime. */
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

  /** If storage is refused, even accessing it throws. */
  #attempt(use: () => void): void {
    try {
      use();
    } catch {
      this.#lasts = false;
    }
  }
}
