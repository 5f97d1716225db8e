/** One printed number of the course, as tests/golden/ledger.json lists it. */
export interface LedgerEntry {
  readonly id: string;
  /** Where it is printed, and what it is. */
  readonly source: string;
  readonly what: string;
  readonly printed: string;
  /** Number of printed decimals; null if `relativeTolerance` is used instead. */
  readonly decimals: number | null;
  readonly relativeTolerance: number | null;
}

/**
 * Whether a number agrees with the printed one: rounded to the printed number of decimals, it gives the same text; or
 * it is within the entry's relative tolerance.
 */
export function agrees(entry: LedgerEntry, obtained: number): boolean {
  if (!Number.isFinite(obtained)) return false;
  if (entry.decimals !== null) return obtained.toFixed(entry.decimals) === entry.printed;
  if (entry.relativeTolerance === null) throw new Error(`${entry.id} says neither decimals nor a tolerance.`);
  const printed = Number(entry.printed);
  return Math.abs(obtained - printed) <= entry.relativeTolerance * Math.abs(printed);
}
