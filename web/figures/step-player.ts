/** Plays a figure that has steps: goes from one to the next by itself, smoothly or, for readers who prefer less motion, in jumps. */
import type { ReactiveController, ReactiveElement } from 'lit';
import { VisibilityController } from '../charts/drawing/observers';

/** The host is updated as it moves on; where it comes to rest is handed over, for the host to put into its values. */
export class StepPlayer implements ReactiveController {
  /** Between two steps while it plays, with a fraction where motion is wanted; null at rest. */
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

  /** From one step to another, `pace` milliseconds for each. */
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

  /** Pauses where it plays; plays on to the last step where it rests, from the first one again where it has come to the end. */
  toggle(at: number, last: number, pace: number): void {
    if (this.isPlaying) this.pause();
    else this.play(at >= last ? 0 : at, last, pace);
  }

  /** Stays at the step it has last reached. */
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
