/** Copies a drawing of the page together with its computed styles, so that it looks the same without a style sheet. */
import { measureLike } from '../drawing/pointer';

/** Properties that elements of a drawing inherit. */
const INHERITED = [
  'color',
  'dominant-baseline',
  'fill',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-variant-numeric',
  'font-weight',
  'letter-spacing',
  'paint-order',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
  'visibility',
] as const;

/** Attributes that describe a shape and its position; all others belong to the page. */
const KEPT =
  /^(?:x|y|[xy][12]|c[xy]|r[xy]?|d[xy]?|width|height|viewBox|points|transform|offset|id|clip-path|textLength)$/;

/**
 * `drawing` must be in the page, in the wanted colours. The copy has the final colours even while the drawing is in
 * transition to new ones.
 */
export function inlinedSvg(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const { width, height } = measureLike(drawing)(drawing);
  drawing.after(copy);
  inline(copy, null);
  copy.remove();
  // Its size may come from a style sheet.
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return copy;
}

function inline(element: SVGElement, outer: CSSStyleDeclaration | null): void {
  const style = getComputedStyle(element);
  const attributes = new Map<string, string>();
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    if (outer === null || value !== outer.getPropertyValue(name)) attributes.set(name, value);
  }
  if (style.opacity !== '1') attributes.set('opacity', style.opacity);
  if (element instanceof SVGSVGElement && style.overflow === 'visible') attributes.set('overflow', 'visible');
  if (element.style.transform !== '') attributes.set('transform', style.transform);
  for (const child of [...element.childNodes]) {
    if (child instanceof Text) continue;
    const isDrawn = child instanceof SVGElement && !(child instanceof SVGStyleElement);
    if (isDrawn && getComputedStyle(child).display !== 'none') inline(child, style);
    else child.remove();
  }
  for (const { name } of [...element.attributes]) if (!KEPT.test(name)) element.removeAttribute(name);
  for (const [name, value] of attributes) element.setAttribute(name, value);
}
