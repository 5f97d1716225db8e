import type { ReactiveController, ReactiveElement } from 'lit';

/** What scrolls by itself where it is wider than the page. */
const PARTS = ".prose :is(pre, table, math[display='block'])";

/** Lets keys reach what of a host's prose has to be scrolled, and nothing else of it. */
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
