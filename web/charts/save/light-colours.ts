/** The site's light colours on a part of a page, for as long as it takes to read them. */
import tokens from '../../styles/tokens.css?inline';

/**
 * What `read` returns while the element and all within it are in the light theme. The page's colours are worked out at
 * its root and passed down as they are, so the element is given the rules of the root anew.
 */
export function inLightColours<Result>(element: HTMLElement, read: () => Result): Result {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens);
  const rules = [...sheet.cssRules].filter((rule) => rule instanceof CSSStyleRule);
  const of = (selector: string) => rules.filter(({ selectorText }) => selectorText === selector);
  const declarations = [...of(':root'), ...of(':root[data-theme="light"]')].flatMap(({ style }) =>
    [...style]
      .filter((name) => name.startsWith('--') || name === 'color-scheme')
      .map((name) => [name, style.getPropertyValue(name)] as const),
  );
  for (const [name, value] of declarations) element.style.setProperty(name, value === '' ? ' ' : value);
  try {
    return read();
  } finally {
    for (const [name] of declarations) element.style.removeProperty(name);
  }
}
