/** How views report what happened: one bubbling event, which the page's root handles. */
import type { Intent } from '../../state/page/events';

export const INTENT = 'mf-intent';

export function send(from: EventTarget, intent: Intent): void {
  from.dispatchEvent(new CustomEvent<Intent>(INTENT, { detail: intent, bubbles: true, composed: true }));
}
