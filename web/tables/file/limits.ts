/** What a file may contain. The limits keep a tab within its memory, and are stated wherever one is reached. */
export const LIMITS = {
  /** Bytes, after unpacking. */
  bytes: 64_000_000,
  rows: 100_000,
  columns: 500,
  /** Rows × columns. */
  cells: 5_000_000,
  /** Characters of one row: more is a quotation mark that nobody closed. */
  rowCharacters: 2_000_000,
  /** Levels of a category that a person chose; more would be one unit of a network each. */
  levels: 200,
  /** Levels of a category that is recognised without a person's help. */
  recognisedLevels: 50,
} as const;

/** `100,000`: numbers in sentences, the same in every language of the browser. */
export const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1 cell` or `3 cells`. */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${grouped(count)} ${count === 1 ? one : many}`;

/** `line 3`, `lines 3 and 7`, `lines 3, 7, 9 and 40 more`. */
export function linesText(lines: readonly number[], shown = 3): string {
  if (lines.length === 1) return `line ${lines[0]}`;
  const rest = lines.length - shown;
  const parts = rest > 0 ? [...lines.slice(0, shown), `${grouped(rest)} more`] : lines;
  return `lines ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** A text from the file in quotation marks, cut to a length that fits into a sentence. */
export function quoted(text: string): string {
  const plain = text.replace(/\p{Cc}+/gu, ' ');
  return `“${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}”`;
}
