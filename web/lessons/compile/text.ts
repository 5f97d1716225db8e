/** Our own HTML as plain text, for the search. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

export function plainText(html: string): string {
  return (
    html
      // Displayed formulas are left out, because their symbols alone are no use in a search.
      .replace(/<math[^>]* display="block".*?<\/math>/gs, ' ')
      .replace(/<\/(?:p|li|h\d|td|th)>/g, '$& ')
      .replace(/<[^>]*>/g, '')
      .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/&(amp|lt|gt|quot);/g, (whole, name: string) => ENTITIES[name] ?? whole)
      .replace(/\s+/g, ' ')
      .trim()
  );
}
