/** Milliseconds between two changes of text while training: nobody reads faster. */
const TEXT_INTERVAL = 100;

/** Draws at most once a frame, and text less often while training. The last request is always drawn. */
export class FramePacer {
  readonly #draw: () => void;
  readonly #drawText: () => void;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(draw: () => void, drawText: () => void) {
    this.#draw = draw;
    this.#drawText = drawText;
  }

  /** `streaming`: one of many changes in a row, so the text may follow later. */
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
