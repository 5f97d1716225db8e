/**
 * Where pointers and boxes are, in the pixels in which an element is laid out. A slide deck scales its slides with CSS,
 * and then one pixel of the layout is more or less than one on the screen, in which browsers measure both.
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

/** Where something is on the page. */
export type Measure = (measured: Element | Range) => DOMRect;

/** Boxes in the pixels in which `reference`, as large an element as possible, is laid out. */
export function measureLike(reference: Element): Measure {
  const { x, y } = screenScale(reference);
  return (measured) => {
    const { left, top, width, height } = measured.getBoundingClientRect();
    return new DOMRect(left / x, top / y, width / x, height / y);
  };
}

/** Sizes of a layout are whole numbers: a difference of less than a pixel is rounding. */
function ratio(onScreen: number, laidOut: number): number {
  return laidOut === 0 || Math.abs(onScreen - laidOut) < 1 ? 1 : onScreen / laidOut;
}
