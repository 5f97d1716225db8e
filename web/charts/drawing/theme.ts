import type { ReactiveController, ReactiveControllerHost } from 'lit';

const DATA_COLOUR = /^--(series|run|weight)-/;

/**
 * Design tokens as plain values, for a canvas, which does not understand custom properties or `light-dark()`.
 * Calls back when the reader's colour scheme, the `data-theme` around the host or the page's loaded fonts change.
 */
export class ThemeController implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly onChange: () => void;
  private readonly darkScheme = matchMedia('(prefers-color-scheme: dark)');
  private readonly themeAttribute: MutationObserver;

  constructor(host: ReactiveControllerHost & HTMLElement, onChange: () => void) {
    this.host = host;
    this.onChange = onChange;
    this.themeAttribute = new MutationObserver(onChange);
    host.addController(this);
  }

  hostConnected(): void {
    this.darkScheme.addEventListener('change', this.onChange);
    // A canvas shows the fall-back font it was drawn with until it is drawn again.
    document.fonts.addEventListener('loadingdone', this.onChange);
    this.themeAttribute.observe(pageRoot(this.host), { attributeFilter: ['data-theme', 'data-look'] });
  }

  hostDisconnected(): void {
    this.darkScheme.removeEventListener('change', this.onChange);
    document.fonts.removeEventListener('loadingdone', this.onChange);
    this.themeAttribute.disconnect();
  }

  /** The computed value of `token` used as a colour, e.g. `rgb(0, 103, 165)`. */
  colour(token: string): string {
    return this.probe('color', token, (style) => style.color);
  }

  /** `token` used as a font size, in CSS pixels. */
  pixels(token: string): number {
    return Number.parseFloat(this.probe('font-size', token, (style) => style.fontSize));
  }

  /** `token` used as a font family. */
  fontFamily(token: string): string {
    return this.probe('font-family', token, (style) => style.fontFamily);
  }

  private probe(property: string, token: string, read: (style: CSSStyleDeclaration) => string): string {
    const element = document.createElement('span');
    element.hidden = true;
    element.style.setProperty(property, `var(${token})`);
    // The colours of data are told apart by the legend, which keeps them when the reader's system forces its own.
    if (DATA_COLOUR.test(token)) element.style.setProperty('forced-color-adjust', 'none');
    (this.host.shadowRoot ?? this.host).append(element);
    const value = read(getComputedStyle(element));
    element.remove();
    return value;
  }
}

/**
 * The root of the page an element belongs to: the document's root element, or, for a part embedded in another page, the
 * nearest element around it that has a theme.
 */
export function pageRoot(element: Element): HTMLElement {
  const worn = element.closest<HTMLElement>('[data-theme]');
  if (worn !== null) return worn;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? pageRoot(root.host) : document.documentElement;
}
