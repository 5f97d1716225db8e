/** How a view says what happened to it: one bubbling event that the page's root listens for. */
import type { Intent } from '../../state/page/events';

export const INTENT = 'mf-intent';

export function send(from: EventTarget, intent: Intent): void {
  from.dispatchEvent(new CustomEvent<Intent>(INTENT, { detail: intent, bubbles: true, composed: true }));
}
