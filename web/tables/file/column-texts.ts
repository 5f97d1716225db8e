/** One column of a file as trimmed texts, with null where a text means “missing”. */
import type { RawCells } from './raw-cells';

export interface ColumnTexts {
  readonly texts: readonly (string | null)[];
  /** The number of cells that are not missing. */
  readonly present: number;
  /** The texts that mean “missing”, as they are written, and how often each occurs; most frequent first. */
  readonly missingTexts: readonly (readonly [text: string, count: number])[];
}

/** The rows from `start` on. `missing` are the texts that mean “missing”, in lower case. */
export function columnTexts(cells: RawCells, column: number, start: number, missing: ReadonlySet<string>): ColumnTexts {
  const texts: (string | null)[] = [];
  const longest = Math.max(0, ...Array.from(missing, ({ length }) => length));
  const found = new Map<string, number>();
  let present = 0;
  for (let row = start; row < cells.rows; row += 1) {
    const text = cells.cell(row, column).trim();
    const isMissing = text.length <= longest && missing.has(text.toLowerCase());
    if (isMissing) found.set(text, (found.get(text) ?? 0) + 1);
    else present += 1;
    texts.push(isMissing ? null : text);
  }
  return { texts, present, missingTexts: [...found].sort(([, a], [, b]) => b - a) };
}

export interface ReadValues {
  /** Shape (rows); NaN where missing or not readable. */
  readonly values: Float64Array;
  /** The rows whose text cannot be read. */
  readonly bad: readonly number[];
}

/** Every text read by `read`; null as soon as more than a share of `tolerance` of the cells cannot be read. */
export function readValues(
  { texts, present }: ColumnTexts,
  read: (text: string) => number,
  tolerance: number,
): ReadValues | null {
  const values = new Float64Array(texts.length);
  const bad: number[] = [];
  for (let row = 0; row < texts.length; row += 1) {
    const text = texts[row] as string | null;
    const value = text === null ? Number.NaN : read(text);
    const isReadable = Number.isFinite(value);
    values[row] = isReadable ? value : Number.NaN;
    if (text !== null && !isReadable) {
      bad.push(row);
      if (bad.length > tolerance * present) return null;
    }
  }
  return { values, bad };
}

/** The different texts; stops after `limit` + 1. */
export function differentTexts(texts: readonly (string | null)[], limit: number): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    if (text === null) continue;
    found.add(text);
    if (found.size > limit) break;
  }
  return found;
}
