/**
 * Makes all elements follow the embedding element instead of its page. Their styles are written for a page of its own:
 * `rem` is the size of text on the page, which another page may have set to anything, and media queries ask for the width
 * of the window, where an embed has only a column of it. So lengths become multiples of `--rem`, and queries of the
 * window's width ask for that of the nearest container.
 */
import { CSSResult, type CSSResultGroup, type CSSResultOrNative, LitElement, unsafeCSS } from 'lit';

type Finalize = (styles?: CSSResultGroup) => CSSResultOrNative[];

const scaled = new WeakMap<CSSResult, CSSResult>();

/** To be called before the elements it is meant for are defined. */
export function scaleStyles(): void {
  // Lit's own place to hang in style management (ReactiveElement.finalizeStyles); protected, since it is meant for a
  // class of one's own, but one class here is all of them.
  const base = LitElement as unknown as { finalizeStyles: Finalize };
  const finalize = base.finalizeStyles;
  base.finalizeStyles = function (this: unknown, styles) {
    return finalize.call(this, styles).map((style) => (style instanceof CSSResult ? scaledStyle(style) : style));
  };
}

/** The same object for the same style, so that elements share their sheets as before. */
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
      // In such a condition `rem` would be the page's, and `em` is the container's.
      return `@container${condition.replace(/rem\b/g, 'em')}`;
    })
    .replace(/(?<![\w.#-])(-?(?:\d+\.?\d*|\.\d+))rem\b/g, 'calc($1 * var(--rem))');
}
