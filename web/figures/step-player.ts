/** Plays the steps of a figure one after the other: smoothly, or in jumps for readers who prefer less motion. */
import type { ReactiveController, ReactiveElement } from 'lit';
import { VisibilityController } from '../charts/drawing/observers';

/**
 * The host is updated with every movement. The step at which it stops is passed to the host, which puts it into its
 * values.
 */
export class StepPlayer implements ReactiveController {
  /** The current step while it plays, with a fraction for smooth motion; null if it is stopped. */
  at: number | null = null;
  readonly #host: ReactiveElement;
  readonly #onRest: (step: number) => void;
  readonly #lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  #frame = 0;

  constructor(host: ReactiveElement, onRest: (step: number) => void) {
    this.#host = host;
    this.#onRest = onRest;
    new VisibilityController(
      host,
      () => {},
      () => this.pause(),
    );
    host.addController(this);
  }

  get isPlaying(): boolean {
    return this.at !== null;
  }

  /** Plays from one step to another, with `pace` milliseconds for each. */
  play(from: number, to: number, pace: number): void {
    this.#stop();
    this.at = from;
    this.#host.requestUpdate();
    const begin = performance.now();
    const go = (now: number): void => {
      const reached = Math.min(to, from + Math.max(0, now - begin) / pace);
      if (reached >= to) {
        this.#rest(to);
        return;
      }
      const shown = this.#lessMotion.matches ? Math.floor(reached) : reached;
      if (shown !== this.at) {
        this.at = shown;
        this.#host.requestUpdate();
      }
      this.#frame = requestAnimationFrame(go);
    };
    this.#frame = requestAnimationFrame(go);
  }

  /** Pauses if it is playing. Otherwise it plays to the last step, or from the start if it is at the end. */
  toggle(at: number, last: number, pace: number): void {
    if (this.isPlaying) this.pause();
    else this.play(at >= last ? 0 : at, last, pace);
  }

  /** Stops at the last step that it has reached. */
  pause(): void {
    if (this.at !== null) this.#rest(Math.floor(this.at));
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #rest(step: number): void {
    this.#stop();
    this.#host.requestUpdate();
    this.#onRest(step);
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.at = null;
  }
}
