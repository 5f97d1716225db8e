import type { ReactiveController, ReactiveElement } from 'lit';
import { Throttle } from './throttle';

/** Milliseconds between two rewritings of numbers in words: faster cannot be read. */
const INTERVAL = 250;

/**
 * Lets the words of a picture follow values that stream in a few times a second and not with every report. The host asks
 * `areDue` in its `shouldUpdate`; it is updated again when words that waited are due.
 */
export class CalmWords implements ReactiveController {
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
