import type { EmbedEventName, EmbedEvents } from '../api';

/** Tells the page around, out through every shadow root. */
export function emit<Name extends EmbedEventName>(from: EventTarget, name: Name, detail: EmbedEvents[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
