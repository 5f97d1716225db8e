/** Links within the site, as they stand in a lesson's text, made to lead to it from another page: in a tab of their own. */

const TITLE = 'Opens Minifactory in a new tab';

/** Of those that come before a link is used; not `focusin` and `pointerover`, which a move within one element does not send out of it. */
const EVENTS = ['pointermove', 'pointerdown', 'keydown', 'keyup', 'contextmenu', 'click'];

/**
 * A link is turned when it is pointed at or reached, so before it can be followed, opened elsewhere or copied, wherever
 * in the elements within `element` it stands.
 */
export function leadToSite(element: HTMLElement, site: () => string): void {
  const turn = (event: Event): void => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    const hash = link?.getAttribute('href') ?? '';
    if (link === undefined || !hash.startsWith('#')) return;
    link.href = new URL(hash, site()).href;
    link.target = '_blank';
    link.rel = 'noopener';
    link.title = TITLE;
  };
  for (const type of EVENTS) {
    element.addEventListener(type, turn, { capture: true });
  }
}
