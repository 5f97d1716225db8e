/**
 * Where a pointer is, in the pixels in which an element is laid out. A slide deck scales its slides with CSS, and then
 * one pixel of the layout is more or less than one on the screen, in which events and boxes are measured.
 */

export interface Scale {
  readonly x: number;
  readonly y: number;
}

/** Pixels on the screen for each pixel of the element's layout, in both directions; not rotated. */
export function screenScale(element: Element): Scale {
  const box = element.getBoundingClientRect();
  const [width, height] =
    element instanceof HTMLElement
      ? [element.offsetWidth, element.offsetHeight]
      : [element.clientWidth, element.clientHeight];
  return { x: ratio(box.width, width), y: ratio(box.height, height) };
}

/** From the top left corner of the element, which may be outside it. */
export function pointIn(
  element: Element,
  { clientX, clientY }: MouseEvent,
): { readonly x: number; readonly y: number } {
  const { left, top } = element.getBoundingClientRect();
  const scale = screenScale(element);
  return { x: (clientX - left) / scale.x, y: (clientY - top) / scale.y };
}

/** Sizes of a layout are whole numbers: a difference of less than a pixel is rounding. */
function ratio(onScreen: number, laidOut: number): number {
  return laidOut === 0 || Math.abs(onScreen - laidOut) < 1 ? 1 : onScreen / laidOut;
}
