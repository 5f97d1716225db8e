/** `npm run ledger`: computes every number in the ledger; exit code 1 if one does not agree. */
import entries from '../../tests/golden/ledger.json';
import { settled } from '../library/answer';
import { packagedEngine } from '../library/packaged-engine';
import { type LedgerRow, ledgerRows } from './compute';
import { ledgerTable } from './table';
import { ledgerEngine } from './wasm-engine';

const rows: LedgerRow[] = [];
for await (const row of ledgerRows(entries, ledgerEngine(await packagedEngine()))) rows.push(row);
process.stdout.write(ledgerTable(rows));
process.exitCode = rows.every((row) => row.agrees) ? 0 : 1;
await settled();
