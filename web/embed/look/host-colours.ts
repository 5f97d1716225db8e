/** Colours that fit into another page: computed from its text, background and accent, and always readable. */

/** Red, green and blue from 0 to 1, in sRGB. */
export type Colour = readonly [number, number, number];

export interface HostColours {
  readonly ink: Colour;
  readonly paper: Colour;
  /** Null if the page sets none. */
  readonly accent: Colour | null;
}

/** The contrast required for text of any size (WCAG 2.2, 1.4.3) and for the borders of controls (1.4.11). */
const TEXT_CONTRAST = 4.5;
const CONTROL_CONTRAST = 3;

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [1, 1, 1];
/** The site's own accents. */
const ACCENTS = { light: [0.055, 0.353, 0.541], dark: [0.384, 0.71, 0.925] } as const;

/** The tokens of `styles/tokens.css` whose colours change on this page, as CSS. */
export function tokensFor(host: HostColours): {
  readonly scheme: 'light' | 'dark';
  readonly tokens: ReadonlyMap<string, string>;
} {
  const { paper } = host;
  const scheme = contrast(paper, WHITE) < contrast(paper, BLACK) ? 'light' : 'dark';
  const most = scheme === 'light' ? BLACK : WHITE;
  const sunken = mixed(paper, most, 0.05);
  // Text also stands on the sunken background, which is closer to it.
  const readable = (colour: Colour) => withContrast(colour, most, sunken, TEXT_CONTRAST);
  const ink = readable(host.ink);
  const accent = readable(host.accent ?? ACCENTS[scheme]);
  const tokens: readonly (readonly [string, Colour])[] = [
    ['paper', paper],
    ['surface', paper],
    ['sunken', sunken],
    ['ink', ink],
    ['ink-soft', readable(mixed(ink, paper, 0.3))],
    ['rule', mixed(paper, ink, 0.2)],
    ['grid', mixed(paper, ink, 0.06)],
    ['control', withContrast(mixed(ink, paper, 0.45), most, sunken, CONTROL_CONTRAST)],
    ['focus', accent],
    ['accent', accent],
    ['accent-strong', mixed(accent, most, 0.25)],
    ['on-accent', contrast(accent, WHITE) >= contrast(accent, BLACK) ? WHITE : BLACK],
  ];
  return { scheme, tokens: new Map(tokens.map(([name, colour]) => [`--${name}`, cssColour(colour)])) };
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A computed colour as the browser writes it in sRGB: `rgb(…)`, `rgba(…)` or `color(srgb …)`; null for any other. */
export function readColour(css: string): { readonly colour: Colour; readonly alpha: number } | null {
  const [, space, inside = ''] = /^(rgba?|color)\((.*)\)$/.exec(css.trim()) ?? [];
  const numbers = (inside.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined) return null;
  if (space === 'color' && !inside.startsWith('srgb ')) return null;
  const scale = space === 'color' ? 1 : 255;
  return { colour: [red / scale, green / scale, blue / scale], alpha };
}

/** `top` over `bottom`, blended if it is not opaque. */
export function over(top: Colour, alpha: number, bottom: Colour): Colour {
  return mixed(bottom, top, alpha);
}

/** The share of the second colour is from 0 to 1. */
function mixed(one: Colour, other: Colour, share: number): Colour {
  return [0, 1, 2].map((i) => (one[i] as number) * (1 - share) + (other[i] as number) * share) as unknown as Colour;
}

/** The colour, moved towards `most` until it has the wanted contrast to `ground`. */
function withContrast(colour: Colour, most: Colour, ground: Colour, wanted: number): Colour {
  const steps = Array.from({ length: 21 }, (_, step) => mixed(colour, most, step / 20));
  return steps.find((step) => contrast(step, ground) >= wanted) ?? most;
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function cssColour(colour: Colour): string {
  return `rgb(${colour.map((part) => Math.round(255 * Math.min(1, Math.max(0, part)))).join(' ')})`;
}
