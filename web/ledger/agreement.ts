/** One printed number of the course, as tests/golden/ledger.json lists it. */
export interface LedgerEntry {
  readonly id: string;
  /** Where it is printed, and what it is. */
  readonly source: string;
  readonly what: string;
  readonly printed: string;
  /** Digits printed behind the point; null where `relativeTolerance` says how near is near enough. */
  readonly decimals: number | null;
  readonly relativeTolerance: number | null;
}

/**
 * Whether a number is the printed one: to the last digit printed, that is, rounding it to as many gives the printed
 * text; or to the entry's relative tolerance.
 */
export function agrees(entry: LedgerEntry, obtained: number): boolean {
  if (!Number.isFinite(obtained)) return false;
  if (entry.decimals !== null) return obtained.toFixed(entry.decimals) === entry.printed;
  if (entry.relativeTolerance === null) throw new Error(`${entry.id} says neither decimals nor a tolerance.`);
  const printed = Number(entry.printed);
  return Math.abs(obtained - printed) <= entry.relativeTolerance * Math.abs(printed);
}
