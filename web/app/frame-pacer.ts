/** Milliseconds between two changes of text while numbers stream in: faster than that nobody reads. */
const TEXT_INTERVAL = 100;

/** Draws at most once a frame, and text less often while training; the last request is never lost. */
export class FramePacer {
  readonly #draw: () => void;
  readonly #drawText: () => void;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(draw: () => void, drawText: () => void) {
    this.#draw = draw;
    this.#drawText = drawText;
  }

  /** `streaming` says that this is one of many changes in a row, which text need not follow one by one. */
  request(streaming: boolean): void {
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#draw();
      });
    }
    if (!streaming) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#drawText();
    } else if (this.#timer === undefined) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#drawText();
      }, TEXT_INTERVAL);
    }
  }
}
