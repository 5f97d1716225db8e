import type { ReactiveController, ReactiveElement } from 'lit';

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

/** Milliseconds between two changes of text: nobody reads faster. */
const INTERVAL = 250;

/**
 * Limits how often the text of a picture follows streamed values: a few times a second instead of with every report.
 * The host asks `areDue` in its `shouldUpdate`, and is updated again when waiting text is due.
 */
export class ThrottledWords implements ReactiveController {
  private readonly host: ReactiveElement;
  private readonly streamed: readonly PropertyKey[];
  private readonly throttle: Throttle;
  private due = false;

  /** `streamed`: properties that change with every report. */
  constructor(host: ReactiveElement, streamed: readonly PropertyKey[], interval = INTERVAL) {
    this.host = host;
    this.streamed = streamed;
    this.throttle = new Throttle(interval, () => {
      this.due = true;
      this.host.requestUpdate();
    });
    host.addController(this);
  }

  hostConnected(): void {
    // Text may have been waiting when the host was removed from the page.
    if (this.host.hasUpdated) this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.throttle.cancel();
  }

  /** Whether only streamed properties have changed. */
  onlyStreamed(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
    return changed.size > 0 && [...changed.keys()].every((name) => this.streamed.includes(name));
  }

  areDue(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
    if (this.host.hasUpdated && !this.due && this.onlyStreamed(changed)) this.throttle.request();
    else this.due = true;
    // A request after a pause is granted at once.
    const { due } = this;
    this.due = false;
    return due;
  }
}
