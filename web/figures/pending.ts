/** Keeps track of what an element waits for before it has its height. */
import type { ReactiveController, ReactiveElement } from 'lit';

type PendingTask = CustomEvent<{ readonly complete: Promise<unknown> }>;

/** Says that an element, or one around it, has its height only once `complete` is settled. */
export function tellPending(element: Element, complete: Promise<unknown>): void {
  element.dispatchEvent(
    new CustomEvent('pending-task', { detail: { complete }, bubbles: true, composed: true }) satisfies PendingTask,
  );
}

/** Gives its host the attribute `pending` until the host, and everything in it, has its height. */
export class PendingController implements ReactiveController {
  readonly #host: ReactiveElement;
  #count = 0;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('pending-task', (event) => void this.wait((event as PendingTask).detail.complete));
  }

  hostConnected(): void {}

  async wait(complete: Promise<unknown>): Promise<void> {
    this.#count += 1;
    this.#host.toggleAttribute('pending', true);
    await complete.catch(() => {});
    await nextLayout();
    this.#count -= 1;
    this.#host.toggleAttribute('pending', this.#count > 0);
  }
}

/** Resolves when the browser has laid out what is drawn now, and has said which parts of it are in sight. */
async function nextLayout(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}
