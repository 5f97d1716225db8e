/** The surroundings of an embed: the colours, the font and the size that its text would have there. */
import { type Colour, type HostColours, over, readColour, tokensFor } from './host-colours';
import { ROOT } from './look';

/** Properties by which a page sets the look explicitly where it cannot be computed, e.g. on a picture. */
const PROPERTIES = {
  ink: '--minifactory-ink',
  paper: '--minifactory-paper',
  accent: '--minifactory-accent',
  font: '--minifactory-font',
};

const WHITE: Colour = [1, 1, 1];
const DARK: Colour = [0.07, 0.07, 0.07];

/** The rules that make an embed look like its page, and which of the site's two palettes they extend. */
export function hostLook(element: HTMLElement): { readonly palette: 'light' | 'dark'; readonly rules: string } {
  const style = getComputedStyle(element);
  const said = (name: string) => style.getPropertyValue(name).trim();
  const paper = inSrgb(element, said(PROPERTIES.paper)) ?? backgroundOf(element);
  const colours: HostColours = {
    paper,
    ink: inSrgb(element, said(PROPERTIES.ink)) ?? inSrgb(element, style.color) ?? [0, 0, 0],
    accent: inSrgb(element, said(PROPERTIES.accent)) ?? inSrgb(element, style.accentColor),
  };
  const { scheme, tokens } = tokensFor(colours);
  const declarations = [['--font-text', said(PROPERTIES.font) || style.fontFamily], ...tokens];
  const rules = `.${ROOT} { ${declarations.map(([name, value]) => `${name}: ${value};`).join(' ')} }`;
  return { palette: scheme, rules };
}

/** The colour behind the element. */
function backgroundOf(element: HTMLElement): Colour {
  const layers: { readonly colour: Colour; readonly alpha: number }[] = [];
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const layer = readColour(srgb(element, getComputedStyle(at).backgroundColor));
    if (layer === null || layer.alpha === 0) continue;
    layers.push(layer);
    if (layer.alpha >= 1) break;
  }
  const ground = layers.at(-1)?.alpha === 1 ? WHITE : groundOf(element);
  return layers.reduceRight<Colour>((below, { colour, alpha }) => over(colour, alpha, below), ground);
}

/** The browser's default background for a page that sets none. */
function groundOf(element: HTMLElement): Colour {
  const { colorScheme } = getComputedStyle(document.documentElement);
  const isDark =
    colorScheme.includes('dark') &&
    (!colorScheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
  return inSrgb(element, 'Canvas') ?? (isDark ? DARK : WHITE);
}

function parentOf(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

function inSrgb(element: HTMLElement, css: string): Colour | null {
  return readColour(srgb(element, css))?.colour ?? null;
}

/** Any colour as the browser writes it in sRGB; empty if it is not a colour. */
function srgb(element: HTMLElement, css: string): string {
  if (css === '' || css === 'auto' || !CSS.supports('color', css)) return '';
  const probe = document.createElement('span');
  probe.style.color = `color-mix(in srgb, ${css}, ${css})`;
  (element.shadowRoot ?? element).append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
