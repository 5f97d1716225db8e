/**
 * The root of the page an element belongs to: the document's, or, where the element is part of a piece of the site on
 * another page, that piece's, which is the nearest one around to wear a theme.
 */
export function pageRoot(element: Element): HTMLElement {
  const worn = element.closest<HTMLElement>('[data-theme]');
  if (worn !== null) return worn;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? pageRoot(root.host) : document.documentElement;
}
