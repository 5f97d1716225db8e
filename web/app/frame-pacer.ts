/** Milliseconds between two changes of text while training, so that it can be read. */
const TEXT_INTERVAL = 200;
/** Milliseconds between two drawings for readers who prefer reduced motion: separate pictures instead of an animation. */
const STILL_INTERVAL = 1000;

/** Draws at most once a frame, and text less often while training. The last request is always drawn. */
export class FramePacer {
  readonly #draw: () => void;
  readonly #drawText: () => void;
  readonly #reducesMotion = matchMedia('(prefers-reduced-motion: reduce)');
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(draw: () => void, drawText: () => void) {
    this.#draw = draw;
    this.#drawText = drawText;
  }

  /** `streaming`: one of many changes in a row, so the text may follow later. */
  request(streaming: boolean): void {
    const isStill = streaming && this.#reducesMotion.matches;
    if (!isStill) this.#requestFrame();
    if (!streaming) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#drawText();
    } else if (this.#timer === undefined) {
      this.#timer = setTimeout(
        () => {
          this.#timer = undefined;
          if (isStill) this.#draw();
          this.#drawText();
        },
        isStill ? STILL_INTERVAL : TEXT_INTERVAL,
      );
    }
  }

  #requestFrame(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }
}
