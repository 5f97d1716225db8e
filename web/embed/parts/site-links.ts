/**
 * Makes links of a lesson's text, which lead within the site, open the site in a new tab when they are on another page.
 */

const TITLE = 'Opens Minifactory in a new tab';

/**
 * Events that come before a link is used; not `focusin` and `pointerover`, which do not leave an element for moves
 * within it.
 */
const EVENTS = ['pointermove', 'pointerdown', 'keydown', 'keyup', 'contextmenu', 'click'];

/**
 * A link is changed when it is pointed at or focused, so before it can be followed, opened or copied, anywhere within
 * `element`.
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
