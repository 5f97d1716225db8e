import type { LedgerEntry } from './agreement';
import type { LedgerRow } from './compute';

const GAP = '  ';

/** A few digits more than printed, to show the size of a difference. */
export function obtainedText({ decimals }: LedgerEntry, obtained: number): string {
  return decimals === null ? String(obtained) : obtained.toFixed(decimals + 4);
}

function cells({ entry, obtained, agrees }: LedgerRow): string[] {
  return [entry.id, entry.printed, obtainedText(entry, obtained), agrees ? 'yes' : 'NO', entry.what];
}

/**
 * The printed number, the computed one and whether they agree, one row in each line, and the total. Ends in a line
 * break.
 */
export function ledgerTable(rows: readonly LedgerRow[]): string {
  const lines = [['row', 'printed', 'obtained', 'agrees', 'what'], ...rows.map(cells)];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const text = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
  const agreeing = rows.filter((row) => row.agrees).length;
  return `${text.join('\n')}\n\n${agreeing} of ${rows.length} rows agree.\n`;
}
