import type { ReactiveController, ReactiveElement } from 'lit';

/** Elements that scroll by themselves if they are wider than the page. */
const PARTS = ".prose :is(pre, table, math[display='block'])";

/** Makes those parts of a host's prose that must be scrolled reachable by keyboard, and no others. */
export class WideParts implements ReactiveController {
  private readonly host: ReactiveElement;
  private readonly observer = new ResizeObserver(() => this.update());

  constructor(host: ReactiveElement) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  hostUpdated(): void {
    this.update();
  }

  private update(): void {
    for (const part of this.host.renderRoot.querySelectorAll(PARTS)) {
      if (part.scrollWidth > part.clientWidth) part.setAttribute('tabindex', '0');
      else part.removeAttribute('tabindex');
    }
  }
}
