/**
 * Makes links of a lesson's text, which lead within the site, open the site in a new tab when they are on another page.
 */

const TITLE = 'Opens Minifactory in a new tab';
const NO_SITE = 'This page does not say where the whole of Minifactory is.';

/**
 * Events that come before a link is used; not `focusin` and `pointerover`, which do not leave an element for moves
 * within it.
 */
const EVENTS = ['pointermove', 'pointerdown', 'keydown', 'keyup', 'contextmenu', 'click'];

/**
 * A link is changed when it is pointed at or focused, so before it can be followed, opened or copied, anywhere within
 * `element`. Without a site, links cannot be followed.
 */
export function leadToSite(element: HTMLElement, site: () => string | null): void {
  const turn = (event: Event): void => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    const hash = link?.getAttribute('href') ?? '';
    if (link === undefined || !hash.startsWith('#')) return;
    const address = site();
    if (address === null) {
      if (event.type === 'click') event.preventDefault();
      link.title = NO_SITE;
      return;
    }
    link.href = new URL(hash, address).href;
    link.target = '_blank';
    link.rel = 'noopener';
    link.title = TITLE;
  };
  for (const type of EVENTS) {
    element.addEventListener(type, turn, { capture: true });
  }
}
