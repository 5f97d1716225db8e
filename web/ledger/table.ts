import type { LedgerEntry } from './agreement';
import type { LedgerRow } from './compute';

const GAP = '  ';

/** A few digits more than are printed, which show by how much a number is missed. */
export function obtainedText({ decimals }: LedgerEntry, obtained: number): string {
  return decimals === null ? String(obtained) : obtained.toFixed(decimals + 4);
}

function cells({ entry, obtained, agrees }: LedgerRow): string[] {
  return [entry.id, entry.printed, obtainedText(entry, obtained), agrees ? 'yes' : 'NO', entry.what];
}

/** What is printed, what is obtained, whether they agree; one line a row, and the total. Ends in a line break. */
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
