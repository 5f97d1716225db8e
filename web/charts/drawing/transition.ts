import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A way from 0 to 1 in so many milliseconds, a step a frame; at its end at once for who wants less motion. */
export class Transition implements ReactiveController {
  /** 1 at rest. */
  share = 1;
  private readonly host: ReactiveControllerHost;
  private readonly duration: number;
  private readonly lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  private frame = 0;

  constructor(host: ReactiveControllerHost, duration: number) {
    this.host = host;
    this.duration = duration;
    host.addController(this);
  }

  /** From the beginning, wherever it was. */
  start(): void {
    cancelAnimationFrame(this.frame);
    this.share = 1;
    if (this.lessMotion.matches) return;
    this.share = 0;
    let begin: number | null = null;
    const step = (now: number): void => {
      begin ??= now;
      this.share = Math.min(1, (now - begin) / this.duration);
      if (this.share < 1) this.frame = requestAnimationFrame(step);
      this.host.requestUpdate();
    };
    this.frame = requestAnimationFrame(step);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.frame);
    this.share = 1;
  }
}
