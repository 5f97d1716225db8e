/** Texts inside HTML and XML. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters and halves of characters, which XML 1.0 cannot hold even as a reference. */
const UNHOLDABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** For the text of an element, or an attribute in quotes. Characters that XML cannot hold are left out. */
export function escaped(text: string): string {
  return holdable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** The same for an attribute in double quotes in HTML, where people read the rest as it is. */
export function escapedAttribute(text: string): string {
  return holdable(text).replace(/[&<"]/g, (character) => ENTITIES[character] as string);
}

/** The text without the characters that XML cannot hold. */
export function holdable(text: string): string {
  return text.replace(UNHOLDABLE, '');
}
