/** Which units of a long column are drawn, and where gaps replace the others. */

/** A column with more units than this is folded. */
export const MOST_UNFOLDED = 14;
/** Units drawn of a folded column, and how many of them are at its end. */
const SHOWN = 10;
const LAST_SHOWN = 2;
/** Rows of the column's grid that a gap takes. */
const GAP = 2;
/** Units shown at a time of an unfolded column. */
export const WINDOW = 32;

export interface FoldedColumn {
  /** Rows of its grid. */
  readonly slots: number;
  readonly units: readonly { readonly unit: number; readonly slot: number }[];
  readonly gaps: readonly { readonly slot: number; readonly hidden: number }[];
}

/** A column of `count` units. A long one shows its ends and `kept`, which is always shown. */
export function foldColumn(count: number, kept: number | null = null): FoldedColumn {
  if (count <= MOST_UNFOLDED) return withGaps(count, range(0, count));
  const first = SHOWN - LAST_SHOWN;
  if (kept === null || kept < first || kept >= count - LAST_SHOWN) {
    return withGaps(count, [...range(0, first), ...range(count - LAST_SHOWN, count)]);
  }
  // As many rows as without it, so that nothing below moves: one unit and the second gap replace three units.
  return withGaps(count, [...range(0, first - GAP), kept, count - 1]);
}

/** `WINDOW` units of a column, from `start` on. */
export function windowOfColumn(count: number, start: number): FoldedColumn {
  return withGaps(count, range(start, Math.min(count, start + WINDOW)));
}

function withGaps(count: number, shown: readonly number[]): FoldedColumn {
  const units: { unit: number; slot: number }[] = [];
  const gaps: { slot: number; hidden: number }[] = [];
  let slot = 0;
  let next = 0;
  const skipTo = (unit: number): void => {
    if (unit === next) return;
    gaps.push({ slot, hidden: unit - next });
    slot += GAP;
  };
  for (const unit of shown) {
    skipTo(unit);
    units.push({ unit, slot });
    slot += 1;
    next = unit + 1;
  }
  skipTo(count);
  return { slots: slot, units, gaps };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
