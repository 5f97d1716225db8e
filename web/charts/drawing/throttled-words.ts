import type { ReactiveController, ReactiveElement } from 'lit';
import { Throttle } from './throttle';

/** Milliseconds between two changes of text, so that it can be read. */
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
