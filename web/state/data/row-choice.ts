/** Rows of the data set as a person writes them: `5, 17, 40–44`. */

export type RowChoice =
  | { readonly ok: true; readonly rows: Int32Array }
  /** What is wrong, as a sentence. */
  | { readonly ok: false; readonly sentence: string };

const RANGE = /^(\d+)(?:\s*[-–]\s*(\d+))?$/;

/** Each row once, in the order written; rows count from 0, as in the data set. `rows` is how many there are. */
export function parseRows(text: string, rows: number): RowChoice {
  const chosen = new Set<number>();
  for (const part of text.split(/[,;]/).map((piece) => piece.trim())) {
    const match = RANGE.exec(part);
    if (match === null) {
      return { ok: false, sentence: `“${part}” is no row: write row numbers such as 5, 17, 40–44.` };
    }
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last >= rows) return { ok: false, sentence: `There is no row ${last}: rows go from 0 to ${rows - 1}.` };
    if (last < first) return { ok: false, sentence: `${part} runs backwards: write the lower row first.` };
    for (let row = first; row <= last; row += 1) chosen.add(row);
  }
  return { ok: true, rows: Int32Array.from(chosen) };
}
