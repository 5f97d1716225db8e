/**
 * Runs `task` at once on the first request, and then at most once in `interval` milliseconds. The last request is
 * always served.
 */
export class Throttle {
  private readonly task: () => void;
  private readonly interval: number;
  private lastRun = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(interval: number, task: () => void) {
    this.interval = interval;
    this.task = task;
  }

  request(): void {
    if (this.timer !== null) return;
    const wait = this.lastRun + this.interval - performance.now();
    if (wait <= 0) this.run();
    else this.timer = setTimeout(() => this.run(), wait);
  }

  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private run(): void {
    this.timer = null;
    this.lastRun = performance.now();
    this.task();
  }
}
