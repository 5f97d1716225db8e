/**
 * Makes all elements follow the embedding element instead of its page. Their styles are written for a page of their
 * own: `rem` is the text size of the page, which another page may have set to anything, and media queries ask for the
 * width of the window, where an embed has only a column. So lengths become multiples of `--rem`, and queries for the
 * window's width become queries for the nearest container.
 */
import { CSSResult, type CSSResultGroup, type CSSResultOrNative, LitElement, unsafeCSS } from 'lit';

type Finalize = (styles?: CSSResultGroup) => CSSResultOrNative[];

const scaled = new WeakMap<CSSResult, CSSResult>();

/** Call it before the elements are defined. */
export function scaleStyles(): void {
  // Lit's hook for managing styles (ReactiveElement.finalizeStyles). It is protected, meant for subclasses; here it is
  // replaced for all elements at once.
  const base = LitElement as unknown as { finalizeStyles: Finalize };
  const finalize = base.finalizeStyles;
  base.finalizeStyles = function (this: unknown, styles) {
    return finalize.call(this, styles).map((style) => (style instanceof CSSResult ? scaledStyle(style) : style));
  };
}

/** Returns the same object for the same style, so that elements keep sharing their sheets. */
function scaledStyle(style: CSSResult): CSSResult {
  const known = scaled.get(style);
  if (known !== undefined) return known;
  const made = unsafeCSS(scaledText(style.cssText));
  scaled.set(style, made);
  return made;
}

/** A style sheet's text, for an element in a container. */
export function scaledText(text: string): string {
  return text
    .replace(/@(?:media|container)([^{;]*\b(?:min|max)-width\b[^{;]*)/g, (_, condition: string) => {
      // In a container query `rem` is the page's, and `em` is the container's.
      return `@container${condition.replace(/rem\b/g, 'em')}`;
    })
    .replace(/(?<![\w.#-])(-?(?:\d+\.?\d*|\.\d+))rem\b/g, 'calc($1 * var(--rem))');
}
