/** Sets an attribute unless it has that value: the browser would work for nothing. */
export function write(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
