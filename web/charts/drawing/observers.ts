import type { ReactiveController, ReactiveElement } from 'lit';

type Host = ReactiveElement;

/** Whether the host can be seen: it is in or near the viewport, and the tab is visible. */
export class VisibilityController implements ReactiveController {
  private readonly host: Host;
  private readonly onShow: () => void;
  private readonly onHide: () => void;
  private observer: IntersectionObserver | null = null;
  private intersecting = false;

  constructor(host: Host, onShow: () => void, onHide: () => void = () => {}) {
    this.host = host;
    this.onShow = onShow;
    this.onHide = onHide;
    host.addController(this);
  }

  get visible(): boolean {
    return this.intersecting && !document.hidden;
  }

  hostConnected(): void {
    this.observer = new IntersectionObserver(
      (entries) => {
        this.intersecting = entries.at(-1)?.isIntersecting ?? false;
        this.announce();
      },
      { rootMargin: '100px' },
    );
    this.observer.observe(this.host);
    document.addEventListener('visibilitychange', this.announce);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.intersecting = false;
    document.removeEventListener('visibilitychange', this.announce);
  }

  private readonly announce = (): void => {
    if (this.visible) this.onShow();
    else this.onHide();
  };
}

/** The content size, in CSS pixels, of one element that the host renders. */
export class SizeController implements ReactiveController {
  width = 0;
  height = 0;
  private readonly host: Host;
  private readonly selector: string;
  private readonly onResize: () => void;
  private readonly observer: ResizeObserver;
  private observed: Element | null = null;

  constructor(host: Host, selector: string, onResize: () => void) {
    this.host = host;
    this.selector = selector;
    this.onResize = onResize;
    this.observer = new ResizeObserver((entries) => {
      const box = entries.at(-1)?.contentRect;
      if (box) this.take(box.width, box.height);
    });
    host.addController(this);
  }

  hostUpdated(): void {
    const element = this.host.shadowRoot?.querySelector(this.selector) ?? null;
    if (element === this.observed) return;
    this.observer.disconnect();
    this.observed = element;
    if (!element) return;
    this.observer.observe(element);
    // At once, so that the first picture already has its size.
    const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(element);
    const width = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    const height = element.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
    if (width > 0) this.take(width, height);
  }

  /** A difference of less than a pixel is rounding, and redraws nothing. */
  private take(width: number, height: number): void {
    if (Math.abs(width - this.width) < 1 && Math.abs(height - this.height) < 1) return;
    this.width = width;
    this.height = height;
    this.onResize();
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    this.observed = null;
  }

  hostConnected(): void {
    // A host that was moved in the document keeps its rendered elements and is not updated by itself.
    if (this.host.hasUpdated) this.hostUpdated();
  }
}
