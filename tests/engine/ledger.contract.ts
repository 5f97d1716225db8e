/** Every number in the ledger, on the given engine: the same rows natively, in Node and in a browser. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type LedgerEngine, type LedgerRow, ledgerRows } from '../../web/ledger/compute';
import entries from '../golden/ledger.json';

export function describeLedger(makeEngine: () => Promise<LedgerEngine>): void {
  describe('the ledger', () => {
    const rows = new Map<string, LedgerRow>();

    beforeAll(async () => {
      const engine = await makeEngine();
      for await (const row of ledgerRows(entries, engine)) rows.set(row.entry.id, row);
    });

    it.each(entries.map(({ id, printed }) => [id, printed]))('%s is %s', (id, printed) => {
      expect(rows.get(id)).toMatchObject({ agrees: true, entry: { printed } });
    });

    // Stricter than the printed digits: the reference is the same computation in NumPy.
    it.each(entries.map(({ id, reference }) => [id, reference] as const))('%s is NumPy’s %d', (id, reference) => {
      const obtained = rows.get(id)?.obtained ?? Number.NaN;
      expect(Math.abs(obtained - reference)).toBeLessThanOrEqual(1e-9 * Math.abs(reference));
    });
  });
}
