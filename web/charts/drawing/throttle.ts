import type { ReactiveController, ReactiveElement } from 'lit';

/** Runs `task` at once on the first request, and at most once per `interval` milliseconds after that; the last request is never lost. */
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

/** Milliseconds between two rewritings of numbers in words: faster cannot be read. */
const INTERVAL = 250;

/**
 * Lets the words of a picture follow values that stream in a few times a second and not with every report. The host asks
 * `areDue` in its `shouldUpdate`; it is updated again when words that waited are due.
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
    // Words may have waited when the host was taken out of the page.
    if (this.host.hasUpdated) this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.throttle.cancel();
  }

  /** Whether nothing but streamed properties has changed. */
  onlyStreamed(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
    return changed.size > 0 && [...changed.keys()].every((name) => this.streamed.includes(name));
  }

  areDue(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
    if (this.host.hasUpdated && !this.due && this.onlyStreamed(changed)) this.throttle.request();
    else this.due = true;
    // A request after a pause has been granted at once.
    const { due } = this;
    this.due = false;
    return due;
  }
}
