import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Animates a value from 0 to 1 within `duration` milliseconds, one step a frame; jumps to 1 if the reader prefers
 * reduced motion.
 */
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

  /** Starts again from 0. */
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
