/** The ledger's worker: computes every number in the ledger and reports each one when it is done. */
import entries from '../../../tests/golden/ledger.json';
import { engineFile } from '../../engine/engine-file';
import { loadEngine } from '../../engine/load';
import { ledgerRows } from '../../ledger/compute';
import { ledgerEngine } from '../../ledger/wasm-engine';
import type { LedgerMessage } from './ledger-messages';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const say = (message: LedgerMessage): void => scope.postMessage(message);

// A classic script, such as the packed one, has no top-level await.
async function compute(): Promise<void> {
  const engine = ledgerEngine(await loadEngine(engineFile()));
  for await (const { entry, obtained, agrees } of ledgerRows(entries, engine)) {
    say({ kind: 'row', row: { id: entry.id, obtained, agrees } });
  }
  say({ kind: 'done' });
}

compute().catch((error: unknown) => {
  say({ kind: 'failure', sentence: error instanceof Error ? error.message : String(error) });
});
