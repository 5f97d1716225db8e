/** What of a part of the page belongs in a picture of it. */

/** Elements that are left out: controls, and text that is only for screen readers. */
const LEFT_OUT = 'button, select, input, details, .tip, .said, .visually-hidden, .choices, .parts, mf-save-picture';

/** The elements within, in the order they are painted, also those in shadow roots; SVGs as a whole. */
export function paintedElements(root: Element | ShadowRoot): Element[] {
  const inside = root instanceof Element && root.shadowRoot !== null ? root.shadowRoot : root;
  return [...inside.children].flatMap((child) => {
    if (child.matches(LEFT_OUT)) return [];
    if (child instanceof SVGSVGElement) return [child];
    if (child instanceof HTMLSlotElement)
      return child.assignedElements().flatMap((each) => [each, ...paintedElements(each)]);
    return [child, ...paintedElements(child)];
  });
}

export function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}
